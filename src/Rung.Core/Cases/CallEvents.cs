using NodaTime;
using Rung.Core.Erasures;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>What was written to the customer is to be told by telephone as well: the message may not arrive. ESS-51.</summary>
/// <param name="Number">1 for the first on the case.</param>
/// <param name="Event">Number of the event that the customer is to hear of.</param>
/// <param name="On">What it is about, as the guide names the moment.</param>
/// <param name="Due">By when; at that instant is in time.</param>
public sealed record CallOwed(int Number, int Event, CaseMoment On, Instant Due) : CaseEvent
{
    /// <summary>Why the message alone is not enough.</summary>
    public CallReason Reason { get; init; }
}

/// <summary>Why a message alone is not enough.</summary>
public enum CallReason
{
    /// <summary>What failed is what carries messages. ESS-51.</summary>
    MayNotArrive,

    /// <summary>The case was raised On-Hold, since what was written is not clear: it is asked for both ways. ESS-39.</summary>
    Unclear,
}

/// <summary>Somebody rang the customer: one call tells all that was owed by then. ESS-51.</summary>
/// <param name="Again">By when the call is to be tried again; null: the customer knows.</param>
public sealed record CallMade(CallOutcome Outcome, [Personal] string? Text, Instant? Again) : CaseEvent;

/// <summary>What came of a call to the customer. ESS-51.</summary>
public enum CallOutcome
{
    /// <summary>The customer knows.</summary>
    Reached,

    /// <summary>Counts as told.</summary>
    MessageLeft,

    /// <summary>The call stays owed, by another time.</summary>
    NotReached,
}

/// <summary>A call was not made by its due; <c>At</c> is the due instant. It stays owed.</summary>
public sealed record CallMissed(int Number) : CaseEvent;
