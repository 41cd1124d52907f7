using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Erasures;
using Rung.Core.Escalations.Urgency;
using Rung.Core.Guides;

namespace Rung.Core.Escalations;

/// <summary>Something that happened to the escalation of a case, or to a wish for one.</summary>
public abstract record EscalationEvent : CaseEvent
{
    /// <summary>Number of the escalation it is about; null: the one that the case was worked by then.</summary>
    public int? About { get; init; }
}

/// <summary>A wish to escalate that raises no level: noted, answered at once, and the desk is alerted. S-04, SMC-19.</summary>
public sealed record EscalationAsked([Personal] string Text, Channel Channel, WhyNotRaised Why) : EscalationEvent
{
    /// <summary>The post that they turned to instead of the desk; null: they turned to the desk. SMC-16.</summary>
    public ApproachedPost? Approached { get; init; }

    /// <summary>Who turned to it, on the customer's side; null: not kept.</summary>
    [Personal]
    public string? From { get; init; }
}

/// <summary>A post of the provider that the customer approached directly. SMC-16.</summary>
/// <param name="Role">Id of the role.</param>
/// <param name="Person">Who of the post; null: shown by its title.</param>
public sealed record ApproachedPost([Stays] string Role, [Stays] string? Person);

/// <summary>Why a wish to escalate raised no level.</summary>
public enum WhyNotRaised
{
    /// <summary>The guide has escalations begin another way, for example by telephone only. SMC-04.</summary>
    OtherChannelNeeded,

    /// <summary>The guide wants the targets used up first. Semantics 17.</summary>
    TooEarly,

    /// <summary>The case is at the top of its ladder.</summary>
    AtTheTop,

    /// <summary>The ladder stands still, as the guide says of such cases.</summary>
    StandsStill,

    /// <summary>The guide names others who may ask.</summary>
    NotListed,

    /// <summary>An earlier request waits for its decision.</summary>
    Undecided,

    /// <summary>They turned to a post of the ladder themselves, and were led back to the desk. SMC-16.</summary>
    ApproachedDirectly,
}

/// <summary>A level was entered; the first begins the escalation. ESS-84, SMC-07, SMC-25.</summary>
public sealed record Escalated : EscalationEvent
{
    /// <summary>Which escalation of the case, from 1.</summary>
    public required int Escalation { get; init; }

    /// <summary>Id of the guide's ladder.</summary>
    [Stays]
    public required string Ladder { get; init; }

    /// <summary>Number of the level entered.</summary>
    public required int Level { get; init; }

    /// <summary>What made it be entered.</summary>
    public required EntryWay Way { get; init; }

    /// <summary>Who asked, on the customer's side; null: the provider did.</summary>
    [Personal]
    public string? From { get; init; }

    /// <summary>How they asked; of no account where nobody did.</summary>
    public Channel Channel { get; init; }

    /// <summary>Which of the published numbers was rung. SMC-05.</summary>
    [Stays]
    public string? Number { get; init; }

    /// <summary>Ids of the ladder's reasons; empty: none was given. SMC-20 to SMC-25.</summary>
    [Stays]
    public IReadOnlyList<string> Reasons
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>A reason in the customer's own words; reported apart. SMC-25.</summary>
    [Personal]
    public string? OtherReason { get; init; }

    /// <summary>Whether the agent acknowledged it by word of mouth. SMC-06.</summary>
    public bool Acknowledged { get; init; }

    /// <summary>When it takes effect: at once in the desk's hours, at the next opening otherwise. ESS-82.</summary>
    public required Instant Effective { get; init; }

    /// <summary>Why levels were left out; null: none was. ESS-83, S-06.</summary>
    [Personal]
    public string? Override { get; init; }

    /// <summary>What was said besides; null: nothing.</summary>
    [Personal]
    public string? Note { get; init; }

    /// <summary>What was left open; it stopped nothing.</summary>
    public IReadOnlyList<EscalationWarning> Warnings
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Which of the level's ways in, from 0; null: somebody asked or decided, or it lay on the way to another.</summary>
    public int? Entry { get; init; }

    /// <summary>What that way was counted from: each counts once.</summary>
    public Instant? Anchor { get; init; }

    /// <summary>The role that steps in, since nobody holds the level's post; null: somebody does. Semantics 41.</summary>
    [Stays]
    public string? StandsIn { get; init; }

    /// <summary>Roles that are alerted, once; <c>desk</c> among them when a post is empty.</summary>
    [Stays]
    public IReadOnlyList<string> Alerts
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>How a level came to be entered.</summary>
public enum EntryWay
{
    /// <summary>The customer asked.</summary>
    Request,

    /// <summary>The owner or an executive decided it. SMC-29, S-03.</summary>
    Owner,

    /// <summary>Time passed.</summary>
    Time,

    /// <summary>So much of a target was used up, or it was missed.</summary>
    Target,

