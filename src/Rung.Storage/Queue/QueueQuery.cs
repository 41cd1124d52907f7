using NodaTime;
using Rung.Core.Cases;

namespace Rung.Storage.Queue;

/// <summary>Which rows of a desk, in which order, from where on.</summary>
/// <param name="Desk">Id of the desk.</param>
/// <param name="Now">Decides what is overdue.</param>
public sealed record QueueQuery(string Desk, Instant Now)
{
    public QueueSelection View { get; init; } = QueueSelection.Live;
    public QueueSort Sort { get; init; } = QueueSort.Queue;

    /// <summary>Null: whoever. Required by <see cref="QueueSelection.Mine"/>.</summary>
    public string? Owner { get; init; }
    public string? Priority { get; init; }
    public Condition? Condition { get; init; }
    public string? CustomerId { get; init; }

    /// <summary>Id of a contact: what they reported, and what was reported by somebody who has no id. Null: whoever.</summary>
    public string? MayBeOf { get; init; }

    /// <summary>Goes on after this row; null: from the start.</summary>
    public QueueCursor? After { get; init; }

    /// <summary>1 to 500.</summary>
    public int Take { get; init; } = 50;

    /// <summary>The order of a view when none is asked for: the desk works on live cases, and looks closed ones up.</summary>
    public static QueueSort UsualSort(QueueSelection view) =>
        view is QueueSelection.Closed or QueueSelection.All ? QueueSort.NewestFirst : QueueSort.Queue;
}

public enum QueueSort
{
    /// <summary>The order in which the desk works. ESS-27.</summary>
    Queue,

    /// <summary>Nearest due first, what stands still last.</summary>
    Due,
    OldestFirst,
    NewestFirst,

    /// <summary>By the customer's id, then oldest first.</summary>
    Customer,
}
