using System.Text.Json.Serialization;
using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
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
public abstract record CaseEvent
{
    /// <summary>When it happened; whole microseconds; never after <see cref="RecordedAt"/>.</summary>
    [JsonRequired]
    public Instant At { get; init; }

    /// <summary>When the product learned of it. Differs from <see cref="At"/> for back-dated entries and late dues.</summary>
    [JsonRequired]
    public Instant RecordedAt { get; init; }

    [JsonRequired]
    public Actor By { get; init; } = Actor.Desk;
}

/// <summary>What was known when the reference was issued. <c>At</c> is the moment of issue. ESS-19, ESS-29, A-04.</summary>
public sealed record CaseLogged : CaseEvent
{
    public required CaseReference Reference { get; init; }
    public required string Desk { get; init; }
    public required string GuideVersion { get; init; }
    public required string Kind { get; init; }
    public required Channel Source { get; init; }
    public required string Subject { get; init; }
    public required Reporter Reporter { get; init; }

    /// <summary>When the call began, the mail arrived, the form was sent.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The alert's own time, for monitoring.</summary>
    public Instant? DetectedAt { get; init; }

    /// <summary>Where the case's clocks begin, as the guide's start rule says for the source.</summary>
    public required Instant ClockStart { get; init; }

    /// <summary>Paragraph that decided <see cref="ClockStart"/>.</summary>
    public required string StartCite { get; init; }

    /// <summary>The closed case that this one continues. ESS-53.</summary>
    public CaseReference? Continues { get; init; }

    /// <summary>What is kept of a complaint; null: it is none.</summary>
    public ComplaintDetails? Complaint { get; init; }

    /// <summary>When the matter was received first, of a complaint that goes on with an earlier one that one's time.</summary>
    [JsonIgnore]
    public Instant FirstReceivedAt => Complaint?.FirstReceivedAt ?? ReceivedAt;
}

/// <summary>Who reports, for which customer, under which contract.</summary>
public sealed record Reporter(
    string CustomerId,
    string CustomerName,
    string ContactName,
    string? ContactRole,
    string? Phone,
    string? Email
)
{
    public string? Contract { get; init; }
    public string? Region { get; init; }

    /// <summary>The customer's own fault reference. ESS-32.</summary>
    public string? CustomerReference { get; init; }
}

/// <summary>Answers of the intake, all that were given so far in one event; later ones replace earlier ones key by key. ESS-17 to ESS-24.</summary>
/// <param name="Answers">Question id to option id or text; for an option that needs one, the reason is under <c>ID.reason</c>.</param>
public sealed record IntakeAnswered(
    IReadOnlyList<string> Services,
    IReadOnlyDictionary<string, string> Answers,
    IntakeState State
) : CaseEvent;

public enum IntakeState
{
    Open,
    Finished,
}

/// <summary>Priority given or changed. ESS-21, ESS-42 to ESS-45, ESS-63.</summary>
/// <param name="Proposed">What the rules proposed and why, kept beside what was chosen.</param>
/// <param name="With">The customer's contact who agreed (raise).</param>
public sealed record PrioritySet(string Priority, PriorityCause Cause, Proposal? Proposed, string? With, string? Reason)
    : CaseEvent;

public enum PriorityCause
{
    Default,
    Chosen,
    Raised,
    Lowered,
}

/// <summary>A priority proposed by the guide's rules. ESS-63.</summary>
public sealed record Proposal(string Priority, string Rule, string Because, string Cite);

public sealed record Assigned(string Engineer) : CaseEvent;

/// <param name="Awaiting">What is awaited, in words for the customer; the evidence of the pause.</param>
/// <param name="EndsBy">When the hold ends by itself; null: only by answer or agent.</param>
public sealed record Held(string Reason, string Awaiting, Instant? EndsBy) : CaseEvent;

/// <summary>The customer answered out of hours: the hold ends at the next opening. A-06.</summary>
public sealed record HoldEndSet(Instant EndsBy) : CaseEvent;

public sealed record Resumed(ResumeCause Cause) : CaseEvent;

public enum ResumeCause
{
    CustomerReplied,
    AgentEnded,
    NextOpening,
}

public sealed record WaitBegan(string Reason, string For) : CaseEvent;

public sealed record WaitEnded() : CaseEvent;

/// <summary>Word to the customer. ESS-77.</summary>
public sealed record Updated(string Text, Channel Channel) : CaseEvent;

/// <summary>Inside word; has no recipients and never leaves.</summary>
public sealed record Noted(string Text) : CaseEvent;

/// <summary>A person on the customer's side said something.</summary>
public sealed record CustomerReplied(string Text, Channel Channel) : CaseEvent;

/// <summary>Out-of-office, bounce, list: kept, and counts as nothing. A-24.</summary>
public sealed record AutomaticMailReceived(string Text) : CaseEvent;

/// <summary>The customer asked how things stand. ESS-78.</summary>
public sealed record UpdateRequested(string Text, Channel Channel) : CaseEvent;

public sealed record FlagSet(string Flag, FlagValue Value, string Reason) : CaseEvent;

public enum FlagValue
{
    Set,
    Unset,
}

/// <summary>Who is reached how during the night. ESS-49.</summary>
public sealed record OutOfHoursContactAgreed(string Contact, string ReachedBy) : CaseEvent;

/// <summary>The prompt to exchange contacts before closing time. ESS-49.</summary>
public sealed record HandoverFellDue(Instant Closing) : CaseEvent;

