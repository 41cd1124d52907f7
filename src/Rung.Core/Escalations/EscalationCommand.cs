using System.Text.Json.Serialization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations.Urgency;
using Rung.Core.Guides;

namespace Rung.Core.Escalations;

/// <summary>Something somebody wants done about the escalation of a case.</summary>
public abstract record EscalationCommand : CaseCommand
{
    /// <summary>Number of the escalation it is about, where several go on; null: the one that the case is worked by.</summary>
    public int? About { get; init; }
}

/// <summary>The customer escalates, and the desk registers it while they speak. ESS-83, ESS-84, SMC-04 to SMC-08, SMC-15.</summary>
public sealed record Escalate : EscalationCommand
{
    /// <summary>The level that is asked for; null: the one above <see cref="SeenLevel"/>. One of the two is needed.</summary>
    public int? Level { get; init; }

    /// <summary>The level that the author saw the case at, 0 for none: two who escalate at once make one level.</summary>
    public int? SeenLevel { get; init; }

    /// <summary>Who asks, on the customer's side. Without a name nobody has asked.</summary>
    public string? From { get; init; }

    /// <summary>Their part on the customer's side; null: as the case has it, if it is the one who reported.</summary>
    public string? FromRole { get; init; }

    /// <summary>How the customer asked. One that the level does not begin by is noted and raises nothing. SMC-04, S-04.</summary>
    public Channel Channel { get; init; } = Channel.Phone;

    /// <summary>Which published number was rung. SMC-05.</summary>
    public string? Number { get; init; }

    /// <summary>Ids of the ladder's reasons; none is no obstacle (S-05).</summary>
    public IReadOnlyList<string>? Reasons { get; init; }

    /// <summary>A reason in the customer's own words; reported apart. SMC-25.</summary>
    public string? OtherReason { get; init; }

    /// <summary>Whether the agent acknowledged it by word of mouth; a missing one is marked and stops nothing. SMC-06.</summary>
    public bool Acknowledged { get; init; }

    /// <summary>Agreed time of the call-back, not past and within 31 days; null: none is agreed, which is marked. SMC-08.</summary>
    public Instant? CallBack { get; init; }

    /// <summary>The customer's zone; null: that of the contract, else the desk's.</summary>
    public string? Zone { get; init; }

    /// <summary>Why levels are left out; roles that the guide names may. S-06.</summary>
    public string? Override { get; init; }

    /// <summary>Anything further; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Id of the ladder; null: the one whose reasons are given, else the one that the case is worked by.</summary>
    public string? Ladder { get; init; }
}

/// <summary>A wish to escalate as it came in. The next level where the guide lets it begin so, else it is noted. A-19, S-04.</summary>
public sealed record AskToEscalate(string Text, Channel Channel) : EscalationCommand
{
    /// <summary>
    /// Ids of the parts of whoever asks on the customer's side, as they are on file; empty: none, so that they are not among those
    /// whom the guide lets ask; null: not known, and taken at their word. SMC-04.
    /// </summary>
    public IReadOnlyList<string>? Parts { get; init; }

    /// <summary>Ids of the ladder's reasons; null or empty is no obstacle. S-05.</summary>
    public IReadOnlyList<string>? Reasons { get; init; }

    /// <summary>Id of the ladder; null: the one whose reasons are given, else the one that the case is worked by.</summary>
    public string? Ladder { get; init; }
}

/// <summary>The customer turned to a post of the ladder instead of the desk: noted, and they are led back. SMC-16.</summary>
/// <param name="Role">Id of the role that was approached; one that stands at a level above the desk's own.</param>
/// <param name="Text">What they wanted: 1 to 100,000 characters.</param>
public sealed record NoteApproach(string Role, string Text) : EscalationCommand
{
    /// <summary>Who of the post was approached; null: shown by its title.</summary>
    public string? Person { get; init; }

    /// <summary>Who approached them, on the customer's side; null: the one who reported.</summary>
    public string? From { get; init; }

    /// <summary>How they did.</summary>
    public Channel Channel { get; init; } = Channel.Phone;
}

/// <summary>A call-back is agreed, or brought forward. SMC-08, semantics 18.</summary>
public sealed record AgreeCallBack(Instant At, string? Zone = null) : EscalationCommand;

/// <summary>A post of the provider was contacted: internal, no move of the customer's, unless it is said to be one. SMC-10, S-03.</summary>
public sealed record Engage : EscalationCommand
{
    /// <summary>Number of the level whose post was contacted.</summary>
    public required int Level { get; init; }

    /// <summary>Who of the post; null: shown by its title, or where it was accepted, whoever holds the post and enters it. SMC-10.</summary>
    public string? Person { get; init; }

