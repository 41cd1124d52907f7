using System.Text.Json.Serialization;
using NodaTime;
using Rung.Core.Cases.Versions;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Erasures;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>
/// Something that happened to a case. Events are appended, never changed; everything else is computed from them.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CaseLogged), "logged")]
[JsonDerivedType(typeof(IntakeAnswered), "intake-answered")]
[JsonDerivedType(typeof(PrioritySet), "priority-set")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(Held), "held")]
[JsonDerivedType(typeof(HoldEndSet), "hold-end-set")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(WaitBegan), "wait-began")]
[JsonDerivedType(typeof(WaitEnded), "wait-ended")]
[JsonDerivedType(typeof(Updated), "updated")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(CustomerReplied), "customer-replied")]
[JsonDerivedType(typeof(AutomaticMailReceived), "automatic-mail-received")]
[JsonDerivedType(typeof(UpdateRequested), "update-requested")]
[JsonDerivedType(typeof(FlagSet), "flag-set")]
[JsonDerivedType(typeof(OutOfHoursContactAgreed), "out-of-hours-contact-agreed")]
[JsonDerivedType(typeof(HandoverFellDue), "handover-due")]
[JsonDerivedType(typeof(DispositionGiven), "disposition-given")]
[JsonDerivedType(typeof(Resolved), "resolved")]
[JsonDerivedType(typeof(Rejected), "rejected")]
[JsonDerivedType(typeof(Confirmed), "confirmed")]
[JsonDerivedType(typeof(AttemptMade), "attempt-made")]
[JsonDerivedType(typeof(CallOwed), "call-owed")]
[JsonDerivedType(typeof(CallMade), "call-made")]
[JsonDerivedType(typeof(CallMissed), "call-missed")]
[JsonDerivedType(typeof(RfoWritten), "rfo-written")]
[JsonDerivedType(typeof(BreachExplained), "breach-explained")]
[JsonDerivedType(typeof(ClosingBlocked), "closing-blocked")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Linked), "linked")]
[JsonDerivedType(typeof(Unlinked), "unlinked")]
[JsonDerivedType(typeof(PassedOn), "passed-on")]
[JsonDerivedType(typeof(TargetWarned), "target-warned")]
[JsonDerivedType(typeof(TargetMissed), "target-missed")]
[JsonDerivedType(typeof(EscalationAsked), "escalation-asked")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(EscalationRepeated), "escalation-repeated")]
[JsonDerivedType(typeof(CallBackAgreed), "call-back-agreed")]
[JsonDerivedType(typeof(Engaged), "engaged")]
[JsonDerivedType(typeof(OwnershipTaken), "ownership-taken")]
[JsonDerivedType(typeof(CalledBack), "called-back")]
[JsonDerivedType(typeof(PlanAgreed), "plan-agreed")]
[JsonDerivedType(typeof(PlannedContactMade), "planned-contact-made")]
[JsonDerivedType(typeof(PeerNamed), "peer-named")]
[JsonDerivedType(typeof(DecisionTaken), "decision-taken")]
[JsonDerivedType(typeof(UrgencyGranted), "urgency-granted")]
[JsonDerivedType(typeof(PromiseMissed), "promise-missed")]
[JsonDerivedType(typeof(NextStepOwed), "next-step-owed")]
[JsonDerivedType(typeof(EscalationEnded), "escalation-ended")]
[JsonDerivedType(typeof(EscalationRequested), "escalation-requested")]
[JsonDerivedType(typeof(EscalationDecided), "escalation-decided")]
[JsonDerivedType(typeof(SteppedDown), "stepped-down")]
[JsonDerivedType(typeof(StepPlanned), "step-planned")]
[JsonDerivedType(typeof(StepDone), "step-done")]
[JsonDerivedType(typeof(StepDropped), "step-dropped")]
[JsonDerivedType(typeof(OwnerChecked), "owner-checked")]
[JsonDerivedType(typeof(LevelToldAgain), "level-told-again")]
[JsonDerivedType(typeof(LevelDelayed), "level-delayed")]
[JsonDerivedType(typeof(LadderStoodStill), "ladder-stood-still")]
[JsonDerivedType(typeof(LadderWentOn), "ladder-went-on")]
[JsonDerivedType(typeof(ComplaintAcknowledged), "complaint-acknowledged")]
[JsonDerivedType(typeof(HoldingReplied), "holding-replied")]
[JsonDerivedType(typeof(ComplaintAnswered), "complaint-answered")]
[JsonDerivedType(typeof(ComplaintEscalated), "complaint-escalated")]
[JsonDerivedType(typeof(PaperAdded), "paper-added")]
[JsonDerivedType(typeof(Imported), "imported")]
[JsonDerivedType(typeof(MovedToVersion), "moved-to-version")]
[JsonDerivedType(typeof(Erased), "erased")]
[JsonDerivedType(typeof(ReporterChanged), "reporter-changed")]
public abstract record CaseEvent
{
    /// <summary>When it happened; whole microseconds; never after <see cref="RecordedAt"/>.</summary>
    [JsonRequired]
    public Instant At { get; init; }

