using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Storage.Queue;

namespace Rung.Server.Api.Bodies;

/// <summary>A page of a queue; the header <c>Link</c> has the next one.</summary>
public sealed record QueueBody(string Desk, string Zone, Instant Now, IReadOnlyList<QueueRowBody> Rows);

/// <summary>A case as the queue shows it.</summary>
public sealed record QueueRowBody
{
    public required string Reference { get; init; }
    public required string Subject { get; init; }
    public required string Kind { get; init; }
    public required Channel Source { get; init; }

    /// <summary>Left out: not yet set; such cases come first.</summary>
    public string? Priority { get; init; }
    public required Condition Condition { get; init; }
    public string? Engineer { get; init; }
    public required string CustomerId { get; init; }
    public required string CustomerName { get; init; }
    public required string ReportedBy { get; init; }
    public required Instant LoggedAt { get; init; }
    public required QueueClockBody Clock { get; init; }
    public Instant? NextAttemptAt { get; init; }
    public required int Attempts { get; init; }

    /// <summary>Whether the customer is to be telephoned, since what failed carries their mail (ESS-51).</summary>
    public required bool PhoneCustomer { get; init; }

    /// <summary>When the first call that is owed to the customer is due; left out: none is owed.</summary>
    public Instant? CallDueAt { get; init; }
    public Instant? ClosesAt { get; init; }

    /// <summary>Whether closing waits for nothing but the reason for outage (ESS-76); it does not count as to be confirmed.</summary>
    public required bool RfoMissing { get; init; }
    public Instant? LastContactAt { get; init; }
    public Instant? LastUpdateAt { get; init; }
    public Instant? UnreadSince { get; init; }

    /// <summary>Since when a wish to escalate that raised no level waits to be read (S-04); left out: none does.</summary>
    public Instant? EscalationAskedAt { get; init; }

    /// <summary>The level of the escalation that goes on; left out: none does.</summary>
    public int? EscalationLevel { get; init; }

    /// <summary>The case with which this one is escalated; left out: with none.</summary>
    public CaseReference? EscalatedWith { get; init; }

    /// <summary>When something promised in an escalation is due next.</summary>
    public Instant? NextPromiseAt { get; init; }

    /// <summary>Promises that were missed and are still to be made good.</summary>
    public required int MissedPromises { get; init; }

    /// <summary>Whether it is sorted above its priority (ESS-81).</summary>
    public required bool Urgent { get; init; }

    /// <summary>How many cases are linked under this one.</summary>
    public required int Children { get; init; }
    public CaseReference? Parent { get; init; }
    public required long Version { get; init; }

    public static QueueRowBody Of(QueueRow row) =>
        new()
        {
            Reference = row.Reference.Text,
            Subject = row.Subject,
            Kind = row.Kind,
            Source = row.Source,
            Priority = row.Priority,
            Condition = row.Condition,
            Engineer = row.Owner,
            CustomerId = row.CustomerId,
            CustomerName = row.CustomerName,
            ReportedBy = row.ReportedBy,
            LoggedAt = row.LoggedAt,
            Clock = QueueClockBody.Of(row.Clock),
            NextAttemptAt = row.NextAttemptAt,
            Attempts = row.Attempts,
            PhoneCustomer = row.PhoneCustomer,
            CallDueAt = row.CallDueAt,
            ClosesAt = row.ClosesAt,
            RfoMissing = row.RfoMissing,
            LastContactAt = row.LastContactAt,
            LastUpdateAt = row.LastUpdateAt,
            UnreadSince = row.UnreadSince,
            EscalationAskedAt = row.EscalationAskedAt,
            EscalationLevel = row.EscalationLevel,
            EscalatedWith = row.EscalatedWith,
            NextPromiseAt = row.NextPromiseAt,
            MissedPromises = row.MissedPromises,
            Urgent = row.UrgencyRank is not null,
            Children = row.Children,
            Parent = row.Parent,
            Version = row.Version,
        };
}

/// <summary>The clock that a queue shows.</summary>
/// <param name="Left">What is left while paused.</param>
/// <param name="CountsIn">Id of the calendar whose working time it counts, or <c>elapsed</c>.</param>
public sealed record QueueClockBody(
    QueueClockState State,
    string? Target,
    Instant? Due,
    Instant? PausedSince,
    string? PauseReason,
    Duration? Left,
    Duration? Allowance,
    string? CountsIn
)
{
    public static QueueClockBody Of(QueueClock clock) =>
        new(
            clock.State,
            clock.Target,
            clock.DueAt,
            clock.PausedSince,
            clock.PauseReason,
            clock.Left,
            clock.Allowance,
            clock.CountsIn
        );
}

/// <summary>Live cases by view.</summary>
public sealed record QueueCountsBody(
    int Live,
    int Mine,
    int Unassigned,
    int OnHold,
    int ToConfirm,
    int Overdue,
    int PriorityMissing,
    int Escalated
)
{
    public static QueueCountsBody Of(QueueCounts counts) =>
        new(
            counts.Live,
            counts.Mine,
            counts.Unassigned,
            counts.OnHold,
            counts.ToConfirm,
            counts.Overdue,
            counts.PriorityMissing,
            counts.Escalated
        );
}

/// <summary>Cases found by a search, best first.</summary>
public sealed record FoundBody(string Query, IReadOnlyList<HitBody> Hits);

/// <param name="By">What the case was found by.</param>
/// <param name="Term">The reference, number or word that matched, in the form that is compared.</param>
public sealed record HitBody(QueueRowBody Case, Storage.Search.SearchKind By, string Term);