    /// <summary>How they were contacted.</summary>
    public Channel Channel { get; init; } = Channel.Phone;

    /// <summary>An acceptance at the owner's level makes them the owner. SMC-27, S-01.</summary>
    public EngagementOutcome Outcome { get; init; } = EngagementOutcome.Accepted;

    /// <summary>When they were contacted, if earlier than it is entered.</summary>
    public Instant? ContactedAt { get; init; }

    /// <summary>What was said or came of it. ESS-84.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the case is at this level from now on, by decision of the owner or an executive. SMC-29, SMC-33.</summary>
    public bool Raises { get; init; }
}

/// <summary>The promised call was made. SMC-11, SMC-12, SMC-14.</summary>
/// <param name="Plan">Needed where the guide wants one and none is agreed yet.</param>
public sealed record CallBack(string Text, PlanRequest? Plan = null) : EscalationCommand
{
    /// <summary>Who approved what was said; needed where the guide's plan wants approval.</summary>
    public string? ApprovedBy { get; init; }
}

/// <summary>A communication plan is agreed, or replaced. SMC-12.</summary>
public sealed record AgreePlan(PlanRequest Plan) : EscalationCommand;

/// <summary>The customer was contacted as the plan says. SMC-13.</summary>
/// <param name="Channel">Null: the plan's.</param>
public sealed record RecordPlannedContact(string Text, Channel? Channel = null) : EscalationCommand
{
    /// <summary>Who approved what was said; needed where the guide's plan wants approval.</summary>
    public string? ApprovedBy { get; init; }
}

/// <summary>Names the customer's counterpart of an executive. SMC-35.</summary>
/// <param name="Level">A level that was entered or engaged.</param>
/// <param name="Peer">Name or post, 1 to 200 characters.</param>
public sealed record NamePeer(int Level, string Peer) : EscalationCommand;

/// <summary>Records a decision of an executive. SMC-36.</summary>
/// <param name="Level">The executive's level, entered or engaged.</param>
/// <param name="Text">1 to 100,000 characters.</param>
public sealed record RecordDecision(int Level, string Text) : EscalationCommand;

/// <summary>A request to escalate is decided, where the guide wants that.</summary>
/// <param name="Rationale">Why; the guide may need it.</param>
public sealed record DecideEscalation(RequestVerdict Verdict, string? Rationale = null) : EscalationCommand;

/// <summary>The escalation goes down to the level below, before its end.</summary>
public sealed record StepDownLevel(string Text) : EscalationCommand;

/// <summary>The owner puts off a level that would be entered by itself.</summary>
public sealed record DelayLevel(int Level, Instant Until, string Reason) : EscalationCommand;

/// <summary>A step of the resolution plan: what is done, by whom, by when. SMC-40.</summary>
public sealed record PlanStep(string What, string Who, Instant Due) : EscalationCommand;

/// <summary>A step of the resolution plan is done; after its due it is late. SMC-40.</summary>
/// <param name="Number">Of a step that is still to be done.</param>
/// <param name="Text">What came of it; null: nothing to say.</param>
public sealed record CompleteStep(int Number, string? Text = null) : EscalationCommand;

/// <summary>A step is not to be done after all.</summary>
public sealed record DropStep(int Number, string Reason) : EscalationCommand;

/// <summary>An executive looked whether the owner follows the process. SMC-37, SMC-41.</summary>
public sealed record CheckOwner(int Level, ProcessCheck Result, string Text) : EscalationCommand;

/// <summary>The owner changes, for example with the shift. SMC-38.</summary>
/// <param name="To">The new owner's name.</param>
/// <param name="Told">How the customer was told; without it the change is not complete.</param>
public sealed record HandOverEscalation(string To, Channel? Told) : EscalationCommand;

/// <summary>More urgency than the priority gives. ESS-81.</summary>
/// <param name="NoticeGiven">Whether the customer was told that others may pay for it.</param>
public sealed record GrantUrgency(string Justification, bool NoticeGiven) : EscalationCommand
{
    /// <summary>The cases that it passes in the queue: the desk fills them in, whoever asks does not.</summary>
    [JsonIgnore]
    public IReadOnlyList<Displaced>? Displaces { get; init; }
}

/// <summary>Ends the escalation. SMC-39.</summary>
/// <param name="Told">How the customer was informed.</param>
/// <param name="RfoDue">A date agreed for the reason for outage; null: the guide's, where one is owed.</param>
public sealed record EndEscalation(string Reason, Channel? Told, RfoState? Rfo, Instant? RfoDue = null)
    : EscalationCommand
{
    /// <summary>How it stands with the cases that it covers: the desk fills it in, whoever asks does not.</summary>
    [JsonIgnore]
    public IReadOnlyList<CoveredRfo> Covers { get; init; } = [];
}