/// <param name="Circumvention">What the customer can do meanwhile. ESS-64.</param>
/// <param name="Expected">When the change is expected (ESS-67).</param>
public sealed record DispositionGiven(string Disposition, string Text, string? Circumvention, LocalDate? Expected)
    : CaseEvent;

public sealed record Resolved(string Resolution, Confirmation Confirmation, ResolvedWhere Where) : CaseEvent;

public enum Confirmation
{
    Required,
    NotRequired,
}

public enum ResolvedWhere
{
    Later,

    /// <summary>During the first call. ESS-25.</summary>
    OnFirstCall,
}

/// <summary>The customer says it is not fixed; back to Assigned. A-10.</summary>
public sealed record Rejected(string Text) : CaseEvent;

public sealed record Confirmed(string? Text) : CaseEvent;

/// <param name="Number">1 for the first after the resolution notice.</param>
public sealed record AttemptMade(int Number, Channel Channel, string? Outcome) : CaseEvent;

/// <summary>What was written to the customer is to be told by telephone as well: the message may not arrive. ESS-51.</summary>
/// <param name="Number">1 for the first on the case.</param>
/// <param name="Event">Number of the event that the customer is to hear of.</param>
/// <param name="On">What it is about, as the guide names the moment.</param>
/// <param name="Due">By when; at that instant is in time.</param>
public sealed record CallOwed(int Number, int Event, CaseMoment On, Instant Due) : CaseEvent;

/// <summary>Somebody rang the customer: one call tells all that was owed by then. ESS-51.</summary>
/// <param name="Again">By when the call is to be tried again; null: the customer knows.</param>
public sealed record CallMade(CallOutcome Outcome, string? Text, Instant? Again) : CaseEvent;

/// <summary>What came of a call to the customer. ESS-51.</summary>
public enum CallOutcome
{
    Reached,
    MessageLeft,

    /// <summary>The call stays owed, by another time.</summary>
    NotReached,
}

/// <summary>A call was not made by its due; <c>At</c> is the due instant. It stays owed.</summary>
public sealed record CallMissed(int Number) : CaseEvent;

public sealed record RfoWritten(string Text) : CaseEvent;

public sealed record BreachExplained(string Target, string Reason, string? Text) : CaseEvent;

/// <summary>The case would close now but something is owed first. ESS-76.</summary>
public sealed record ClosingBlocked(string Why) : CaseEvent;

public sealed record Closed(ClosedBecause Because, string? Rfo) : CaseEvent
{
    /// <summary>How each target stood then; it stays so. Null: closed before verdicts were kept.</summary>
    public IReadOnlyList<Verdict>? Verdicts { get; init; }

    /// <summary>The holidays and zone rules that the verdicts rest on: <see cref="Clocks.ClockData"/>.</summary>
    public string? ClockData { get; init; }
}

public enum ClosedBecause
{
    Confirmed,
    Silence,
    ConfirmationNotRequired,
    Reviewed,
    ByAgent,
}

public sealed record Linked(CaseReference Other, LinkKind Kind) : CaseEvent
{
    /// <summary>Why; null: links of this sort need no reason.</summary>
    public string? Reason { get; init; }

    internal bool IsUndoneBy(Unlinked end) =>
        Other == end.Other
        && (end.Kind is null ? Kind is not (LinkKind.Covers or LinkKind.CoveredBy) : Kind == end.Kind);
}

public sealed record Unlinked(CaseReference Other, string Reason) : CaseEvent
{
    /// <summary>Which link; null: any but that of an escalation.</summary>
    public LinkKind? Kind { get; init; }
}

/// <summary>What the customer asks for was handed over to another team, which was told so. ESS-12, ESS-86.</summary>
/// <param name="Route">Id of the guide's route.</param>
public sealed record PassedOn(string Route, string Text) : CaseEvent;

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
public sealed record TargetWarned(string Target, int Warning, Instant Due) : CaseEvent;

/// <summary>Breach; <c>At</c> is the due instant, <c>RecordedAt</c> when it was noticed. Semantics 2.</summary>
/// <param name="Arrival">Whether the target was overdue already when it came to apply (semantics 14).</param>
public sealed record TargetMissed(string Target, int Round, Arrival Arrival = Arrival.InTime) : CaseEvent;

/// <summary>
/// A line of another desk's log: the state that the case was in from then on, in that desk's own words. Only importing
/// history makes one; no command does. What this product refuses, such as work on a closed case, is kept as it was.
/// </summary>
/// <param name="State">What the mapping says that the words mean.</param>
/// <param name="Said">The words as they stand in the log.</param>
public sealed record Imported(ImportedState State, string Said) : CaseEvent
{
    /// <summary>How much it mattered, in the other desk's words; a priority only when it is replayed under a guide.</summary>
    public string? Impact { get; init; }
    public string? Team { get; init; }

    /// <summary>Further columns that were to be kept, name to value.</summary>
    public IReadOnlyDictionary<string, string>? Kept { get; init; }
}

/// <summary>What a line of another desk's log says of the case.</summary>
public enum ImportedState
{
    /// <summary>Nobody works on it yet, or nobody just now.</summary>
    Open,
    Assigned,

    /// <summary>Assigned, and waiting for somebody who is not the customer; the clock runs.</summary>
    Waiting,

    /// <summary>Waiting for the customer; pauses.</summary>
    OnHold,
    Resolved,
    ResolvedOnFirstCall,
    Closed,

    /// <summary>Ended without a resolution.</summary>
    Cancelled,

    /// <summary>A line that says nothing about the state; kept.</summary>
    Noted,
}
