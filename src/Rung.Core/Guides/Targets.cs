using Rung.Core.Time;

namespace Rung.Core.Guides;

/// <summary>What a target is about; its <c>Name</c> is the guide's own word.</summary>
public enum TargetRole
{
    /// <summary>How soon the customer hears.</summary>
    Respond,

    /// <summary>How often the customer hears while the case goes on; a line of its own in the promise book. A-22.</summary>
    Update,

    /// <summary>How soon the service works again; the main clock where there is none of <see cref="Resolve"/>.</summary>
    Restore,

    /// <summary>How soon the case is resolved; the first of these is the main clock, which queue and holds go by.</summary>
    Resolve,

    /// <summary>Named to the customer and reported, and no promise. ESS-68.</summary>
    Expectation,

    /// <summary>Anything else; measured like the rest.</summary>
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
    /// <summary>Default: firm.</summary>
    public Firmness Firmness { get; init; } = Firmness.Firm;

    /// <summary>Share of cases that should meet it, 0 to 1; reporting only.</summary>
    public decimal? Goal { get; init; }

    /// <summary>Cases that reports leave out, such as those whose cause lies with the customer; null: none. Clocks run all the same.</summary>
    public When? ExcusedWhen { get; init; }
}

/// <summary>One row of a target's table.</summary>
/// <param name="Calendar">Id of the calendar the allowance counts in; null: the clock's.</param>
public sealed record TargetTime(When When, Allowance Allow, string? Calendar, string Cite);

/// <summary>How a target is meant.</summary>
public enum Firmness
{
    /// <summary>Promised: missing it is a breach, which is explained before the case is closed by hand.</summary>
    Firm,

    /// <summary>Aimed at: measured and shown, never a breach.</summary>
    Aim,
}

/// <summary>The moments of a case that clocks and notifications hang on.</summary>
public enum CaseMoment
{
    /// <summary>A message came in that is not a case yet and has no reference; only notifications hang on it. ESS-40.</summary>
    Received,

    /// <summary>For clocks the instant that the start rule says, for messages that of the reference. A-04.</summary>
    ReferenceIssued,

    /// <summary>The case has its first priority.</summary>
    PrioritySet,

    /// <summary>It has another than before.</summary>
    PriorityChanged,

    /// <summary>An engineer has it; also each further one.</summary>
    Assigned,

    /// <summary>It is put On-Hold.</summary>
    Held,

    /// <summary>A hold is over.</summary>
    Resumed,

    /// <summary>It waits for somebody who is not the customer.</summary>
    WaitBegan,

    /// <summary>That wait is over.</summary>
    WaitEnded,

    /// <summary>The customer was told how things stand; for clocks a call-back or planned contact as well. ESS-77.</summary>
    Updated,

    /// <summary>A person on the customer's side said something; no automatic mail. A-24.</summary>
    CustomerReplied,

    /// <summary>The customer asked how things stand. ESS-78.</summary>
    UpdateRequested,

    /// <summary>The customer was asked once more for the confirmation. ESS-52.</summary>
    AttemptMade,

    /// <summary>The desk says that it is fixed.</summary>
    Resolved,

    /// <summary>The customer says that it is not. A-10.</summary>
    Rejected,

    /// <summary>An outcome was given; for messages only one without a date.</summary>
    DispositionGiven,

    /// <summary>An outcome was given with a date. ESS-67.</summary>
    ExpectationSet,

    /// <summary>A new case was linked to the closed one that it continues (ESS-53); the closed one has no such moment.</summary>
    Linked,

    /// <summary>Contacts for the night are to be exchanged before the desk closes. ESS-49.</summary>
    HandoverDue,

    /// <summary>So much of a target is left that the guide has somebody warned.</summary>
    TargetWarned,

    /// <summary>A target was missed.</summary>
    TargetMissed,

    /// <summary>The case would close, and something is owed first. ESS-76, SMC-39.</summary>
    ClosingBlocked,

    /// <summary>It is closed. ESS-74.</summary>
    Closed,

    /// <summary>The reason for outage is there; for messages only one that was promised, or comes from an incident. S-07.</summary>
    RfoWritten,

    /// <summary>The customer wishes to escalate in a way that raises no level. S-04.</summary>
    EscalationAsked,

    /// <summary>A level of a ladder was entered.</summary>
    Escalated,

    /// <summary>Somebody owns the escalation from now on. SMC-38.</summary>
    OwnerChanged,

    /// <summary>A call-back, a planned contact or a date was missed. SMC-09.</summary>
    PromiseMissed,

    /// <summary>The escalation is over; for messages only one that somebody had asked for. SMC-39.</summary>
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
