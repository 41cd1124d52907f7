using System.Text.Json.Serialization;
using NodaTime;
using Rung.Core.Complaints;
using Rung.Core.Customers;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>Something somebody wants done to a case. A closed family: the decider has an arm for each.</summary>
public abstract record CaseCommand;

/// <summary>Issues the reference: from here the clock runs (ESS-24, ESS-29). The rest of the intake may follow.</summary>
public sealed record LogCase : CaseCommand
{
    /// <summary>Id of one of the guide's kinds. One that is handed over makes no case (ESS-12).</summary>
    public required string Kind { get; init; }

    /// <summary>How the matter came; with the guide's start rule for it this decides where the clocks begin. A-04.</summary>
    public required Channel Source { get; init; }

    /// <summary>1 to 200 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>Customer and contact are needed; names 1 to 200 characters on one line. ESS-17.</summary>
    public required Reporter Reporter { get; init; }

    /// <summary>Ids of the guide's services that are concerned; empty: none is named, which is no refusal.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>
    /// Question id to option id, number or text, up to 100,000 characters each; a reason is under <c>ID.reason</c>.
    /// ESS-18 to ESS-23.
    /// </summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>Null: the guide's proposal is taken.</summary>
    public string? Priority { get; init; }

    /// <summary>When the call began or the mail arrived; null: now.</summary>
    public Instant? ReceivedAt { get; init; }

    /// <summary>The alert's own time, for monitoring; at most 92 days ago. Null: as received. ESS-29, A-04.</summary>
    public Instant? DetectedAt { get; init; }

    /// <summary>The closed case that this one continues; it is linked to it. Null: none. ESS-53.</summary>
    public CaseReference? Continues { get; init; }

    /// <summary>Set when what is reported is unclear: the case is raised On-Hold at once (ESS-39).</summary>
    public string? HoldReason { get; init; }

    /// <summary>What is awaited of the customer, 1 to 2,000 characters; needed with a hold reason.</summary>
    public string? Awaiting { get; init; }

    /// <summary>Answer by the customer's own first-line desk to the referral (ESS-05): its desk referred the case on.</summary>
    public FirstLine FirstLine { get; init; } = FirstLine.None;

    /// <summary>What is complained of; a complaint without it has its subject for that. ESS-89, ESS-93.</summary>
    public ComplaintDetails? Complaint { get; init; }

    /// <summary>The files sent with a report, whose bytes come beside; null: none. Those of a complaint are with its words.</summary>
    [JsonIgnore]
    public IReadOnlyList<Paper>? Papers { get; init; }
}

/// <summary>Whether the customer has its own first-line desk and whether it has seen the matter.</summary>
public enum FirstLine
{
    /// <summary>The customer contacts this desk directly. ESS-04.</summary>
    None,

    /// <summary>
    /// It has a desk of its own that has not seen the matter: refused with the guide's referral, no case. ESS-05.
    /// </summary>
    OwnDesk,

    /// <summary>Its own desk has referred the matter on, so that it is logged like any other.</summary>
    OwnDeskReferred,
}

/// <summary>
/// Answers intake questions after the reference was issued. Refused as finished while a required one is open. ESS-24.
/// </summary>
/// <param name="Services">Ids of the services concerned; they replace those named before.</param>
/// <param name="Answers">As when it was logged; they replace earlier ones key by key.</param>
/// <param name="State">Whether the intake is finished with them.</param>
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

/// <summary>Gives the case to an engineer, which assigns an open one; refused once it is resolved. ESS-70.</summary>
/// <param name="Engineer">1 to 200 characters. Who has the case already gets no event.</param>
public sealed record Assign(string Engineer) : CaseCommand;

/// <summary>Puts an open or assigned case On-Hold. ESS-71, A-06.</summary>
/// <param name="Reason">Id of one of the guide's hold reasons that fits the case; it says which clocks stand still.</param>
/// <param name="Awaiting">What is awaited of whom, 1 to 2,000 characters: the customer reads it.</param>
public sealed record Hold(string Reason, string Awaiting) : CaseCommand;

/// <summary>Ends a hold by hand. Back to Assigned where there is an engineer, else to Open. A-26.</summary>
public sealed record Resume() : CaseCommand;

