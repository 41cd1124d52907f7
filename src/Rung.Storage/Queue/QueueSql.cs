using Rung.Core.Cases;

namespace Rung.Storage.Queue;

/// <summary>The statement for a <see cref="QueueQuery"/>.</summary>
internal static class QueueSql
{
    // Overdue rows are few and found by their due; without this the planner may walk the whole queue in order.
    private const string Late = $"""
        WITH late AS MATERIALIZED (
        SELECT * FROM queue WHERE desk = @desk AND live = 1 AND stand = 0 AND due_order < @now)
        SELECT {QueueRecord.Columns} FROM late q
        """;

    // Read from an index that has the owner, rather than row by row in another order; a rank is never below 0, and
    // asking for that makes every planner take this index. SQLite keeps to the order of a cross join: the other way round
    // it would look through all that is owned for each row of the queue.
    private const string Owned = $"""
        WITH owned AS MATERIALIZED (
        SELECT case_id FROM queue WHERE desk = @desk AND live = 1 AND rank >= 0 AND owner = @owner)
        SELECT {QueueRecord.Columns} FROM owned o CROSS JOIN queue q
        """;

    // The same of the escalated, which are few.
    private const string Escalated = $"""
        WITH escalations AS MATERIALIZED (
        SELECT case_id FROM queue WHERE desk = @desk AND escalated > 0)
        SELECT {QueueRecord.Columns} FROM escalations o CROSS JOIN queue q
        """;

    // And of the incidents.
    private const string Incidents = $"""
        WITH incidents AS MATERIALIZED (
        SELECT case_id FROM queue WHERE desk = @desk AND parts > 0)
        SELECT {QueueRecord.Columns} FROM incidents o CROSS JOIN queue q
        """;

    public static (string Sql, SqlValue[] Values) Select(QueueQuery query)
    {
        var columns = QueueColumns.Of(query.Sort);
        var conditions = Conditions(query).ToList();
        if (query.After is { } after)
        {
            conditions.Add((columns.Beyond, null));
        }
        var where = string.Join(" AND ", conditions.Select(condition => condition.Sql));
        var order = $"ORDER BY {columns.OrderBy} LIMIT @take";
        var sql =
            query.View == QueueSelection.All ? LiveAndClosed(where, order) : $"{Source(query)} WHERE {where} {order}";
        return (sql, [.. Values(query, conditions), .. query.After?.Places ?? [], ("take", query.Take)]);
    }

    // Every index has live before what it is ordered by: each half is read in order, then a page of both is sorted.
    private static string LiveAndClosed(string where, string order) =>
        $"""
            SELECT {QueueRecord.Columns} FROM (
            SELECT * FROM (SELECT q.* FROM queue q WHERE q.live = 1 AND {where} {order}) live
            UNION ALL
            SELECT * FROM (SELECT q.* FROM queue q WHERE q.live = 0 AND {where} {order}) closed) q
            {order}
            """;

    private static string Source(QueueQuery query) =>
        query switch
        {
            { View: QueueSelection.Overdue } => Late,
            { View: QueueSelection.Escalated } => Escalated,
            { View: QueueSelection.Incidents } => Incidents,
            _ when IsOwned(query) => Owned,
            _ => $"SELECT {QueueRecord.Columns} FROM queue q",
        };

    private static bool IsOwned(QueueQuery query) =>
        query
            is {
                View: not (
                    QueueSelection.Overdue
                    or QueueSelection.Escalated
                    or QueueSelection.Incidents
                    or QueueSelection.Closed
                    or QueueSelection.All
                ),
                Owner: not null,
                Sort: not QueueSort.Queue
            };

    private static IEnumerable<SqlValue> Values(QueueQuery query, IEnumerable<(string Sql, SqlValue? Value)> conditions)
    {
        if (query.View == QueueSelection.Overdue)
        {
            yield return ("now", Micros.Of(query.Now));
        }
        foreach (var (_, value) in conditions)
        {
            if (value is { } known)
            {
                yield return known;
            }
        }
    }

    private static IEnumerable<(string Sql, SqlValue? Value)> Conditions(QueueQuery query)
    {
        yield return ("q.desk = @desk", ("desk", query.Desk));
        if (query.View is QueueSelection.Escalated or QueueSelection.Incidents || IsOwned(query))
        {
            yield return ("q.case_id = o.case_id", null);
        }
        if (View(query.View) is { } view)
        {
            yield return (view, null);
        }
        if (query.Owner is { } owner)
        {
            yield return ("q.owner = @owner", ("owner", owner));
        }
        if (query.Priority is { } priority)
        {
            yield return ("q.priority = @priority", ("priority", priority));
        }
        if (query.Condition is { } condition)
        {
            var words =
                condition == Condition.ResolvedToConfirm
                    ? $"q.condition IN (@condition, '{QueueOrder.RfoMissing}')"
                    : "q.condition = @condition";
            yield return (words, ("condition", condition.ToString()));
        }
        if (query.CustomerId is { } customer)
        {
            yield return ("q.customer_id = @customer", ("customer", customer));
        }
        if (query.MayBeOf is { } contact)
        {
            yield return ("(q.reporter = @reporter OR q.reporter IS NULL)", ("reporter", contact));
        }
    }

    private static string? View(QueueSelection view) =>
        view switch
        {
            QueueSelection.Live or QueueSelection.Mine => "q.live = 1",
            QueueSelection.Unassigned => "q.live = 1 AND q.owner IS NULL",
            QueueSelection.OnHold => $"q.live = 1 AND q.condition = '{nameof(Condition.OnHold)}'",
            QueueSelection.ToConfirm => $"q.live = 1 AND q.condition = '{nameof(Condition.ResolvedToConfirm)}'",
            QueueSelection.Overdue => null,
            QueueSelection.Escalated => null,
            QueueSelection.Incidents => null,
            QueueSelection.PriorityMissing => "q.live = 1 AND q.rank = 0",
            QueueSelection.Closed => "q.live = 0",
            QueueSelection.All => null,
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, message: null),
        };
}
