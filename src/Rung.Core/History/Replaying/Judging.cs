using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Core.History.Replaying;

/// <summary>How a target came out on one life.</summary>
public enum Outcome
{
    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Done, but late.</summary>
    Late,

    /// <summary>Overdue, and not done by the end of the log.</summary>
    NeverDone,

    /// <summary>Neither done nor overdue by the end of the log.</summary>
    Running,

    /// <summary>The log or the guide does not let it be said; <see cref="Judged.Why"/>.</summary>
    NotJudged,
}

/// <summary>A life with its clocks under one guide.</summary>
/// <param name="Clocks">In the guide's order.</param>
public sealed record FoldedLife(Life Life, CaseState State, IReadOnlyList<ClockReading> Clocks);

/// <summary>How one target came out on a life.</summary>
/// <param name="Clock">Null when no clock ran.</param>
/// <param name="Why">Why it is not judged; else null.</param>
public sealed record Judged(FoldedLife Folded, ClockReading? Clock, Outcome Outcome, string? Why)
{
    /// <summary>Id of the priority that it ended with; null: none.</summary>
    public string? Priority => Folded.State.Priority;

    /// <summary>When the clock began; when the life did if there is none.</summary>
    public Instant Start => Clock?.Start ?? Folded.State.Logged.At;
}

/// <summary>Folds lives and judges them.</summary>
public static class Judging
{
    /// <summary>All clocks of all lives as they stood at the end of the log, on the caller's thread; no ledgers.</summary>
    public static FoldedLife[] Fold(Guide guide, IReadOnlyList<Life> lives, Instant end)
    {
        var folded = new FoldedLife[lives.Count];
        for (var index = 0; index < folded.Length; index++)
        {
            var state = CaseState.Of(lives[index].Events);
            folded[index] = new FoldedLife(lives[index], state, ClockReader.Read(guide, state, end));
        }
        return folded;
    }

    /// <summary>How the target came out by the end of the log that the life was folded to.</summary>
    public static Judged Judge(FoldedLife folded, Target target)
    {
        var clock = folded.Clocks.FirstOrDefault(one => one.Target.Id == target.Id);
        return WhyNot(folded, clock) is { } why
            ? new Judged(folded, clock, Outcome.NotJudged, why)
            : new Judged(folded, clock, Of(clock!), null);
    }

    /// <summary>How long the life was On-Hold before it was resolved for the last time, up to the end of the log.</summary>
    /// <param name="measure">How an interval is measured.</param>
    public static Duration OnHold(Life life, Instant end, Func<Instant, Instant, Duration> measure)
    {
        var total = Duration.Zero;
        Instant? since = null;
        foreach (var happened in life.Events)
        {
            if (happened is Held)
            {
                since ??= happened.At;
            }
            else if (since is { } from && happened is Resumed or Resolved or Closed)
            {
                total += measure(from, happened.At);
                since = null;
            }
        }
        return since is { } open && end > open ? total + measure(open, end) : total;
    }

    private static string? WhyNot(FoldedLife folded, ClockReading? clock)
    {
        var state = folded.State;
        return folded.Life.First.IsEnd() ? "the log begins when it was done already"
            : state.Priority is null ? "its impact has no priority in the mapping"
            : clock is null ? "the guide has no such target for it"
            : clock.State == ClockState.Impossible ? Time.ReckoningProblems.Sentence(clock.Problem).TrimEnd('.')
            : state.Closed is { } closed && clock.StoppedAt == closed.At && !EndedResolved(folded.Life)
                ? "it ended without a resolution"
            : null;
    }

    // A resolution that was sent back is none any more.
    private static bool EndedResolved(Life life) =>
        life.Events.LastOrDefault(happened => happened is Resolved or Rejected) is Resolved;

    private static Outcome Of(ClockReading clock) =>
        clock.State switch
        {
            ClockState.Met => Outcome.Met,
            ClockState.Missed => Outcome.Late,
            _ => clock.IsMissed ? Outcome.NeverDone : Outcome.Running,
        };
}
