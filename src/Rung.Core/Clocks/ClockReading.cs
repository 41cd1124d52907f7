using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Clocks;

/// <summary>The five faces of a clock, and the one of a clock that cannot be computed.</summary>
public enum ClockState
{
    /// <summary>Counts; also while its calendar is closed, and when it is overdue.</summary>
    Running,

    /// <summary>Stands still for a hold or a wait; its due is not known meanwhile.</summary>
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
    /// <summary>The guide's target that it measures, or the step of the complaint process.</summary>
    public required Target Target { get; init; }

    /// <summary>The row of the target's table that applies.</summary>
    public required TargetTime Time { get; init; }

    /// <summary>The calendar it counts in.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>As of the instant it was read at.</summary>
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

    /// <summary>Where it is used up outside the hours in which it falls due; null: <see cref="Due"/> is when it is used up.</summary>
    public Moved? Moved { get; init; }

    /// <summary>The instant at which the allowance was used up, when that has passed while it ran.</summary>
    public Instant? MissedAt { get; init; }

    /// <summary>The breach that is on record for this round, where one is; it stands although the due may have moved since.</summary>
    public Instant? RecordedMiss { get; init; }

    /// <summary>The priority that put the due into the past made it late on arrival (semantics 14).</summary>
    public Arrival Arrival { get; init; }

    /// <summary>When it was stopped; at the due instant is met. Null: it was not.</summary>
    public Instant? StoppedAt { get; init; }

    /// <summary>Since when it stands still; null: it does not.</summary>
    public Instant? PausedSince { get; init; }

    /// <summary>Hold reason id of the present pause.</summary>
    public string? PauseReason { get; init; }

    /// <summary>
    /// Whether <see cref="Total"/> and <see cref="Used"/> are time in which the calendar is open; else elapsed, in UTC.
    /// </summary>
    public bool CountsWorkingTime { get; init; }

    /// <summary>Why it cannot be computed, where <see cref="State"/> is <see cref="ClockState.Impossible"/>.</summary>
    public ReckoningProblem Problem { get; init; }

    /// <summary>What should be said beside it: it was reckoned beyond the holiday data, for instance.</summary>
    public CalendarNote Note { get; init; }

    /// <summary>Left of the allowance; negative when overdue.</summary>
    public Duration Left => Total - Used;

    /// <summary>Stopped, in time or late; a resolution that the customer rejects undoes it. A-10.</summary>
    public bool IsStopped => State is ClockState.Met or ClockState.Missed;

    /// <summary>Ran out, whether or not it still runs.</summary>
    public bool IsMissed => MissedAt is not null;
}

/// <summary>A due that waits for an opening.</summary>
/// <param name="From">When the allowance is used up.</param>
/// <param name="Within">The calendar whose next opening is the due.</param>
public sealed record Moved(Instant From, WorkingCalendar Within);

/// <summary>Whether a clock was already overdue when its target came to apply.</summary>
public enum Arrival
{
    /// <summary>Its due was still to come.</summary>
    InTime,

    /// <summary>Its due had passed; reported apart. Semantics 14.</summary>
    LateOnArrival,
}
