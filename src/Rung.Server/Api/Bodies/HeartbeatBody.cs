using NodaTime;
using Rung.Core.Cases;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Api.Bodies;

/// <summary>What is to be heard of, as it is to be registered; what is left out is no longer there.</summary>
public sealed record HeartbeatRequest
{
    /// <summary>What it is, 1 to 100 characters: the case of its silence names it.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>Code of one of the customer's sites.</summary>
    public string? Site { get; init; }

    /// <summary>The longest that may lie between two signs of life, in whole minutes: <c>PT1M</c> to <c>PT744H</c>.</summary>
    public required Duration Every { get; init; }

    /// <summary>Kind of the case that its silence is; left out: a fault.</summary>
    public string? Kind { get; init; }

    /// <summary>Ids of the guide's services that the case is about.</summary>
    public IReadOnlyList<string>? Services { get; init; }

    /// <summary>What is answered when it is silent: question id to option id; the guide proposes the priority by it.</summary>
    public IReadOnlyDictionary<string, string>? Answers { get; init; }

    /// <summary>Whether its silence means nothing for now.</summary>
    public bool Suspended { get; init; }
}

/// <summary>What is to be heard of, and how it stands.</summary>
/// <param name="Every">The longest that may lie between two signs of life.</param>
public sealed record HeartbeatBody(string Id, string Name, string Customer, Duration Every, HeartbeatState State)
{
    public string? Site { get; init; }
    public required string Kind { get; init; }
    public required IReadOnlyList<string> Services { get; init; }
    public required IReadOnlyDictionary<string, string> Answers { get; init; }

    /// <summary>When it was heard of last; null: never.</summary>
    public Instant? HeardAt { get; init; }
    public HeardBy? HeardBy { get; init; }

    /// <summary>When it will be silent unless it is heard of before.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>Since when it should have been heard of.</summary>
    public Instant? SilentSince { get; init; }

    /// <summary>Why its silence means nothing for now.</summary>
    public string? Suspended { get; init; }

    /// <summary>Where a mail to is a sign of life; null: the desk takes no mail.</summary>
    public string? Address { get; init; }

    /// <summary>The case that its silence is on, or was last.</summary>
    public CaseReference? Case { get; init; }

    public static HeartbeatBody Of(Heartbeat heartbeat, string? address) =>
        new(heartbeat.Id, heartbeat.Name, heartbeat.CustomerId, heartbeat.Every, StateOf(heartbeat))
        {
            Site = heartbeat.Site,
            Kind = heartbeat.Kind,
            Services = heartbeat.Services,
            Answers = heartbeat.Answers,
            HeardAt = heartbeat.HeardAt,
            HeardBy = heartbeat.By,
            DueAt = heartbeat.DueAt,
            SilentSince = heartbeat.SilentSince,
            Suspended = heartbeat.Suspended,
            Address = address,
            Case = heartbeat.Case,
        };

    private static HeartbeatState StateOf(Heartbeat heartbeat) =>
        heartbeat.IsSuspended ? HeartbeatState.Suspended
        : heartbeat.IsSilent ? HeartbeatState.Silent
        : heartbeat.HeardAt is null ? HeartbeatState.Awaited
        : HeartbeatState.Heard;
}

/// <summary>How a heartbeat stands.</summary>
public enum HeartbeatState
{
    /// <summary>It was not heard of yet, and is not late.</summary>
    Awaited,

    /// <summary>It was heard of in time.</summary>
    Heard,

    /// <summary>It should have been heard of.</summary>
    Silent,

    /// <summary>Nobody waits for it for now.</summary>
    Suspended,
}

public sealed record HeartbeatsBody(IReadOnlyList<HeartbeatBody> Heartbeats);
