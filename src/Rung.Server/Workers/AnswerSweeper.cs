using NodaTime;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Workers;

/// <summary>Forgets answers to requests that nobody will send again (R13).</summary>
internal sealed partial class AnswerSweeper(
    RungDatabase database,
    DeskClock clock,
    TimeProvider provider,
    ILogger<AnswerSweeper> log
) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(10);
    private static readonly Duration KeptFor = Duration.FromHours(24);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, provider);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
        {
            await Sweep();
        }
    }

    internal async Task Sweep()
    {
        try
        {
            await database.Answers.ForgetBefore(clock.Now() - KeptFor);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            SweepFailed(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old answers could not be forgotten; it is tried again.")]
    private partial void SweepFailed(Exception e);
}
