namespace Rung.Core.Cases;

/// <summary>
/// Why a command is not carried out: a value, not an exception. Codes are stable; <c>docs/errors.md</c> lists them.
/// </summary>
/// <param name="Code">Which of the closed family.</param>
/// <param name="Sentence">One sentence for a person: what is wrong and what to do.</param>
/// <param name="Rule">Requirement that it rests on, e.g. <c>ESS-53</c>.</param>
/// <param name="Cite">Paragraph id of the guide; null when no paragraph is concerned.</param>
public sealed record Refusal(RefusalCode Code, string Sentence, string? Rule = null, string? Cite = null);

/// <summary>
/// Why, as programs read it. Names are stable; docs/errors.md lists each with what it rests on and its HTTP status.
/// </summary>
public enum RefusalCode
{
    /// <summary>A field is missing or malformed.</summary>
    InvalidInput,

    /// <summary>The guide has no such kind, priority, reason, service, ….</summary>
    UnknownInGuide,

    /// <summary>No case has this reference.</summary>
    CaseNotFound,

    /// <summary>The case is closed; it is never re-opened.</summary>
    CaseClosed,

    /// <summary>The case's condition does not allow it.</summary>
    WrongCondition,

    /// <summary>The actor's role may not do this.</summary>
    RoleNotAllowed,

    /// <summary>The window for raising the default priority is over.</summary>
    RaiseWindowOver,

    /// <summary>The guide lets the priority go neither so high nor so low. ESS-43, A-27.</summary>
    PriorityOutOfBounds,

    /// <summary>The agreed customer contact must be named.</summary>
    CustomerContactRequired,

    /// <summary>A reason for outage must be written first.</summary>
    RfoRequired,

    /// <summary>Intake questions are still unanswered.</summary>
    IntakeIncomplete,

    /// <summary>The case has no priority yet.</summary>
    PriorityMissing,

    /// <summary>The customer runs its own first-line desk.</summary>
    OwnFirstLineDesk,

    /// <summary>The customer's contract does not have this channel. ESS-04.</summary>
    ChannelNotInContract,

    /// <summary>This kind is handed to another route.</summary>
    HandedToOtherRoute,

    /// <summary>Something happened since the author looked.</summary>
    StaleVersion,

    /// <summary>The guide does not know this disposition here.</summary>
    DispositionNotAllowed,

    /// <summary>The moment lies in the future, before the case, or too far back.</summary>
    MomentNotAllowed,

    /// <summary>The clock cannot be computed: the calendar never opens or the date is out of range.</summary>
    ClockImpossible,

    /// <summary>The breach needs a reason first.</summary>
    BreachReasonRequired,

    /// <summary>The case is not escalated, or cannot be.</summary>
    NotEscalated,

    /// <summary>The customer has to ask for the level.</summary>
    CallRequired,

    /// <summary>Levels are entered one after another.</summary>
    LevelSkipped,

    /// <summary>A communication plan has to be agreed first.</summary>
    PlanRequired,

    /// <summary>Somebody has to approve it first.</summary>
    ApprovalRequired,

    /// <summary>The escalation goes on: it is ended before the case is closed.</summary>
    EscalationOpen,

    /// <summary>The version is not the one in force, so that it is not the one to move a case to.</summary>
    VersionNotInForce,

    /// <summary>The version lacks what the case rests on, or would lose what was kept or missed on it.</summary>
    VersionLacks,

    /// <summary>Mail that was received before is handled first: it would come to a closed case.</summary>
    MailWaits,
}
