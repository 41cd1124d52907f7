using NodaTime;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Workers;

/// <summary>Forgets sessions that are long over and failures to sign in that count no more.</summary>
internal sealed partial class AccountSweeper(
    RungDatabase database,
    DeskClock clock,
    TimeProvider provider,
    ILogger<AccountSweeper> log
) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromHours(1);
    private static readonly Duration KeptFor = Duration.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, provider);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
        {
            await Sweep();
        }
    }

    private async Task Sweep()
    {
        try
        {
            await database.Sessions.ForgetBefore(clock.Now() - KeptFor);
            await database.FailedEntries.ForgetBefore(clock.Now() - KeptFor);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            SweepFailed(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old sessions could not be forgotten; it is tried again.")]
    private partial void SweepFailed(Exception e);
}
