using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Promises;

/// <summary>
/// One line of the promise book: something owed to somebody by a time, whatever the guide calls it. Read out of a case by
/// <see cref="PromiseBook"/> when it is asked for; never stored as truth, never edited.
/// </summary>
public sealed record PromiseEntry
{
    /// <summary>What sort of thing is owed.</summary>
    public required PromiseKind Kind { get; init; }

    /// <summary>Which of its kind: the id of the guide's target or promise, or a plain word where the guide has none.</summary>
    public required string Id { get; init; }

    /// <summary>Which time: round, call or attempt, from 1. With kind and id it is unique on its case.</summary>
    public required int Number { get; init; }

    /// <summary>What it is, for a person.</summary>
    public required string Name { get; init; }

    /// <summary>Who owes it.</summary>
    public required PromiseOwner Owner { get; init; }

    /// <summary>Whom it is owed to, as a person says it.</summary>
    public required string To { get; init; }

    /// <summary>How it is to be kept; null: in any way.</summary>
    public Channel? Channel { get; init; }

    /// <summary>The case that it was promised on, for this one too; null: on this one (<see cref="SharedPromises"/>).</summary>
    public CaseReference? PromisedOn { get; init; }

    /// <summary>Since when it is owed.</summary>
    public required Instant GivenAt { get; init; }

    /// <summary>By when; what is done at that very instant is in time. Null: not known while the clock is paused.</summary>
    public Instant? Due { get; init; }

    /// <summary>The zone it was agreed in; null: the desk's.</summary>
    public string? Zone { get; init; }

    /// <summary>At the moment the book was read; a target that is paused is open.</summary>
    public required PromiseState State { get; init; }

    /// <summary>When it was kept, in time or late.</summary>
    public Instant? KeptAt { get; init; }

    /// <summary>Who kept it; null: not kept, or the reader had no events to look into.</summary>
    public string? KeptBy { get; init; }

    /// <summary>The due that passed unkept; a breach that was recorded stays even if the due has moved since.</summary>
    public Instant? MissedAt { get; init; }

    /// <summary>Whether doing it still changes something: open, or missed and not made good.</summary>
    public bool IsToDo { get; init; }

    /// <summary>From when on it is moot although nobody did it; null: never.</summary>
    public Instant? MootFrom { get; init; }

    /// <summary>What a clock waits for while it is paused, in words; null: it is not.</summary>
    public string? PausedFor { get; init; }

    /// <summary>The whole time allowed, in the unit of the target's clock; null: it is no target.</summary>
    public Duration? Allowance { get; init; }

    /// <summary>Id of the calendar whose working time is counted; null: time as it passes.</summary>
    public string? CountsIn { get; init; }

    /// <summary>An aim is shown and counted, and not promised.</summary>
    public Firmness Firmness { get; init; } = Firmness.Firm;

    /// <summary>
    /// The clock whose ledger says why it is due then: the target's, that of its earlier round, or its own where the guide sets
    /// the time without a target (<see cref="ReckonedDues"/>). Null: the time was agreed.
    /// </summary>
    public string? Ledger { get; init; }

    /// <summary>Paragraph of the guide that promises it.</summary>
    public required string Cite { get; init; }

    /// <summary>Whether it counts as missed: still open at its due, whatever came after.</summary>
    public bool CountsAsMissed => State is PromiseState.Missed or PromiseState.Late;

    /// <summary>
    /// How something that was to be done stands later, when nothing else has happened to its case: after its due it is missed.
    /// </summary>
    public PromiseEntry At(Instant now) =>
        State == PromiseState.Open && now > Due ? this with { State = PromiseState.Missed, MissedAt = Due } : this;

    /// <summary>
    /// Whether it is owed to the customer. A step of the resolution plan is not, nor what is next in an escalation: who does
    /// what by when is agreed inside.
    /// </summary>
    public bool IsToCustomer => !Inside.Contains(Kind);

    /// <summary>The kinds that are owed inside the provider.</summary>
    public static IReadOnlyList<PromiseKind> Inside { get; } = [PromiseKind.ResolutionStep, PromiseKind.NextStep];

    /// <summary>Stable name on its case: <c>target/resolve/1</c>.</summary>
    public string Key => $"{Kind}/{Id}/{Number}";
}

/// <summary>Who owes something.</summary>
/// <param name="Role">Id of the guide's role; null: no post, but a person or the desk.</param>
/// <param name="Name">The person where one is known, else the post's title, else the desk's name.</param>
public sealed record PromiseOwner(string? Role, string Name);

/// <summary>What sort of thing is promised. The order is that of reports.</summary>
public enum PromiseKind
{
    /// <summary>A target of the guide: to respond, to restore, to resolve. ESS-45, SMC-02.</summary>
    Target,

    /// <summary>The next word to the customer. ESS-46, ESS-78, A-22.</summary>
    Update,

    /// <summary>A time that was named and is not promised. ESS-67, ESS-68, A-13.</summary>
    Expectation,

    /// <summary>A mail that waits to be logged. ESS-41, A-05.</summary>
    LogBy,

    /// <summary>A telephone call at a time that suits the customer. SMC-08, SMC-09.</summary>
    CallBack,

    /// <summary>A contact of the communication plan. SMC-13.</summary>
    PlannedContact,

    /// <summary>A call beside a message that may not arrive. ESS-51.</summary>
    Call,

    /// <summary>A try to learn whether it is fixed. ESS-52, A-09.</summary>
    Attempt,

    /// <summary>The reason for outage. ESS-76, SMC-30, S-07.</summary>
    ReasonForOutage,

    /// <summary>Who is reached how during the night, exchanged before the desk closes. ESS-49.</summary>
    Handover,

    /// <summary>What is done about an escalation, by whom. SMC-40.</summary>
    ResolutionStep,

    /// <summary>
    /// What an escalation waits for from the provider's own people: the post that is next, a call-back to be settled. SMC-08,
    /// SMC-10, A-19.
    /// </summary>
    NextStep,

    /// <summary>The answer to a request to escalate, where the guide has it decided.</summary>
    Decision,

    /// <summary>Another date that was agreed in an escalation.</summary>
    Agreed,

    /// <summary>The answer to a complaint, or the rest after a holding reply. ESS-92.</summary>
    ComplaintAnswer,
}
