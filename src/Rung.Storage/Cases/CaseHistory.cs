using Rung.Core.Cases;

namespace Rung.Storage.Cases;

/// <summary>A case as it is kept: what happened to it, in order.</summary>
/// <param name="Version">The number of its events.</param>
public sealed record CaseHistory(
    long Id,
    string Desk,
    CaseReference Reference,
    long Version,
    IReadOnlyList<CaseEvent> Events
);

/// <param name="Sequence">1 for the first event of a case.</param>
public sealed record StoredEvent(long Sequence, CaseEvent Event);

/// <summary>What kind of event, when, by whom, and the rest as JSON: an event as its row holds it.</summary>
internal sealed record EventRow(
    long Sequence,
    string Type,
    long At,
    long RecordedAt,
    string ActorName,
    string ActorRole,
    string Body
)
{
    /// <summary>Id of the customer's contact who acted; null: somebody of the desk, on no file, or not read.</summary>
    public string? ActorContact { get; init; }
}
