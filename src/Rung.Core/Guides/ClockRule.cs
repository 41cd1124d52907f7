using NodaTime;

namespace Rung.Core.Guides;

/// <summary>How a target's clock starts, stops, pauses, repeats and warns.</summary>
public sealed record ClockRule
{
    // Asked for every moment of a case and every clock.
    private readonly MomentSet _starts;
    private readonly MomentSet _stops;

    /// <summary>Id of the calendar that counts working time for this clock.</summary>
    public required string Calendar { get; init; }

    /// <summary>Moments of which the first starts it; later ones change nothing.</summary>
    public required IReadOnlyList<CaseMoment> StartsOn
    {
        get;
        init => (field, _starts) = (value, MomentSet.Of(value));
    }

    /// <summary>Moments that stop it; closing always does, and an outcome that meets the target.</summary>
    public required IReadOnlyList<CaseMoment> StopsOn
    {
        get;
        init => (field, _stops) = (value, MomentSet.Of(value));
    }

    /// <summary>Hold and wait reasons that do not pause this clock although they pause others; usually empty.</summary>
    public IReadOnlyList<string> RunsThrough { get; init; } = [];

    /// <summary>Default: once.</summary>
    public Repeat Repeat { get; init; } = Repeat.Once;

    /// <summary>Warnings before the due; empty: none.</summary>
    public IReadOnlyList<WarnAt> WarnAt { get; init; } = [];

    /// <summary>Default: from the start, pauses kept .</summary>
    public OnPriorityChange OnPriorityChange { get; init; } = OnPriorityChange.FromStart;

    /// <summary>Default: by the guide.</summary>
    public Counting Counting { get; init; } = Counting.ByTheGuide;

    internal bool IsStartedBy(CaseMoment moment) => _starts.Has(moment);

    internal bool IsStoppedBy(CaseMoment moment) => _stops.Has(moment);
}

/// <summary>By whose rules a clock counts.</summary>
public enum Counting
{
    /// <summary>From where the guide's start rule puts it, with the pauses that the guide names.</summary>
    ByTheGuide,

    /// <summary>From the first receipt itself, open or not, and never paused (semantics 39, R38).</summary>
    ByLaw,
}

/// <summary>Whether a clock that was stopped starts again.</summary>
public enum Repeat
{
    /// <summary>It does not.</summary>
    Once,

    /// <summary>Each stop starts the next round until the case is resolved (update intervals, semantics 24).</summary>
    EachStop,
}

/// <summary>Semantics 14.</summary>
public enum OnPriorityChange
{
    /// <summary>The new allowance counts from the original start, pauses re-measured in the new unit. A-08.</summary>
    FromStart,

    /// <summary>The new allowance counts from the change.</summary>
    FromChange,

    /// <summary>What was used by then, in the unit it was counted in, is taken off the new allowance.</summary>
    CarryUsed,
}

/// <summary>Warn when this much is left: a share of the allowance (0 to 1) or a length; exactly one is set.</summary>
/// <param name="When">Which cases this warning is for.</param>
public sealed record WarnAt(decimal? Share, Duration? Left, When When);
