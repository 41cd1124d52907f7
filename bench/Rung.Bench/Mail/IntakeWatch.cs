namespace Rung.Bench.Mail;

/// <summary>Somebody who looks at the page of the intake again and again.</summary>
internal sealed class IntakeWatch(Uri address) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HttpClient _client = new() { BaseAddress = address };

    /// <summary>Returns when the page shows a mail with the subject.</summary>
    public async Task Shows(string subject)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var started = TimeProvider.System.GetTimestamp();
        while (
            !(await _client.GetStringAsync($"/{BenchDesk.Id}/intake")).Contains(
                $">{subject}<",
                StringComparison.Ordinal
            )
        )
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"The mail “{subject}” never came to the intake.");
            }
            await ticks.WaitForNextTickAsync();
        }
    }

    public void Dispose() => _client.Dispose();
}
