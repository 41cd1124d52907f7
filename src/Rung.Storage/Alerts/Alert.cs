using NodaTime;
using Rung.Core.Cases;
using Rung.Storage.Heartbeats;

namespace Rung.Storage.Alerts;

/// <summary>What tells one alert from another: two senders may choose the same key.</summary>
public sealed record AlertKey(string Desk, string Sender, string Key);

/// <summary>An alert that is known, and the case that it is on.</summary>
/// <param name="Raised">How often it was raised on that case, the first time among them.</param>
/// <param name="NotedAt">When the case last gained a note about it; null: never.</param>
/// <param name="NotedCleared">Whether that note says that it was cleared.</param>
public sealed record Alert((long Id, CaseReference Reference) Case, long Raised, Instant? NotedAt, bool NotedCleared);

/// <summary>An alert that came.</summary>
/// <param name="IsCleared">What it was about is over: it is not counted.</param>
public sealed record AlertArrival(AlertKey Key, Instant At, bool IsCleared)
{
    /// <summary>
    /// As its author saw it: once somebody else has put it on another case or noted it, nothing is written. Null: unknown then.
    /// </summary>
    public Alert? Seen { get; init; }

    /// <summary>The case that it is on from now on.</summary>
    public long CaseId { get; init; }

    /// <summary>Whether the case says so, in a note of the same write.</summary>
    public bool IsNoted { get; init; }

    /// <summary>The heartbeat that is silent, or is heard of again; null: it is no heartbeat's.</summary>
    public HeartbeatTurn? Heartbeat { get; init; }
}
