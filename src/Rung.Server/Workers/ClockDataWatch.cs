using Rung.Core.Clocks;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Workers;

/// <summary>
/// When the holidays or the zone rules of a guide are others than at the last start, every open case is reckoned anew, so
/// that what waits to fall due is what the corrected data say (semantics 27). Closed cases keep their verdicts.
/// </summary>
internal sealed partial class ClockDataWatch(
    RungDatabase database,
    DeskRegister desks,
    DueDesk due,
    ILogger<ClockDataWatch> log
) : BackgroundService
{
    private const string Setting = "clock-data";
    private const int AtOnce = 200;

    // What is kept of each open case besides its events; a new name has it all written anew after an upgrade.
    private const string Kept = "kept of open cases: dues, queue with escalations, promise book";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var present = string.Join(
            '\n',
            desks
                .All.Select(guide => $"{guide.Document.Id} {guide.Document.Version}: {ClockData.Version(guide)}")
                .Append(Kept)
                .Order(StringComparer.Ordinal)
        );
        try
        {
            var known = await database.Settings.Find(Setting);
            if (known == present)
            {
                return;
            }
            // A version that is new has no cases yet.
            if (
                known?.Split('\n') is { } before
                && (before.Except(present.Split('\n')).Any() || !before.Contains(Kept))
            )
            {
                Changed(await ReckonAnew(stoppingToken));
            }
            await database.Settings.Set(Setting, present);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e);
        }
        catch (OperationCanceledException)
        {
            // Stopped half-way: the setting still says what was, and the next start begins again.
        }
    }

    private async Task<int> ReckonAnew(CancellationToken stopping)
    {
        var done = 0;
        var after = 0L;
        while (await database.Queue.LiveCases(after, AtOnce) is { Count: > 0 } live)
        {
            stopping.ThrowIfCancellationRequested();
            var left = await due.Handle(live);
            foreach (var one in left)
            {
                if (one.Why is { } failure)
                {
                    CaseFailed(failure, one.CaseId);
                }
            }
            done += live.Count - left.Count;
            after = live[^1];
        }
        return done;
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Holidays, zone rules or what Rung keeps have changed: {Cases} open cases were reckoned anew."
    )]
    private partial void Changed(int cases);

    [LoggerMessage(LogLevel.Error, "Case {CaseId} could not be reckoned anew; the others go on.")]
    private partial void CaseFailed(Exception e, long caseId);

    [LoggerMessage(LogLevel.Error, "Open cases could not be reckoned anew; the next start tries again.")]
    private partial void Failed(Exception e);
}