    /// <summary>Something came to be the case.</summary>
    Condition,
}

/// <summary>Something that ought to be different, and stops nothing: an escalation is never discarded. SMC-19, A-18.</summary>
public enum EscalationWarning
{
    /// <summary>No target is used up yet. ESS-79.</summary>
    TargetsNotUsedUp,

    /// <summary>The level has reasons, and none was given. S-05.</summary>
    ReasonMissing,

    /// <summary>The ladder has call-backs, and nobody acknowledged by word of mouth. SMC-06.</summary>
    NotAcknowledged,

    /// <summary>Neither a call-back nor a planned contact soon. S-09.</summary>
    CallBackNotAgreed,

    /// <summary>The guide names others who may ask.</summary>
    CallerNotListed,
}

/// <summary>The customer asked for a level, and somebody of the provider decides on it.</summary>
/// <param name="DecidedBy">Role that decides.</param>
/// <param name="Due">By when.</param>
public sealed record EscalationRequested(int Level, [Stays] string Ladder, [Stays] string DecidedBy, Instant Due)
    : EscalationEvent
{
    /// <summary>Who asked, on the customer's side.</summary>
    [Personal]
    public string? From { get; init; }

    /// <summary>How they asked.</summary>
    public Channel Channel { get; init; }

    /// <summary>Which of the published numbers was rung; null: not known. SMC-05.</summary>
    [Stays]
    public string? Number { get; init; }

    /// <summary>Ids of the ladder's reasons; empty: none was given.</summary>
    [Stays]
    public IReadOnlyList<string> Reasons
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>A reason in the customer's own words. SMC-25.</summary>
    [Personal]
    public string? OtherReason { get; init; }

    /// <summary>Whether the agent acknowledged it by word of mouth. SMC-06.</summary>
    public bool Acknowledged { get; init; }

    /// <summary>What was said besides; null: nothing.</summary>
    [Personal]
    public string? Note { get; init; }

    /// <summary>What was left open; it goes over to the level if that is approved.</summary>
    public IReadOnlyList<EscalationWarning> Warnings
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>A request to escalate was decided; when it is approved the level is entered with it.</summary>
public sealed record EscalationDecided(int Level, RequestVerdict Verdict, [Personal] string? Rationale)
    : EscalationEvent;

/// <summary>How a request to escalate was decided.</summary>
public enum RequestVerdict
{
    /// <summary>The level is entered.</summary>
    Approved,

    /// <summary>It is not; whom the guide tells of decisions hears of it.</summary>
    Rejected,
}

/// <summary>The escalation is at a lower level from now on.</summary>
public sealed record SteppedDown(int Level, [Personal] string Text) : EscalationEvent;

/// <summary>A step of the resolution plan. SMC-40.</summary>
/// <param name="Number">From 1.</param>
public sealed record StepPlanned(int Number, [Personal] string What, [Personal] string Who, Instant Due)
    : EscalationEvent;

/// <summary>A step of the resolution plan is done. SMC-40.</summary>
/// <param name="Number">Of the step.</param>
/// <param name="Text">What came of it; null: nothing to say.</param>
public sealed record StepDone(int Number, [Personal] string? Text) : EscalationEvent;

/// <summary>A step is not owed any more.</summary>
/// <param name="Number">Of the step.</param>
/// <param name="Reason">Never empty.</param>
public sealed record StepDropped(int Number, [Personal] string Reason) : EscalationEvent;

/// <summary>An executive looked whether the owner follows the process. SMC-37, SMC-41.</summary>
public sealed record OwnerChecked(int Level, ProcessCheck Result, [Personal] string Text) : EscalationEvent;

/// <summary>What an executive found.</summary>
public enum ProcessCheck
{
    /// <summary>The owner works by the agreed process.</summary>
    Followed,

    /// <summary>They do not; what is done about it is a decision of its own.</summary>
    NotFollowed,
}

/// <summary>The last level was told again, since nobody of it had taken the matter.</summary>
/// <param name="Times">Which time, from 1.</param>
/// <param name="StandsIn">The role that steps in; null: somebody holds the level's post.</param>
public sealed record LevelToldAgain(
    int Escalation,
    int Level,
    int Times,
    [Stays] string? StandsIn,
    [Stays] IReadOnlyList<string> Alerts
) : EscalationEvent;

/// <summary>From now on a ladder stands still on the case, as the guide says of such cases.</summary>
public sealed record LadderStoodStill([Stays] string Ladder) : EscalationEvent;

/// <summary>A ladder that stood still goes on, its timers with what was left of them.</summary>
public sealed record LadderWentOn([Stays] string Ladder) : EscalationEvent;

/// <summary>The owner puts off a level that would be entered by itself.</summary>
public sealed record LevelDelayed(int Level, Instant Until, [Personal] string Reason) : EscalationEvent;

/// <summary>The customer asked for a level that had been entered already: noted, no second entry. Semantics 20.</summary>
public sealed record EscalationRepeated(
    int Level,
    [Personal] string? From,
    Channel Channel,
    [Stays] string? Number,
    [Stays] IReadOnlyList<string> Reasons,
    [Personal] string? Note
) : EscalationEvent
{
    /// <summary>Whether the agent acknowledged it by word of mouth. SMC-06.</summary>
    public bool Acknowledged { get; init; }
}

/// <param name="Zone">The customer's zone, in which the time was agreed. SMC-08.</param>
public sealed record CallBackAgreed(Instant Due, [Stays] string Zone) : EscalationEvent;

/// <summary>Somebody of the provider was contacted about the escalation. SMC-10, S-03.</summary>
/// <param name="Role">The post that was tried, which may stand in for the level's. Semantics 41.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record Engaged(
    int Level,
    [Stays] string Role,
    [Stays] string? Person,
    Channel Channel,
    EngagementOutcome Outcome,
    Instant ContactedAt,
    [Personal] string? Text
) : EscalationEvent;

/// <summary>What came of contacting a post.</summary>
public enum EngagementOutcome
{
    /// <summary>They take it; stops what waits for an acknowledgement (semantics 22).</summary>
    Accepted,

