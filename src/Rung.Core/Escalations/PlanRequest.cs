using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Escalations;

/// <summary>A communication plan as it is asked for; what is left out is the guide's. SMC-12.</summary>
public sealed record PlanRequest
{
    /// <summary>How the customer is told; null: the guide's way, or by telephone where what failed carries it. ESS-51.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Minutes from one contact to the next.</summary>
    public int? EveryMinutes { get; init; }

    /// <summary>Fixed times of day instead, <c>09:00</c>, in <see cref="Zone"/>.</summary>
    public IReadOnlyList<string>? Times { get; init; }

    /// <summary>The first contact; null: one interval from now, or the next of the times.</summary>
    public Instant? From { get; init; }

    /// <summary>Id in the time zone database. Null: that of the contract, else the desk's.</summary>
    public string? Zone { get; init; }

    /// <summary>Who takes part.</summary>
    public string? Audience { get; init; }
}
