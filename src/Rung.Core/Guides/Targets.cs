using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Guides;

/// <summary>What a target is about; its <c>Name</c> is the guide's own word.</summary>
public enum TargetRole
{
    Respond,
    Update,
    Restore,
    Resolve,
    Expectation,
    Other,
}

/// <summary>A promise measured on every case it applies to (guide model 7).</summary>
/// <param name="Times">First entry whose condition holds gives the time allowed; none: no clock.</param>
public sealed record Target(
    string Id,
    string Name,
    TargetRole Role,
    When AppliesWhen,
    IReadOnlyList<TargetTime> Times,
    ClockRule Clock,
    string Cite
)
{
    public Firmness Firmness { get; init; } = Firmness.Firm;

    /// <summary>Share of cases that should meet it, 0 to 1; reporting only.</summary>
    public decimal? Goal { get; init; }

    /// <summary>Cases that reports leave out, such as those whose cause lies with the customer; null: none. Clocks run all the same.</summary>
    public When? ExcusedWhen { get; init; }
}

/// <summary>One row of a target's table.</summary>
/// <param name="Calendar">Id of the calendar the allowance counts in; null: the clock's.</param>
public sealed record TargetTime(When When, Allowance Allow, string? Calendar, string Cite);

/// <summary>How a target's clock starts, stops, pauses, repeats and warns.</summary>
public sealed record ClockRule
{
    // Asked for every moment of a case and every clock.
    private readonly MomentSet _starts;
    private readonly MomentSet _stops;

    /// <summary>Id of the calendar that counts working time for this clock.</summary>
    public required string Calendar { get; init; }
    public required IReadOnlyList<CaseMoment> StartsOn
    {
        get;
        init => (field, _starts) = (value, MomentSet.Of(value));
    }

    public required IReadOnlyList<CaseMoment> StopsOn
    {
        get;
        init => (field, _stops) = (value, MomentSet.Of(value));
    }

    /// <summary>Hold and wait reasons that do not pause this clock although they pause others; usually empty.</summary>
    public IReadOnlyList<string> RunsThrough { get; init; } = [];
    public Repeat Repeat { get; init; } = Repeat.Once;
    public IReadOnlyList<WarnAt> WarnAt { get; init; } = [];
    public OnPriorityChange OnPriorityChange { get; init; } = OnPriorityChange.FromStart;
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

public enum Repeat
{
    Once,

    /// <summary>Each stop starts the next round until the case is resolved (update intervals, semantics 24).</summary>
    EachStop,
}

public enum Firmness
{
    Firm,
    Aim,
}

/// <summary>Semantics 14.</summary>
public enum OnPriorityChange
{
    FromStart,
    FromChange,
    CarryUsed,
}

/// <summary>Warn when this much is left: a share of the allowance (0 to 1) or a length; exactly one is set.</summary>
/// <param name="When">Which cases this warning is for.</param>
public sealed record WarnAt(decimal? Share, Duration? Left, When When);

/// <summary>The moments of a case that clocks and notifications hang on.</summary>
public enum CaseMoment
{
    /// <summary>A message came in that is not a case yet and has no reference; only notifications hang on it. ESS-40.</summary>
    Received,
    ReferenceIssued,
    PrioritySet,
    PriorityChanged,
    Assigned,
    Held,
    Resumed,
    WaitBegan,
    WaitEnded,
    Updated,
    CustomerReplied,
    UpdateRequested,
    AttemptMade,
    Resolved,
    Rejected,
    DispositionGiven,
    ExpectationSet,

    /// <summary>A new case was linked to the closed one that it continues (ESS-53); the closed one has no such moment.</summary>
    Linked,
    HandoverDue,
    TargetWarned,
    TargetMissed,
    ClosingBlocked,
    Closed,

    /// <summary>The customer wishes to escalate in a way that raises no level. S-04.</summary>
    EscalationAsked,

    /// <summary>A level of a ladder was entered.</summary>
    Escalated,

    /// <summary>Somebody owns the escalation from now on. SMC-38.</summary>
    OwnerChanged,

    /// <summary>A call-back, a planned contact or a date was missed. SMC-09.</summary>
    PromiseMissed,
    EscalationEnded,

    /// <summary>The customer asked for a level, and somebody of the provider decides on it.</summary>
    EscalationRequested,

    /// <summary>Such a request was decided.</summary>
    EscalationDecided,

    /// <summary>The escalation went down a level before its end.</summary>
    SteppedDown,

    /// <summary>The customer was told that a complaint has arrived. R38.</summary>
    ComplaintAcknowledged,

    /// <summary>A holding reply to a complaint went out. ESS-92.</summary>
    HoldingReplied,

    /// <summary>The full answer to a complaint went out.</summary>
    ComplaintAnswered,

    /// <summary>A complaint was taken to the management. ESS-91.</summary>
    ComplaintEscalated,

    /// <summary>What is not for the desk was handed over to another team. ESS-12, ESS-86.</summary>
    HandedOver,
}

/// <summary>Where a case's clocks begin, by source. ESS-29, ESS-40, A-04.</summary>
public sealed record StartRule(Channel Source, StartFrom From, StartOutOfHours OutOfHours, string Cite);

public enum StartFrom
{
    /// <summary>The moment the reference is issued.</summary>
    Reference,

    /// <summary>The moment the reference is issued, never before the effective receipt.</summary>
    ReferenceAfterReceipt,

    /// <summary>The effective receipt.</summary>
    Receipt,

    /// <summary>The alert's own detection time.</summary>
    Detection,
}

public enum StartOutOfHours
{
    AtOnce,
    NextOpening,
}
