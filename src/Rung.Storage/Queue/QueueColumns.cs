namespace Rung.Storage.Queue;

/// <summary>The columns that an order goes by, all in one direction.</summary>
internal sealed record QueueColumns
{
    private static readonly QueueColumns Queue = new("ASC", "rank", "stand", "due_order", "logged_at", "case_id");
    private static readonly QueueColumns Due = new("ASC", "stand", "due_order", "logged_at", "case_id");
    private static readonly QueueColumns Oldest = new("ASC", "logged_at", "case_id");
    private static readonly QueueColumns Newest = new("DESC", "logged_at", "case_id");
    private static readonly QueueColumns Customer = new("ASC", "customer_id", "logged_at", "case_id");

    private QueueColumns(string direction, params IReadOnlyList<string> names)
    {
        Names = names;
        var columns = string.Join(", ", names.Select(name => "q." + name));
        var places = string.Join(", ", names.Select(name => "@" + QueueOrder.After(name)));
        OrderBy = string.Join(", ", names.Select(name => $"q.{name} {direction}"));
        Beyond = $"({columns}) {(direction == "ASC" ? ">" : "<")} ({places})";
    }

    public IReadOnlyList<string> Names { get; }
    public string OrderBy { get; }

    /// <summary>Holds for rows after the cursor whose places are <c>@after_COLUMN</c>.</summary>
    public string Beyond { get; }

    public static QueueColumns Of(QueueSort sort) =>
        sort switch
        {
            QueueSort.Queue => Queue,
            QueueSort.Due => Due,
            QueueSort.OldestFirst => Oldest,
            QueueSort.NewestFirst => Newest,
            QueueSort.Customer => Customer,
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, message: null),
        };
}
