using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Server.Api.Bodies;

/// <summary>What is known so far of a case that is about to be logged.</summary>
public sealed record ProposalRequest
{
    public required string Kind { get; init; }

    /// <summary>Left out: by telephone.</summary>
    public Channel? Source { get; init; }

    /// <summary>Id of the customer, when it is known.</summary>
    public string? Customer { get; init; }
    public IReadOnlyList<string>? Services { get; init; }
    public IReadOnlyDictionary<string, string>? Answers { get; init; }

    /// <summary>Shows the dues of this priority instead of the proposed one.</summary>
    public string? Priority { get; init; }
    public Instant? ReceivedAt { get; init; }
    public FirstLine FirstLine { get; init; }
}
