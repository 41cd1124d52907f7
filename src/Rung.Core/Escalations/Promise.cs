using NodaTime;

namespace Rung.Core.Escalations;

/// <summary>
/// Something owed by a time in an escalation or beside it: to the customer, or inside the provider (see
/// <see cref="PromiseSides.IsInside"/>). SMC-09, SMC-13.
/// </summary>
/// <param name="Due">What is done at that very instant is in time.</param>
public sealed record Promise(PromiseFor For, Instant Due, Instant GivenAt)
{
    /// <summary>The zone it was agreed in; null: the desk's.</summary>
    public string? Zone { get; init; }

    /// <summary>The step of the resolution plan that it is; null: it is none.</summary>
    public ResolutionStep? Step { get; init; }

    /// <summary>The post that is to be reached; null: it is about none.</summary>
    public PostToReach? Post { get; init; }

    /// <summary>When it was done, in time or late; null: it was not so far.</summary>
    public Instant? KeptAt { get; init; }

    /// <summary>Its due, once that had passed unkept; stays if it is done later.</summary>
    public Instant? MissedAt { get; init; }

    /// <summary>Since when it is not owed any more: replaced, or the escalation is over.</summary>
    public Instant? ReleasedAt { get; init; }

    /// <summary>Done counts before missed, missed before released.</summary>
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

/// <summary>How a promise stands.</summary>
public enum PromiseState
{
    /// <summary>Not done, and its miss is not on record.</summary>
    Open,

    /// <summary>Done at its due or before.</summary>
    Kept,

    /// <summary>Kept after its due; counts as missed.</summary>
    Late,

    /// <summary>Not done, and its due has passed.</summary>
    Missed,

    /// <summary>Replaced, or no longer owed.</summary>
    NotOwed,
}
