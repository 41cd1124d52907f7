namespace Rung.Storage.Queue;

/// <param name="Next">Where the next page begins; null: this was the last.</param>
public sealed record QueueSlice(IReadOnlyList<QueueRow> Rows, QueueCursor? Next)
{
    /// <summary>From one row more than was asked for, if there are as many.</summary>
    internal static QueueSlice Of(List<QueueRow> rows, QueueQuery query) =>
        rows.Count > query.Take
            ? new QueueSlice(rows[..query.Take], QueueCursor.Of(rows[query.Take - 1], query.Sort))
            : new QueueSlice(rows, Next: null);
}

/// <summary>Live rows of a desk by view.</summary>
public sealed record QueueCounts
{
    public required int Live { get; init; }
    public required int Mine { get; init; }
    public required int Unassigned { get; init; }
    public required int OnHold { get; init; }
    public required int ToConfirm { get; init; }
    public required int Overdue { get; init; }
    public required int PriorityMissing { get; init; }

    /// <summary>Cases on which an escalation goes on, those that another case's covers included.</summary>
    public required int Escalated { get; init; }

    /// <summary>Of those, the cases that have an escalation of their own.</summary>
    public required int Leading { get; init; }
}
