using System.Collections.ObjectModel;
using NodaTime;
using Rung.Core.Cases;
using Rung.Storage.Alerts;

namespace Rung.Storage.Heartbeats;

/// <summary>Something that is to be heard of at least so often, and what becomes of its silence. R15</summary>
/// <param name="Id">Unique at the desk; part of addresses, and of the key of its alert.</param>
public sealed record Heartbeat(string Desk, string Id)
{
    /// <summary>What it is, as the case of its silence names it.</summary>
    public required string Name { get; init; }
    public required string CustomerId { get; init; }

    /// <summary>As it was read; empty: it was not read.</summary>
    public string CustomerName { get; init; } = "";

    /// <summary>Code of one of the customer's sites; null: none is named.</summary>
    public string? Site { get; init; }

    /// <summary>Kind of the case that its silence is.</summary>
    public required string Kind { get; init; }

    /// <summary>Ids of the guide's services that the case is about.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>What is answered to the guide's questions when it is silent, each by the id of an option; the guide proposes by it.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The longest that may lie between two signs of life; heard exactly then it is in time.</summary>
    public required Duration Every { get; init; }

    /// <summary>Why its silence means nothing just now, a sentence; null: it is watched.</summary>
    public string? Suspended { get; init; }

    /// <summary>When it was heard of last; null: never.</summary>
    public Instant? HeardAt { get; init; }

    /// <summary>How; null: it never was.</summary>
    public HeardBy? By { get; init; }

    /// <summary>When it will be silent unless it is heard of before; null: it is suspended or silent.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>Since when it should have been heard of and was not; null: it is not silent.</summary>
    public Instant? SilentSince { get; init; }

    /// <summary>Counts the changes of what is registered; 0: it is not kept yet.</summary>
    public long Version { get; init; }

    public required Instant ChangedAt { get; init; }
    public required Actor ChangedBy { get; init; }

    /// <summary>The case that its silence is on, or was last; null: it never was silent.</summary>
    public CaseReference? Case { get; init; }

    public bool IsSilent => SilentSince is not null;

    public bool IsSuspended => Suspended is not null;

    /// <summary>What its alerts have in common. The sender is nobody who can send any.</summary>
    public AlertKey AlertKey => new(Desk, "", Id);
}

/// <summary>How something was heard of.</summary>
public enum HeardBy
{
    Api,
    Mail,
}

/// <summary>
/// That a heartbeat fell silent, or is heard of again, in the transaction of what that does to a case. When somebody was quicker
/// nothing is written.
/// </summary>
/// <param name="Before">As its author saw it.</param>
/// <param name="Heard">When it was heard of and how; null: it was not, and is silent from its due on.</param>
public sealed record HeartbeatTurn(Heartbeat Before, (Instant At, HeardBy By)? Heard);
