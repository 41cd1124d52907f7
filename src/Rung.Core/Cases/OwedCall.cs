using NodaTime;
using Rung.Core.Escalations;

namespace Rung.Core.Cases;

/// <summary>A call that is or was owed to the customer, after what has been done about it. ESS-51.</summary>
public sealed record OwedCall(CallOwed Owed)
{
    /// <summary>1 for the first call that was owed on the case.</summary>
    public int Number => Owed.Number;

    /// <summary>By when; a try that reached nobody moves it.</summary>
    public Instant Due { get; init; } = Owed.Due;

    /// <summary>From when on the time that the guide gives a call is reckoned: since it is owed, or since the last try.</summary>
    public Instant From { get; init; } = Owed.At;

    /// <summary>How often nobody was reached.</summary>
    public int Tries { get; init; }

    /// <summary>When the customer was told; null: the call is still owed.</summary>
    public Instant? MadeAt { get; init; }

    /// <summary>When there was nothing left to ask, since the hold ended; null: there is.</summary>
    public Instant? LapsedAt { get; init; }

    /// <summary>The due instant that a miss was recorded for.</summary>
    public Instant? MissedAt { get; init; }

    /// <summary>Whether the customer is still to be told.</summary>
    public bool IsOwed => MadeAt is null && LapsedAt is null;

    /// <summary>Done after its due is late, and counts as missed; at its due is in time.</summary>
    public PromiseState Standing(Instant now) =>
        LapsedAt is { } lapsed && lapsed <= Due ? PromiseState.NotOwed : HowKept.Of(Due, MadeAt, now);
}