    /// <summary>When the product learned of it. Differs from <see cref="At"/> for back-dated entries and late dues.</summary>
    [JsonRequired]
    public Instant RecordedAt { get; init; }

    /// <summary>Who did it; the desk itself for what fell due.</summary>
    [JsonRequired]
    [Stays] // Of the customer's people the name goes, which Erasing looks at.
    public Actor By { get; init; } = Actor.Desk;
}

/// <summary>Answers of the intake, all that were given so far in one event; later ones replace earlier ones key by key. ESS-17 to ESS-24.</summary>
/// <param name="Answers">Question id to option id or text; for an option that needs one, the reason is under <c>ID.reason</c>.</param>
public sealed record IntakeAnswered(
    [Stays] IReadOnlyList<string> Services,
    [Personal] IReadOnlyDictionary<string, string> Answers,
    IntakeState State
) : CaseEvent;

/// <summary>Whether the intake can be left as it is. ESS-24.</summary>
public enum IntakeState
{
    /// <summary>Questions may still be open; the clock runs all the same.</summary>
    Open,

    /// <summary>
    /// Nothing is asked any more: every required question has its answer, or nobody was on the telephone to be asked.
    /// </summary>
    Finished,
}

/// <summary>Priority given or changed. ESS-21, ESS-42 to ESS-45, ESS-63.</summary>
/// <param name="Proposed">What the rules proposed and why, kept beside what was chosen.</param>
/// <param name="With">The customer's contact who agreed (raise).</param>
public sealed record PrioritySet(
    [Stays] string Priority,
    PriorityCause Cause,
    [Stays] Proposal? Proposed,
    [Personal] string? With,
    [Personal] string? Reason
) : CaseEvent;

/// <summary>How a case came to its priority.</summary>
public enum PriorityCause
{
    /// <summary>As proposed, by the kind or by a rule. ESS-42.</summary>
    Default,

    /// <summary>Given by whoever logged it, against the proposal or where there was none.</summary>
    Chosen,

    /// <summary>More urgent than before, within the window for raising. ESS-43, A-07.</summary>
    Raised,

    /// <summary>Less urgent than before, on facts. A-27.</summary>
    Lowered,
}

/// <summary>A priority proposed by the guide's rules. ESS-63.</summary>
public sealed record Proposal(string Priority, string Rule, string Because, string Cite);

/// <summary>An engineer has the case. ESS-70.</summary>
/// <param name="Engineer">Name or post, trimmed.</param>
public sealed record Assigned([Stays] string Engineer) : CaseEvent;

/// <param name="Awaiting">What is awaited, in words for the customer; the evidence of the pause.</param>
/// <param name="EndsBy">When the hold ends by itself; null: only by answer or agent.</param>
public sealed record Held([Stays] string Reason, [Personal] string Awaiting, Instant? EndsBy) : CaseEvent;

/// <summary>The customer answered out of hours: the hold ends at the next opening. A-06.</summary>
public sealed record HoldEndSet(Instant EndsBy) : CaseEvent;

/// <summary>A hold is over; clocks that it paused go on from <c>At</c>. .</summary>
/// <param name="Cause">What ended it.</param>
public sealed record Resumed(ResumeCause Cause) : CaseEvent;

/// <summary>What ended a hold.</summary>
public enum ResumeCause
{
    /// <summary>The customer's own word; never an automatic mail .</summary>
    CustomerReplied,

    /// <summary>Somebody of the desk.</summary>
    AgentEnded,

    /// <summary>The desk opened, for a hold that lasts no longer. ESS-48, A-17.</summary>
    NextOpening,
}

/// <summary>The case waits for somebody who is not the customer. Semantics 13.</summary>
/// <param name="Reason">Id of the guide's wait reason.</param>
/// <param name="For">Whom or what; may be empty.</param>
public sealed record WaitBegan([Stays] string Reason, [Personal] string For) : CaseEvent;

/// <summary>Such a wait is over.</summary>
public sealed record WaitEnded() : CaseEvent;

/// <summary>Word to the customer. ESS-77.</summary>
public sealed record Updated([Personal] string Text, Channel Channel) : CaseEvent
{
    /// <summary>The incident that it was written on, for all cases that belong to it; null: on this case.</summary>
    public CaseReference? Of { get; init; }
}

