using Rung.Storage.Cases;
using Rung.Storage.Dues;

namespace Rung.Storage.Keeping;

/// <summary>
/// A case just as it is stored: its events, and beside them what was computed from them. All of it as of one moment, and
/// nothing of it believed.
/// </summary>
/// <param name="Version">The version that is stored, which is to be the number of the events.</param>
public sealed record KeptCase(long Id, string Desk, string Reference, long Version)
{
    /// <summary>Columns of the table <c>cases</c> that repeat what the first event says.</summary>
    public required IReadOnlyDictionary<string, string?> Head { get; init; }

    /// <summary>The events that can be read, in order.</summary>
    public IReadOnlyList<StoredEvent> Events { get; init; } = [];

    public IReadOnlyList<UnreadableEvent> Unreadable { get; init; } = [];

    /// <summary>Null: the case has no row in the queue.</summary>
    public KeptRow? Row { get; init; }

    public IReadOnlyList<DueRow> Dues { get; init; } = [];

    public IReadOnlyList<KeptPromise> Promises { get; init; } = [];
}

/// <param name="Why">What is wrong with it.</param>
public sealed record UnreadableEvent(long Sequence, string Why);
