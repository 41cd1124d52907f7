using NodaTime;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Server.Pages.Drafts;
using Rung.Storage;

namespace Rung.Server.Workers;

/// <summary>
/// Forgets what nobody asks for again: answers to requests that nobody will send again (R13), sessions that are long over,
/// failures to sign in that count no more, links that lead nowhere any more, reports that were begun a month ago.
/// </summary>
internal sealed partial class Sweeper(
    RungDatabase database,
    DeskClock clock,
    TimeProvider provider,
    DiskRoom disk,
    ILogger<Sweeper> log
) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(10);
    private static readonly Duration Day = Duration.FromHours(24);
    private static readonly Duration Month = Duration.FromDays(30);

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
        if (disk.IsShort)
        {
            Short(disk.Words);
        }
        await Forget("answers", database.Answers.ForgetBefore, Day);
        await Forget("sessions", database.Sessions.ForgetBefore, Month);
        await Forget("failures to sign in", database.FailedEntries.ForgetBefore, Month);
        await Forget("links", database.EntryLinks.ForgetBefore, Month);
        await Forget(
            "reports that were not sent",
            before => database.Drafts.ForgetBefore(before, DraftKeys.Report),
            Month
        );
        await Forget("sign-ins of contacts", database.ContactEntries.ForgetBefore, Month);
    }

    private async Task Forget(string what, Func<Instant, Task<int>> forget, Duration keptFor)
    {
        try
        {
            await forget(clock.Now() - keptFor);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            SweepFailed(e, what);
        }
    }

    [LoggerMessage(LogLevel.Error, "Only {Room}: make room. What cannot be written is not acknowledged.")]
    private partial void Short(string room);

    [LoggerMessage(LogLevel.Warning, "Old {What} could not be forgotten; it is tried again.")]
    private partial void SweepFailed(Exception e, string what);
}
