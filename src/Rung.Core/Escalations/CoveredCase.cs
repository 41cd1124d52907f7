using NodaTime;
using Rung.Core.Cases;

namespace Rung.Core.Escalations;

/// <summary>Another case of the same customer that an escalation covers: its levels, plan and call-backs are for that case too.</summary>
/// <param name="Reference">Of the same customer as the case that was escalated.</param>
/// <param name="Since">When it came to be covered.</param>
/// <param name="Reason">Why it came to be covered; empty for the customer's own people.</param>
public sealed record CoveredCase(CaseReference Reference, Instant Since, string Reason)
{
    /// <summary>When it was taken out again, or the escalation ended; null: it is covered.</summary>
    public Instant? Until { get; init; }

    /// <summary>Why it was taken out; null: it is covered, or the customer's own people read it.</summary>
    public string? TakenOutBecause { get; init; }
}

/// <summary>How it stands with the reason for outage of a case that an escalation covers, when that ends. SMC-39.</summary>
/// <param name="Reference">The covered case.</param>
/// <param name="Rfo">Given, still owed, or not needed.</param>
public sealed record CoveredRfo(CaseReference Reference, RfoState Rfo);
