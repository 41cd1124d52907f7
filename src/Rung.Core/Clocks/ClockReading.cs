using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Clocks;

/// <summary>The five faces of a clock, and the one of a clock that cannot be computed.</summary>
public enum ClockState
{
    Running,
    Paused,

    /// <summary>Stopped in time.</summary>
    Met,

    /// <summary>Stopped late.</summary>
    Missed,

    /// <summary>The calendar never opens, or the date is out of range: see <see cref="ClockReading.Problem"/>.</summary>
    Impossible,
}

/// <summary>Where one target's clock of a case stands. A fold; never stored as truth, never edited.</summary>
public sealed record ClockReading
{
    public required Target Target { get; init; }

    /// <summary>The row of the target's table that applies.</summary>
    public required TargetTime Time { get; init; }

    /// <summary>The calendar it counts in.</summary>
    public required WorkingCalendar Calendar { get; init; }
    public required ClockState State { get; init; }

    /// <summary>Start of the present round; the first round's is the clock's start.</summary>
    public required Instant Start { get; init; }

    /// <summary>1 for the first; repeating clocks count on.</summary>
    public required int Round { get; init; }

    /// <summary>Whole allowance in the clock's own unit (working or elapsed).</summary>
    public required Duration Total { get; init; }

    /// <summary>Used up to now, or up to the stop.</summary>
    public required Duration Used { get; init; }

    /// <summary>When it is used up if nothing else happens; while paused, null. After a stop, when it would have been.</summary>
    public Instant? Due { get; init; }

    /// <summary>The instant at which the allowance was used up, when that has passed while it ran.</summary>
    public Instant? MissedAt { get; init; }

    /// <summary>The breach that is on record for this round, where one is; it stands although the due may have moved since.</summary>
    public Instant? RecordedMiss { get; init; }

    /// <summary>The priority that put the due into the past made it late on arrival (semantics 14).</summary>
    public Arrival Arrival { get; init; }
    public Instant? StoppedAt { get; init; }
    public Instant? PausedSince { get; init; }

    /// <summary>Hold reason id of the present pause.</summary>
    public string? PauseReason { get; init; }
    public bool CountsWorkingTime { get; init; }
    public ReckoningProblem Problem { get; init; }
    public CalendarNote Note { get; init; }

    /// <summary>Left of the allowance; negative when overdue.</summary>
    public Duration Left => Total - Used;

    public bool IsStopped => State is ClockState.Met or ClockState.Missed;

    /// <summary>Ran out, whether or not it still runs.</summary>
    public bool IsMissed => MissedAt is not null;
}

/// <summary>Whether a clock was already overdue when its target came to apply.</summary>
public enum Arrival
{
    InTime,
    LateOnArrival,
}