    /// <summary>They know of it, and do not take it.</summary>
    Informed,

    /// <summary>Nobody answered; the post is still to be contacted.</summary>
    NotReached,

    /// <summary>They will not take it; the post is still to be contacted.</summary>
    Declined,
}

/// <summary>Somebody owns the escalation from now on. SMC-27, SMC-38.</summary>
/// <param name="From">Who owned it before; null: nobody did.</param>
/// <param name="Told">How the customer was told of the change; null at the first.</param>
public sealed record OwnershipTaken([Stays] string Role, [Stays] string Name, [Stays] string? From, Channel? Told)
    : EscalationEvent;

/// <summary>The customer was called back with an update. SMC-11.</summary>
public sealed record CalledBack([Personal] string Text) : EscalationEvent
{
    /// <summary>Who approved what was said; null: the plan wants no approval.</summary>
    [Stays]
    public string? ApprovedBy { get; init; }
}

/// <summary>How the customer is kept informed from now on. SMC-12.</summary>
public sealed record PlanAgreed(AgreedPlan Plan) : EscalationEvent;

/// <summary>The customer was contacted as the plan says. SMC-13.</summary>
public sealed record PlannedContactMade([Personal] string Text, Channel Channel) : EscalationEvent
{
    /// <summary>Who approved what was said; null: the plan wants no approval.</summary>
    [Stays]
    public string? ApprovedBy { get; init; }
}

/// <summary>The customer's counterpart of the executive at a level. SMC-35.</summary>
public sealed record PeerNamed(int Level, [Personal] string Peer) : EscalationEvent;

/// <summary>A decision of an executive. SMC-36.</summary>
public sealed record DecisionTaken(int Level, [Personal] string Text) : EscalationEvent;

/// <summary>More urgency than the priority gives, which stays as it is. ESS-81.</summary>
/// <param name="Notice">What the customer was told: it may be at the cost of others.</param>
public sealed record UrgencyGranted([Personal] string Justification, [Personal] string Notice) : EscalationEvent
{
    /// <summary>The cases that it passed in the queue, with the time they had left; null: granted before that was kept.</summary>
    public IReadOnlyList<Displaced>? Displaces { get; init; }
}

/// <summary>A promise was still open at its due, which is <c>At</c>; done later it is late, and counts as missed. SMC-09.</summary>
/// <param name="Alerts">Roles that are alerted, once.</param>
public sealed record PromiseMissed(PromiseFor For, Instant Due, [Stays] IReadOnlyList<string> Alerts) : EscalationEvent
{
    /// <summary>Whether it is the miss of this promise.</summary>
    internal bool IsOf(Promise promise) => promise.For == For && promise.Due == Due;

    /// <summary>Whether something that this escalation promised was missed by it.</summary>
    internal bool IsOf(Escalation one) => one.Promises.Any(promise => IsOf(promise) && promise.MissedAt is not null);
}

/// <summary>The escalation is over; the case may live on. SMC-39.</summary>
/// <param name="Told">How the customer was informed; null: nobody had asked for it, and it ended with the case.</param>
/// <param name="RfoDue">By when the reason for outage is owed; null: it is not.</param>
public sealed record EscalationEnded([Personal] string Reason, Channel? Told, RfoState Rfo, Instant? RfoDue)
    : EscalationEvent
{
    /// <summary>Why it covers a case no longer, on both.</summary>
    public const string OnCovered = "The escalation has ended.";
}

/// <summary>How it stands with the reason for outage when an escalation ends. SMC-39.</summary>
public enum RfoState
{
    /// <summary>It is written on the case, or on one that the escalation covers where the case owes none.</summary>
    Given,

    /// <summary>It is promised for a date. S-07.</summary>
    Owed,

    /// <summary>The guide asks for none on this case.</summary>
    NotNeeded,
}
