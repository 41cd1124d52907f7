using System.Text.Json.Serialization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Storage.Cases;

namespace Rung.Storage.Queue;

/// <summary>Everything a queue shows of a case and sorts by. One per case, live or closed.</summary>
public sealed record QueueRow
{
    public required long CaseId { get; init; }
    public required string Desk { get; init; }
    public required CaseReference Reference { get; init; }
    public required string Subject { get; init; }
    public required string Kind { get; init; }
    public required Channel Source { get; init; }

    /// <summary>Null: not yet set; such cases come first.</summary>
    public string? Priority { get; init; }

    /// <summary>0 while the priority is missing; else its place in the guide, 1 for the most urgent.</summary>
    public int PriorityRank { get; init; }

    /// <summary>The place that the case is sorted at instead, when more urgency was granted. ESS-81.</summary>
    public int? UrgencyRank { get; init; }
    public required Condition Condition { get; init; }

    /// <summary>The engineer; null: not assigned.</summary>
    public string? Owner { get; init; }
    public required string CustomerId { get; init; }
    public required string CustomerName { get; init; }

    /// <summary>The contact who reported it, as shown.</summary>
    public required string ReportedBy { get; init; }

    /// <summary>Id of that contact; null: nobody on file, or from before that was kept.</summary>
    public string? ReporterId { get; init; }

    /// <summary>When the reference was issued.</summary>
    public required Instant LoggedAt { get; init; }
    public QueueClock Clock
    {
        get;
        init => field = value ?? QueueClock.None;
    } = QueueClock.None;

    /// <summary>When the next contact attempt is due, while confirmation is awaited.</summary>
    public Instant? NextAttemptAt { get; init; }
    public int Attempts { get; init; }

    /// <summary>Whether the customer is to be telephoned, since what failed carries their mail. ESS-51.</summary>
    public bool PhoneCustomer { get; init; }

    /// <summary>When the first call that is owed to the customer is due; null: none is owed.</summary>
    public Instant? CallDueAt { get; init; }
    public Instant? ClosesAt { get; init; }

    /// <summary>Whether closing waits for nothing but the reason for outage, so that no confirmation is awaited. ESS-76.</summary>
    public bool RfoMissing { get; init; }

    /// <summary>When the customer last said something.</summary>
    public Instant? LastContactAt { get; init; }

    /// <summary>When the customer was last told something.</summary>
    public Instant? LastUpdateAt { get; init; }

    /// <summary>Since when something from the customer waits to be read by the desk; null: all is read.</summary>
    public Instant? UnreadSince { get; init; }

    /// <summary>Since when a wish to escalate that raised no level waits to be read by the desk; null: none does. S-04.</summary>
    public Instant? EscalationAskedAt { get; init; }

    /// <summary>The level of the escalation that goes on; null: none does.</summary>
    public int? EscalationLevel { get; init; }

    /// <summary>The case with which this one is escalated; null: with none.</summary>
    public CaseReference? EscalatedWith { get; init; }

    /// <summary>When something promised in an escalation is due next.</summary>
    public Instant? NextPromiseAt { get; init; }

    /// <summary>Promises that were missed and are still to be made good.</summary>
    public int MissedPromises { get; init; }

    /// <summary>How many cases are linked under this one.</summary>
    public int Children { get; init; }
    public CaseReference? Parent { get; init; }

    /// <summary>The version of the guide that an open case is under: looked for, not shown. Null: it is closed, or the row was read.</summary>
    [JsonIgnore]
    public string? GuideVersion { get; init; }

    /// <summary>Of a complaint the posts that may see it, none where all may; null: it is no complaint. ESS-93.</summary>
    public IReadOnlyList<string>? SeenBy { get; init; }

    /// <summary>Who never sees it, as <c>Restriction.Key</c> writes the name; null: nobody was named.</summary>
    public string? NotFor { get; init; }

    /// <summary>When the full answer is owed that a holding reply promised.</summary>
    public Instant? FollowUpAt { get; init; }

    /// <summary>Whether it was somebody of its customer's who reported it, as far as lists tell that show them nothing new.</summary>
    /// <param name="contact">Their id.</param>
    /// <param name="name">Theirs, which tells where nothing else is kept.</param>
    public bool IsOf(string contact, string name) =>
        ReporterId is { } id ? id == contact : string.Equals(ReportedBy, name, StringComparison.OrdinalIgnoreCase);

    [JsonIgnore]
    public bool IsComplaint => SeenBy is not null;

    /// <summary>Who may see it.</summary>
    [JsonIgnore]
    public Restriction Restriction => new(SeenBy ?? [], NotFor ?? "");

    /// <summary>The desk's shelf that the row stands on: complaints have their own.</summary>
    [JsonIgnore]
    public string Shelf => Cases.Shelf.Of(Desk, IsComplaint ? ShelfFor.Complaints : ShelfFor.Work);

    /// <summary>Set by the store: the number of the case's events.</summary>
    public long Version { get; init; }
    public required Instant UpdatedAt { get; init; }
}

/// <summary>The clock that a queue shows: the nearest promise of the case.</summary>
public sealed record QueueClock
{
    public static QueueClock None { get; } = new() { State = QueueClockState.None };

    public required QueueClockState State { get; init; }

    /// <summary>Id of the guide's target.</summary>
    public string? Target { get; init; }
    public Instant? DueAt { get; init; }
    public Instant? PausedSince { get; init; }

    /// <summary>Why it is paused, in words.</summary>
    public string? PauseReason { get; init; }

    /// <summary>What is left of the allowance while paused.</summary>
    public Duration? Left { get; init; }
    public Duration? Allowance { get; init; }

    /// <summary><c>elapsed</c>, or the id of the calendar it counts in.</summary>
    public string? CountsIn { get; init; }
}

public enum QueueClockState
{
    /// <summary>No promise runs.</summary>
    None,
    Running,
    Paused,
    Met,

    /// <summary>The due went by; the promise is still owed unless the case is resolved.</summary>
    Missed,

    /// <summary>Started, but what it allows is not known yet.</summary>
    Waiting,
}
