using NodaTime;
using Rung.Core.Complaints;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>Something somebody wants done to a case. A closed family: the decider has an arm for each.</summary>
public abstract record CaseCommand;

/// <summary>Issues the reference: from here the clock runs (ESS-24, ESS-29). The rest of the intake may follow.</summary>
public sealed record LogCase : CaseCommand
{
    public required string Kind { get; init; }
    public required Channel Source { get; init; }

    /// <summary>1 to 200 characters.</summary>
    public required string Subject { get; init; }
    public required Reporter Reporter { get; init; }
    public IReadOnlyList<string> Services { get; init; } = [];
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>Null: the guide's proposal is taken.</summary>
    public string? Priority { get; init; }

    /// <summary>When the call began or the mail arrived; null: now.</summary>
    public Instant? ReceivedAt { get; init; }
    public Instant? DetectedAt { get; init; }
    public CaseReference? Continues { get; init; }

    /// <summary>Set when what is reported is unclear: the case is raised On-Hold at once (ESS-39).</summary>
    public string? HoldReason { get; init; }
    public string? Awaiting { get; init; }

    /// <summary>Answer by the customer's own first-line desk to the referral (ESS-05): its desk referred the case on.</summary>
    public FirstLine FirstLine { get; init; } = FirstLine.None;

    /// <summary>What is complained of; a complaint without it has its subject for that. ESS-89, ESS-93.</summary>
    public ComplaintDetails? Complaint { get; init; }
}

/// <summary>Whether the customer has its own first-line desk and whether it has seen the matter.</summary>
public enum FirstLine
{
    None,
    OwnDesk,
    OwnDeskReferred,
}

public sealed record AnswerIntake(
    IReadOnlyList<string> Services,
    IReadOnlyDictionary<string, string> Answers,
    IntakeState State
) : CaseCommand;

/// <summary>Sets the first priority, or changes it: raise (within the window) or lower .</summary>
/// <param name="With">The contact who agreed to a raise. ESS-43.</param>
public sealed record SetPriority(string Priority, string? With, string? Reason) : CaseCommand
{
    /// <summary>Names of the customer's contacts who may agree, as far as they are on file; empty: nobody is.</summary>
    public IReadOnlyList<string> OnFile { get; init; } = [];
}

public sealed record Assign(string Engineer) : CaseCommand;

public sealed record Hold(string Reason, string Awaiting) : CaseCommand;

public sealed record Resume() : CaseCommand;

public sealed record BeginWait(string Reason, string For) : CaseCommand;

public sealed record EndWait() : CaseCommand;

public sealed record SendUpdate(string Text, Channel Channel = Channel.Email) : CaseCommand;

public sealed record AddNote(string Text) : CaseCommand;

/// <summary>What a person on the customer's side said. Ends a hold; rejects a resolution; on a closed case it makes the next one .</summary>
public sealed record RecordReply(string Text, Channel Channel) : CaseCommand;

public sealed record RecordAutomaticMail(string Text) : CaseCommand;

public sealed record RecordUpdateRequest(string Text, Channel Channel) : CaseCommand;

public sealed record SetFlag(string Flag, FlagValue Value, string Reason) : CaseCommand;

public sealed record AgreeOutOfHoursContact(string Contact, string ReachedBy) : CaseCommand;

public sealed record GiveDisposition(string Disposition, string Text, string? Circumvention, LocalDate? Expected)
    : CaseCommand;

public sealed record Resolve(string Resolution, Confirmation Confirmation, ResolvedWhere Where = ResolvedWhere.Later)
    : CaseCommand;

public sealed record RejectResolution(string Text) : CaseCommand;

public sealed record ConfirmResolution(string? Text) : CaseCommand;

public sealed record RecordAttempt(Channel Channel, string? Outcome) : CaseCommand;

/// <summary>What came of a call that was owed; one call tells all that was. ESS-51.</summary>
public sealed record RecordCall(CallOutcome Outcome, string? Text = null) : CaseCommand;

public sealed record WriteRfo(string Text) : CaseCommand;

public sealed record ExplainBreach(string Target, string Reason, string? Text) : CaseCommand;

public sealed record Close() : CaseCommand;

/// <summary>Asks for what never happens; exists so that every door refuses it alike (ESS-53).</summary>
public sealed record Reopen() : CaseCommand;

/// <summary>Hands over to another team what the customer asks for beside the case, or instead of it. ESS-12, ESS-86.</summary>
/// <param name="Route">Id of one of the guide's routes that take things over.</param>
/// <param name="Text">What they ask for; the team and the customer read it.</param>
public sealed record PassOn(string Route, string Text) : CaseCommand;

public sealed record LinkTo(CaseReference Other, LinkKind Kind) : CaseCommand
{
    /// <summary>Why; needed where an escalation is to cover another case.</summary>
    public string? Reason { get; init; }
}

public sealed record Unlink(CaseReference Other, string Reason) : CaseCommand
{
    /// <summary>Which link, where two cases have several; null: that of an incident and a call about it, else the one there is.</summary>
    public LinkKind? Kind { get; init; }
}
