using Rung.Core.Clocks;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Workers;

/// <summary>
/// When the holidays or the zone rules of a guide are others than at the last start, or more is kept beside the events of
/// cases than the last Rung kept, every open case is reckoned and written anew, so that what waits to fall due is what the
/// corrected data say (semantics 27). Closed cases keep their verdicts.
/// </summary>
internal sealed partial class OpenCasesAnew(
    RungDatabase database,
    DeskRegister desks,
    DueDesk due,
    TimeProvider provider,
    ILogger<OpenCasesAnew> log
) : BackgroundService
{
    /// <summary>What was known at the last start: in the settings, once every open case is written by it.</summary>
    internal const string Setting = "clock-data";
    private const int AtOnce = 200;

    // How often what waits is looked at again; nothing is due by it.
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var present = string.Join(
            '\n',
            desks
                .All.Select(guide => $"{guide.Document.Id} {guide.Document.Version}: {ClockData.Version(guide)}")
                .Append(KeptBesideEvents.Names)
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
                && (before.Except(present.Split('\n')).Any() || !before.Contains(KeptBesideEvents.Names))
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

    /// <summary>
    /// Ends when every case was written, or cannot be: one that cannot be read is told and not tried at every start for ever,
    /// and one that waits for mail, or for others who are at it, is tried until it need not wait any longer.
    /// </summary>
    private async Task<int> ReckonAnew(CancellationToken stopping)
    {
        var (done, after) = (0, 0L);
        var waiting = new List<long>();
        while (await database.Queue.LiveCases(after, AtOnce) is { Count: > 0 } live)
        {
            stopping.ThrowIfCancellationRequested();
            done += await Write(live, waiting);
            after = live[^1];
        }
        if (waiting.Count > 0)
        {
            StillWait(waiting.Count);
        }
        while (waiting.Count > 0)
        {
            await Task.Delay(Later, provider, stopping);
            var again = waiting;
            waiting = [];
            done += await Write(again, waiting);
        }
        return done;
    }

    /// <returns>How many were written.</returns>
    private async Task<int> Write(IReadOnlyList<long> cases, List<long> waiting)
    {
        var left = await due.Handle(cases);
        foreach (var one in left)
        {
            if (one.Why is { } failure)
            {
                CaseFailed(failure, one.CaseId);
            }
            else
            {
                waiting.Add(one.CaseId);
            }
        }
        return cases.Count - left.Count;
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Holidays, zone rules or what Rung keeps have changed: {Cases} open cases were reckoned anew."
    )]
    private partial void Changed(int cases);

    [LoggerMessage(
        LogLevel.Error,
        "Case {CaseId} could not be reckoned anew; the others go on. 'rung db verify' says what is wrong with it."
    )]
    private partial void CaseFailed(Exception e, long caseId);

    [LoggerMessage(
        LogLevel.Information,
        "{Cases} open cases wait for mail that came before or for others who are at them, and are reckoned anew then."
    )]
    private partial void StillWait(int cases);

    [LoggerMessage(LogLevel.Error, "Open cases could not be reckoned anew; the next start tries again.")]
    private partial void Failed(Exception e);
}