/// <summary>
/// Notes that an open or assigned case waits for somebody who is not the customer; it stays as it is. Semantics 13.
/// </summary>
/// <param name="Reason">Id of one of the guide's wait reasons that fits the case; it may stop the clock.</param>
/// <param name="For">Whom or what it waits for, up to 200 characters; may be empty.</param>
public sealed record BeginWait(string Reason, string For) : CaseCommand;

/// <summary>Ends such a wait; refused when there is none.</summary>
public sealed record EndWait() : CaseCommand;

/// <summary>Word to the customer; what counts for the clock of updates. ESS-77, semantics 24.</summary>
/// <param name="Text">1 to 100,000 characters, as the customer reads it.</param>
/// <param name="Channel">How it is given; by the channel of a communication plan it is the planned contact as well.</param>
public sealed record SendUpdate(string Text, Channel Channel = Channel.Email) : CaseCommand
{
    /// <summary>The incident that it was written on: <see cref="TiedCases"/> says so, whoever asks does not. Null: here.</summary>
    [JsonIgnore]
    public CaseReference? Of { get; init; }
}

/// <summary>Word among the desk; never shown to the customer and no update. Also on a closed case.</summary>
/// <param name="Text">1 to 100,000 characters.</param>
public sealed record AddNote(string Text) : CaseCommand;

/// <summary>What a person on the customer's side said. Ends a hold; rejects a resolution; on a closed case it makes the next one .</summary>
public sealed record RecordReply(string Text, Channel Channel) : CaseCommand
{
    /// <summary>The files sent with it, whose bytes come beside; null: none.</summary>
    [JsonIgnore]
    public IReadOnlyList<Paper>? Papers { get; init; }
}

/// <summary>Keeps an out-of-office, a bounce or a list mail: it ends no hold, stops no clock and is no reply. A-24.</summary>
/// <param name="Text">What it said, of any length; also empty.</param>
public sealed record RecordAutomaticMail(string Text) : CaseCommand;

/// <summary>The customer asked how things stand; no update is thereby given. ESS-78.</summary>
/// <param name="Text">What was asked, 1 to 100,000 characters.</param>
/// <param name="Channel">How they asked.</param>
public sealed record RecordUpdateRequest(string Text, Channel Channel) : CaseCommand;

/// <summary>Sets or unsets one of the guide's flags by hand, which goes before the flag's own condition. A-15.</summary>
/// <param name="Flag">Id of the flag.</param>
/// <param name="Value">What it is from now on.</param>
/// <param name="Reason">1 to 100,000 characters; never empty, whichever way.</param>
public sealed record SetFlag(string Flag, FlagValue Value, string Reason) : CaseCommand;

/// <summary>Names who is reached how after hours, in answer to the prompt before closing time. ESS-49.</summary>
/// <param name="Contact">1 to 200 characters.</param>
/// <param name="ReachedBy">Telephone number or other way, 1 to 200 characters.</param>
public sealed record AgreeOutOfHoursContact(string Contact, string ReachedBy) : CaseCommand;

/// <summary>
/// Answers a case with one of the guide's outcomes, which may meet its target without a fix. ESS-64 to ESS-67, A-14.
/// </summary>
/// <param name="Disposition">Id of the outcome; its effect leaves the case open, resolves or closes it.</param>
/// <param name="Text">The update that carries it, 1 to 100,000 characters.</param>
/// <param name="Circumvention">What the customer can do meanwhile; null: nothing is known.</param>
/// <param name="Expected">Date on the desk's calendar, not before today; needed where the outcome asks for one.</param>
public sealed record GiveDisposition(string Disposition, string Text, string? Circumvention, LocalDate? Expected)
    : CaseCommand;

/// <summary>Says that it is fixed. Refused on a resolved case, and on one without the priority that its kind needs.</summary>
/// <param name="Resolution">What was done, for the customer, 1 to 100,000 characters.</param>
/// <param name="Confirmation">Whether the customer is asked; it decides how the case closes. ESS-72, ESS-73.</param>
/// <param name="Where">On the first call only while nothing followed that call. ESS-25.</param>
public sealed record Resolve(string Resolution, Confirmation Confirmation, ResolvedWhere Where = ResolvedWhere.Later)
    : CaseCommand;

/// <summary>The customer says that it is not fixed: back to work, without the time it was resolved. A-10, semantics 31.</summary>
/// <param name="Text">What is still wrong, 1 to 100,000 characters.</param>
public sealed record RejectResolution(string Text) : CaseCommand;

