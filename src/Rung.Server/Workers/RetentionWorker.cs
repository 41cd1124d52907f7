using NodaTime;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Retention;
using Rung.Storage;

namespace Rung.Server.Workers;

/// <summary>
/// Once a day, at night where somebody is there at night, ends what the guides keep no longer by rules that somebody has begun: some at a time with a rest between, so
/// that the desk waits for nothing (R65), and on one node only.
/// </summary>
internal sealed partial class RetentionWorker(
    RungDatabase database,
    DeskRegister desks,
    RetentionDesk retention,
    RetentionStarts starts,
    DeskClock clock,
    TimeProvider provider,
    ILogger<RetentionWorker> log
) : BackgroundService
{
    private const string Work = "retention";

    // Nobody telephones then.
    private const int NightBegins = 1;
    private const int NightEnds = 5;

    private static readonly TimeSpan Round = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, provider);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
        {
            await Look(() => Task.Delay(Rest, provider, stoppingToken));
        }
    }

    /// <param name="rest">Between two pages.</param>
    internal async Task Look(Func<Task> rest)
    {
        try
        {
            if (await database.Alone(Work) is { } alone)
            {
                await using (alone)
                {
                    await CarryOut(rest);
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e);
        }
    }

    private async Task CarryOut(Func<Task> rest)
    {
        foreach (var guide in desks.Active)
        {
            if (await starts.IsBegun(guide) && IsTime(guide, await starts.DoneOn(guide)))
            {
                await CarryOut(guide, rest);
            }
        }
    }

    private async Task CarryOut(Guide guide, Func<Task> rest)
    {
        var (today, ended) = (Now(guide).Date, 0);
        await foreach (var page in retention.CarryOut(guide, category => starts.MayEnd(guide, category)))
        {
            ended += page.Ended;
            await rest();
        }
        // Only now: whoever is stopped half-way begins again, and finds what is left.
        await starts.Done(guide, today);
        if (ended > 0)
        {
            Ended(ended, guide.Document.Id);
        }
    }

    // A night that nobody was there for is made up for by day.
    private bool IsTime(Guide guide, LocalDate? done)
    {
        var now = Now(guide);
        return done < now.Date.PlusDays(-1) || (done < now.Date && now.Hour is >= NightBegins and < NightEnds);
    }

    private LocalDateTime Now(Guide guide) => clock.Now().InZone(guide.DeskCalendar.Zone).LocalDateTime;

    [LoggerMessage(
        LogLevel.Information,
        "{Count} things of {Desk} whose time is up are ended; its page of retention has which."
    )]
    private partial void Ended(int count, string desk);

    [LoggerMessage(LogLevel.Error, "What is kept no longer could not be ended; it is tried again.")]
    private partial void Failed(Exception e);
}
