using System.Runtime.InteropServices;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Promises;
using Rung.Storage.Alerts;
using Rung.Storage.Answers;
using Rung.Storage.Complaints;
using Rung.Storage.Drafts;
using Rung.Storage.Dues;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;
using Rung.Storage.Queue;
using Rung.Storage.Search;

namespace Rung.Storage.Cases;

/// <summary>Everything one decision changes: all of it is committed, or nothing.</summary>
/// <param name="Cases">Usually one; none where an alert is only counted; two when cases are linked or one continues another. A case appears once.</param>
public sealed record CaseWrite(params IReadOnlyList<CaseChange> Cases)
{
    /// <summary>Messages to be delivered after the commit; one whose key was queued before is left as it is.</summary>
    public IReadOnlyList<OutboxMessage> Messages { get; init; } = [];

    /// <summary>
    /// Cases by which it was decided: where something has happened on one of them since, nothing is written. Those that it
    /// changes may be among them.
    /// </summary>
    public IReadOnlyList<SeenCase> Seen { get; init; } = [];

    /// <summary>What the caller is told, kept under its idempotency key. R13.</summary>
    public KeptAnswer? Answer { get; init; }

    /// <summary>The draft that this write makes needless.</summary>
    public DraftKey? Draft { get; init; }

    /// <summary>The bytes of papers that the events name. ESS-89.</summary>
    public IReadOnlyList<KeptPaper> Papers { get; init; } = [];

    /// <summary>The mail that this write is about; when something became of it before, nothing is written.</summary>
    public InboundOutcome? Mail { get; init; }

    /// <summary>
    /// When one of the cases closes by itself, the last if several do; null: none does. Where mail that was received by then, and
    /// before the mail that this write is about, is not handled yet, nothing is written. A-10, ESS-53
    /// </summary>
    public Instant? ClosesAt { get; init; }

    /// <summary>The alert that this write is about; when somebody else was quicker with it, nothing is written.</summary>
    public AlertArrival? Alert { get; init; }
}

/// <summary>A case as somebody saw it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SeenCase(long CaseId, long Version);

/// <summary>One case's part of a write.</summary>
/// <param name="CaseId">From <see cref="CaseStore.NextId"/> for a new case.</param>
/// <param name="ExpectedVersion">The version its author saw: the number of events so far; 0 for a new case.</param>
/// <param name="Events">Appended in order; may be empty when only dues or the queue row change.</param>
/// <param name="Row">Replaces the case's queue row; its version is set by the store.</param>
/// <param name="Dues">Replaces the case's dues.</param>
public sealed record CaseChange(
    long CaseId,
    long ExpectedVersion,
    IReadOnlyList<CaseEvent> Events,
    QueueRow Row,
    IReadOnlyList<DueRow> Dues
)
{
    /// <summary>What is still to be done on the case by a time; replaces what the book had of it.</summary>
    public IReadOnlyList<PromiseEntry> Promises { get; init; } = [];

    /// <summary>Added to what the case is found by; its reference is always findable.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; init; } = [];
}
