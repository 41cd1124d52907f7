using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Escalations;

/// <summary>Something that happened to the escalation of a case, or to a wish for one.</summary>
public abstract record EscalationEvent : CaseEvent;

/// <summary>A wish to escalate that raises no level: noted, answered at once, and the desk is alerted. S-04, SMC-19.</summary>
public sealed record EscalationAsked(string Text, Channel Channel, WhyNotRaised Why) : EscalationEvent;

/// <summary>Why a wish to escalate raised no level.</summary>
public enum WhyNotRaised
{
    /// <summary>The guide has escalations begin another way, for example by telephone only. SMC-04.</summary>
    OtherChannelNeeded,

    /// <summary>The guide wants the targets used up first. Semantics 17.</summary>
    TooEarly,

    /// <summary>The case is at the top of its ladder.</summary>
    AtTheTop,
}

/// <summary>A level was entered; the first begins the escalation. ESS-84, SMC-07, SMC-25.</summary>
public sealed record Escalated : EscalationEvent
{
    /// <summary>Which escalation of the case, from 1.</summary>
    public required int Escalation { get; init; }
    public required string Ladder { get; init; }
    public required int Level { get; init; }
    public required EntryWay Way { get; init; }

    /// <summary>Who asked, on the customer's side; null: the provider did.</summary>
    public string? From { get; init; }
    public Channel Channel { get; init; }

    /// <summary>Which of the published numbers was rung. SMC-05.</summary>
    public string? Number { get; init; }
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>A reason in the customer's own words; reported apart. SMC-25.</summary>
    public string? OtherReason { get; init; }

    /// <summary>Whether the agent acknowledged it by word of mouth. SMC-06.</summary>
    public bool Acknowledged { get; init; }

    /// <summary>When it takes effect: at once in the desk's hours, at the next opening otherwise. ESS-82.</summary>
    public required Instant Effective { get; init; }

    /// <summary>Why levels were left out; null: none was. ESS-83, S-06.</summary>
    public string? Override { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<EscalationWarning> Warnings { get; init; } = [];
}

/// <summary>How a level came to be entered.</summary>
public enum EntryWay
{
    /// <summary>The customer asked.</summary>
    Request,

    /// <summary>The owner or an executive decided it. SMC-29, S-03.</summary>
    Owner,
}

/// <summary>Something that ought to be different, and stops nothing: an escalation is never discarded. SMC-19, A-18.</summary>
public enum EscalationWarning
{
    /// <summary>No target is used up yet. ESS-79.</summary>
    TargetsNotUsedUp,
    ReasonMissing,
    NotAcknowledged,

    /// <summary>Neither a call-back nor a planned contact soon. S-09.</summary>
    CallBackNotAgreed,
}

/// <summary>The customer asked for a level that had been entered already: noted, no second entry. Semantics 20.</summary>
public sealed record EscalationRepeated(
    int Level,
    string? From,
    Channel Channel,
    string? Number,
    IReadOnlyList<string> Reasons,
    string? Note
) : EscalationEvent;

/// <param name="Zone">The customer's zone, in which the time was agreed. SMC-08.</param>
public sealed record CallBackAgreed(Instant Due, string Zone) : EscalationEvent;

/// <summary>Somebody of the provider was contacted about the escalation. SMC-10, S-03.</summary>
/// <param name="Role">The post that was tried, which may stand in for the level's. Semantics 41.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record Engaged(
    int Level,
    string Role,
    string? Person,
    Channel Channel,
    EngagementOutcome Outcome,
    Instant ContactedAt,
    string? Text
) : EscalationEvent;

/// <summary>What came of contacting a post.</summary>
public enum EngagementOutcome
{
    Accepted,
    Informed,
    NotReached,
    Declined,
}

/// <summary>Somebody owns the escalation from now on. SMC-27, SMC-38.</summary>
/// <param name="From">Who owned it before; null: nobody did.</param>
/// <param name="Told">How the customer was told of the change; null at the first.</param>
public sealed record OwnershipTaken(string Role, string Name, string? From, Channel? Told) : EscalationEvent;

/// <summary>The customer was called back with an update. SMC-11.</summary>
public sealed record CalledBack(string Text) : EscalationEvent;

/// <summary>How the customer is kept informed from now on. SMC-12.</summary>
public sealed record PlanAgreed(AgreedPlan Plan) : EscalationEvent;

/// <summary>The customer was contacted as the plan says. SMC-13.</summary>
public sealed record PlannedContactMade(string Text, Channel Channel) : EscalationEvent;

/// <summary>The customer's counterpart of the executive at a level. SMC-35.</summary>
public sealed record PeerNamed(int Level, string Peer) : EscalationEvent;

/// <summary>A decision of an executive. SMC-36.</summary>
public sealed record DecisionTaken(int Level, string Text) : EscalationEvent;

/// <summary>More urgency than the priority gives, which stays as it is. ESS-81.</summary>
/// <param name="Notice">What the customer was told: it may be at the cost of others.</param>
public sealed record UrgencyGranted(string Justification, string Notice) : EscalationEvent;

/// <summary>A promise was still open at its due, which is <c>At</c>; done later it is late, and counts as missed. SMC-09.</summary>
/// <param name="Alerts">Roles that are alerted, once.</param>
public sealed record PromiseMissed(PromiseFor For, Instant Due, IReadOnlyList<string> Alerts) : EscalationEvent;

/// <summary>The escalation is over; the case may live on. SMC-39.</summary>
/// <param name="Told">How the customer was informed.</param>
/// <param name="RfoDue">By when the reason for outage is owed; null: it is not.</param>
public sealed record EscalationEnded(string Reason, Channel Told, RfoState Rfo, Instant? RfoDue) : EscalationEvent;

/// <summary>How it stands with the reason for outage when an escalation ends. SMC-39.</summary>
public enum RfoState
{
    Given,
    Owed,
    NotNeeded,
}