/// <summary>Inside word; has no recipients and never leaves.</summary>
public sealed record Noted([Personal] string Text) : CaseEvent;

/// <summary>A person on the customer's side said something.</summary>
public sealed record CustomerReplied([Personal] string Text, Channel Channel) : CaseEvent
{
    /// <summary>The files sent with it; null: none.</summary>
    public IReadOnlyList<Paper>? Papers { get; init; }
}

/// <summary>Out-of-office, bounce, list: kept, and counts as nothing. A-24.</summary>
public sealed record AutomaticMailReceived([Personal] string Text) : CaseEvent;

/// <summary>The customer asked how things stand. ESS-78.</summary>
public sealed record UpdateRequested([Personal] string Text, Channel Channel) : CaseEvent
{
    /// <summary>By when they have an answer; null: the guide promises none, or one is owed already.</summary>
    public Instant? AnswerDue { get; init; }
}

/// <summary>Somebody's word on a flag, which goes before its condition. A-15.</summary>
/// <param name="Flag">Id of the guide's flag.</param>
/// <param name="Value">What it is from then on.</param>
/// <param name="Reason">Never empty.</param>
public sealed record FlagSet([Stays] string Flag, FlagValue Value, [Personal] string Reason) : CaseEvent;

/// <summary>What somebody made of a flag.</summary>
public enum FlagValue
{
    /// <summary>It holds, whatever its condition says.</summary>
    Set,

    /// <summary>It does not hold, whatever its condition says.</summary>
    Unset,
}

/// <summary>Who is reached how during the night. ESS-49.</summary>
public sealed record OutOfHoursContactAgreed([Personal] string Contact, [Personal] string ReachedBy) : CaseEvent;

/// <summary>The prompt to exchange contacts before closing time. ESS-49.</summary>
public sealed record HandoverFellDue(Instant Closing) : CaseEvent;

/// <param name="Circumvention">What the customer can do meanwhile. ESS-64.</param>
/// <param name="Expected">When the change is expected (ESS-67).</param>
public sealed record DispositionGiven(
    [Stays] string Disposition,
    [Personal] string Text,
    [Personal] string? Circumvention,
    LocalDate? Expected
) : CaseEvent;

/// <summary>Two cases are linked; the other has its own event, with the mirrored kind. Semantics 38.</summary>
/// <param name="Other">The other case.</param>
/// <param name="Kind">What it is to this one.</param>
public sealed record Linked(CaseReference Other, LinkKind Kind) : CaseEvent
{
    /// <summary>Why; null: links of this sort need no reason.</summary>
    [Personal]
    public string? Reason { get; init; }

    internal bool IsUndoneBy(Unlinked end) =>
        Other == end.Other
        && (end.Kind is null ? Kind is not (LinkKind.Covers or LinkKind.CoveredBy) : Kind == end.Kind);
}

/// <summary>A link was undone. Semantics 38.</summary>
/// <param name="Other">The other case.</param>
/// <param name="Reason">As it was entered; may be empty.</param>
public sealed record Unlinked(CaseReference Other, [Personal] string Reason) : CaseEvent
{
    /// <summary>Which link; null: any but that of an escalation.</summary>
    public LinkKind? Kind { get; init; }
}

/// <summary>What the customer asks for was handed over to another team, which was told so. ESS-12, ESS-86.</summary>
/// <param name="Route">Id of the guide's route.</param>
/// <param name="Text">What they ask for; not empty.</param>
public sealed record PassedOn([Stays] string Route, [Personal] string Text) : CaseEvent;

/// <summary>Which part the other case plays, seen from this one. Semantics 38.</summary>
public enum LinkKind
{
    /// <summary>This case continues the other, closed one.</summary>
    Continues,

    /// <summary>The other case continues this one.</summary>
    ContinuedBy,

    /// <summary>The other case is the incident this call belongs to.</summary>
    Parent,

    /// <summary>The other case is a call about this incident.</summary>
    Child,

    /// <summary>The escalation of this case covers the other as well.</summary>
    Covers,

    /// <summary>This case is escalated with the other: levels, plan and call-backs are that one's.</summary>
    CoveredBy,
}

/// <param name="Due">The due instant warned about.</param>
public sealed record TargetWarned([Stays] string Target, int Warning, Instant Due) : CaseEvent;

/// <summary>Breach; <c>At</c> is the due instant, <c>RecordedAt</c> when it was noticed. Semantics 2.</summary>
/// <param name="Arrival">Whether the target was overdue already when it came to apply (semantics 14).</param>
public sealed record TargetMissed([Stays] string Target, int Round, Arrival Arrival = Arrival.InTime) : CaseEvent;
