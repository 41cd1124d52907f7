using NodaTime;

namespace Rung.Core.Escalations;

/// <summary>Something told to the customer for a time. SMC-09, SMC-13.</summary>
/// <param name="Due">What is done at that very instant is in time.</param>
public sealed record Promise(PromiseFor For, Instant Due, Instant GivenAt)
{
    /// <summary>The zone it was agreed in; null: the desk's.</summary>
    public string? Zone { get; init; }

    /// <summary>The step of the resolution plan that it is; null: it is none.</summary>
    public ResolutionStep? Step { get; init; }
    public Instant? KeptAt { get; init; }
    public Instant? MissedAt { get; init; }

    /// <summary>Since when it is not owed any more: replaced, or the escalation is over.</summary>
    public Instant? ReleasedAt { get; init; }

    public PromiseState State =>
        KeptAt is { } kept ? (kept <= Due ? PromiseState.Kept : PromiseState.Late)
        : MissedAt is not null ? PromiseState.Missed
        : ReleasedAt is not null ? PromiseState.NotOwed
        : PromiseState.Open;

    /// <summary>Whether doing it still changes something.</summary>
    public bool IsToDo => KeptAt is null && ReleasedAt is null;

    /// <summary>Whether it counts as missed: still open at its due, whatever came after.</summary>
    public bool CountsAsMissed => State is PromiseState.Missed or PromiseState.Late;
}

/// <summary>What a promise of an escalation is about.</summary>
public enum PromiseFor
{
    CallBack,
    PlannedContact,
    Rfo,

    /// <summary>A step of the resolution plan. SMC-40.</summary>
    ResolutionStep,

    /// <summary>The answer to a request to escalate, where the guide has it decided.</summary>
    Decision,

    /// <summary>The full answer to a complaint after a holding reply. ESS-92.</summary>
    ComplaintFollowUp,
}

/// <summary>What is done, and by whom. SMC-40.</summary>
/// <param name="Number">From 1.</param>
public sealed record ResolutionStep(int Number, string What, string Who);

/// <summary>How a promise stands.</summary>
public enum PromiseState
{
    Open,
    Kept,

    /// <summary>Kept after its due; counts as missed.</summary>
    Late,
    Missed,

    /// <summary>Replaced, or no longer owed.</summary>
    NotOwed,
}