/// <summary>The customer says that it is fixed: closes, or notes what is owed first. ESS-73.</summary>
/// <param name="Text">What they said; null: nothing, or the reply that sent the case back, whose instant counts.</param>
public sealed record ConfirmResolution(string? Text) : CaseCommand;

/// <summary>Asks once more for the confirmation, in place of the automatic attempt that would be next. ESS-73, A-09.</summary>
/// <param name="Channel">How the customer was tried.</param>
/// <param name="Outcome">What came of it, as a note; null: nothing to say.</param>
public sealed record RecordAttempt(Channel Channel, string? Outcome) : CaseCommand;

/// <summary>What came of a call that was owed; one call tells all that was. ESS-51.</summary>
public sealed record RecordCall(CallOutcome Outcome, string? Text = null) : CaseCommand;

/// <summary>Writes the reason for outage, which replaces an earlier one. A case that waited only for it closes. ESS-76.</summary>
/// <param name="Text">1 to 100,000 characters; it stands in the closing message.</param>
public sealed record WriteRfo(string Text) : CaseCommand
{
    /// <summary>Who approved it; needed where the guide wants approval.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The incident that it was written on: <see cref="TiedCases"/> says so, whoever asks does not. Null: here.</summary>
    [JsonIgnore]
    public CaseReference? Of { get; init; }
}

/// <summary>Says why a target was missed; needed before a firm one's case is closed by hand. Also on a closed case.</summary>
/// <param name="Target">Id of a target whose breach is on record.</param>
/// <param name="Reason">1 to 100,000 characters; reported with the breach.</param>
/// <param name="Text">Anything further; null: nothing.</param>
public sealed record ExplainBreach(string Target, string Reason, string? Text) : CaseCommand;

/// <summary>
/// Closes a resolved case by hand. Refused while a confirmation, a reason or the end of an escalation is owed. ESS-74.
/// </summary>
public sealed record Close() : CaseCommand;

/// <summary>Asks for what never happens; exists so that every door refuses it alike (ESS-53).</summary>
public sealed record Reopen() : CaseCommand;

/// <summary>
/// Moves an open case to the version of its guide that is in force, by whoever holds a post of one of that one's ladders. Refused
/// where the version lacks what the case rests on. ESS-02, semantics 29.
/// </summary>
/// <param name="To">The version whose effects its author looked at; refused once another one is in force.</param>
public sealed record MoveToVersion(string To) : CaseCommand;

/// <summary>
/// Makes somebody else of the same customer the reporter: the wrong person was picked, or whoever reported it has left. From then on
/// it is they who are written to and rung. Refused for a complaint, which is who made it's alone. Who is it already: no event.
/// </summary>
/// <param name="Contact">Id of one of the customer's people on file who have not left.</param>
/// <param name="Reason">Why; stays inside the desk.</param>
public sealed record ChangeReporter(string Contact, string Reason) : CaseCommand
{
    /// <summary>The customer's people, as far as they are on file and there.</summary>
    [JsonIgnore]
    public IReadOnlyList<Contact> OnFile { get; init; } = [];
}

/// <summary>Hands over to another team what the customer asks for beside the case, or instead of it. ESS-12, ESS-86.</summary>
/// <param name="Route">Id of one of the guide's routes that take things over.</param>
/// <param name="Text">What they ask for; the team and the customer read it.</param>
public sealed record PassOn(string Route, string Text) : CaseCommand;

/// <summary>
/// Links two cases, closed ones too; nothing else of either changes. Linked already: no event. Semantics 38.
/// </summary>
/// <param name="Other">Another case than this.</param>
/// <param name="Kind">What the other is to this one; a case has one parent at most.</param>
public sealed record LinkTo(CaseReference Other, LinkKind Kind) : CaseCommand
{
    /// <summary>Why; needed where an escalation is to cover another case. Null: not said.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason for outage of a parent, which is its children's too: <see cref="TiedCases"/> fills it in.</summary>
    [JsonIgnore]
    public WriteRfo? Rfo { get; init; }
}

/// <summary>Undoes a link, but never that to the case which continues this one or which it continues. Semantics 38.</summary>
/// <param name="Other">A case that it is linked to.</param>
/// <param name="Reason">Why, for the timeline; may be empty, but where an escalation covered the other case.</param>
public sealed record Unlink(CaseReference Other, string Reason) : CaseCommand
{
    /// <summary>Which link, where two cases have several; null: that of an incident and a call about it, else the one there is.</summary>
    public LinkKind? Kind { get; init; }
}
