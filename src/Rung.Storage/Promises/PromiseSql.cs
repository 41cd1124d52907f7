using Rung.Core.Promises;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;
using Rung.Storage.Queue;

namespace Rung.Storage.Promises;

/// <summary>The statements of the promise book.</summary>
internal static class PromiseSql
{
    private const int MostOwners = 1000;

    private const string Clear = "DELETE FROM promises WHERE case_id = @case_id";
    private const string New = """
        INSERT INTO promises (case_id, entry, desk, due_at, moot_at, kind, owner, channel, shown)
        VALUES (@case_id, @entry, @desk, @due_at, @moot_at, @kind, @owner, @channel, @shown)
        """;

    public const string Overdue =
        "SELECT COUNT(*) FROM promises WHERE desk = @desk AND due_at < @now AND moot_at > @now";

    // Asked for each page: the few cases that are escalated first, and only what is owed on these.
    public const string NextSteps = """
        SELECT COUNT(*) FROM queue q CROSS JOIN promises p
        WHERE q.desk = @desk AND q.escalated > 0 AND p.case_id = q.case_id AND p.kind = @kind AND p.moot_at > @now
        """;

    public static async ValueTask Replace(SqlSession session, CaseChange change, IReadOnlyList<PromiseRecord> promises)
    {
        if (change.ExpectedVersion > 0)
        {
            await session.Post(Clear, ("case_id", change.CaseId));
        }
        foreach (var promise in promises)
        {
            await session.Post(
                New,
                ("case_id", change.CaseId),
                ("entry", promise.Key),
                ("desk", change.Row.Shelf),
                ("due_at", promise.DueAt),
                ("moot_at", promise.MootAt),
                ("kind", promise.Kind),
                ("owner", promise.Owner),
                ("channel", promise.Channel),
                ("shown", promise.Json)
            );
        }
    }

    /// <summary>
    /// A page in order. The cross join keeps SQLite to that: the book by its index, each case by its key; of one customer
    /// their few cases first.
    /// </summary>
    public static (string Sql, SqlValue[] Values) OfCases(PromiseQuery query) =>
        Statement(
            $"SELECT p.due_at, p.shown, {QueueRecord.Columns} FROM {(query.Customer is null ? "promises p CROSS JOIN queue q" : "queue q CROSS JOIN promises p")}",
            [
                new("q.case_id = p.case_id"),
                .. OfCustomer(query),
                .. OfDesk(query),
                .. Span(query, "p.due_at"),
                .. AfterCases(query.After),
            ],
            "ORDER BY p.due_at, p.case_id, p.entry LIMIT @take",
            query.Take
        );

    /// <summary>Mails that wait to be logged are due at their log-by.</summary>
    public static (string Sql, SqlValue[] Values) OfMails(PromiseQuery query) =>
        Statement(
            $"SELECT {InboundSql.Columns} FROM inbound",
            [
                new("desk = @desk", ("desk", query.Desk)),
                new("state = 'Unlogged' AND log_by IS NOT NULL"),
                .. Span(query, "log_by"),
                .. AfterMails(query.After),
            ],
            "ORDER BY log_by, id LIMIT @take",
            query.Take
        );

    /// <summary>Who owes how much on cases.</summary>
    public static (string Sql, SqlValue[] Values) Owners(PromiseQuery query) =>
        Statement(
            """
            SELECT p.owner, COUNT(CASE WHEN p.due_at < @moot THEN 1 END), COUNT(CASE WHEN p.due_at >= @moot THEN 1 END)
            FROM promises p
            """,
            [.. OfDesk(query), .. Span(query, "p.due_at")],
            "GROUP BY p.owner LIMIT @take",
            MostOwners
        );

    /// <summary>How many mails are to be logged, as those of their desk.</summary>
    public static (string Sql, SqlValue[] Values) MailsOwed(PromiseQuery query) =>
        Statement(
            """
            SELECT CAST(@owner AS TEXT), COUNT(CASE WHEN log_by < @late THEN 1 END),
                COUNT(CASE WHEN log_by >= @late THEN 1 END)
            FROM inbound
            """,
            [
                new("desk = @desk", ("desk", query.Desk)),
                new("state = 'Unlogged' AND log_by IS NOT NULL AND @late = @late", ("late", Micros.Of(query.Now))),
                new("@owner = @owner", ("owner", query.Mails)),
                .. Span(query, "log_by"),
            ],
            "LIMIT @take",
            1
        );

    private static IEnumerable<Condition> OfCustomer(PromiseQuery query)
    {
        if (query.Customer is { } customer)
        {
            yield return new("q.desk = @desk AND q.live = 1 AND q.customer_id = @customer", ("customer", customer));
            for (var inside = 0; inside < PromiseEntry.Inside.Count; inside++)
            {
                yield return new($"p.kind <> @inside{inside}", ($"inside{inside}", $"{PromiseEntry.Inside[inside]}"));
            }
        }
    }

    private static IEnumerable<Condition> OfDesk(PromiseQuery query)
    {
        yield return new("p.desk = @desk", ("desk", query.Desk));
        yield return new("p.moot_at > @moot", ("moot", Micros.Of(query.Now)));
        if (query.Owner is { } owner)
        {
            yield return new("p.owner = @owner", ("owner", owner));
        }
        if (query.Kind is { } kind)
        {
            yield return new("p.kind = @kind", ("kind", kind.ToString()));
        }
        if (query.Channel is { } channel)
        {
            yield return new("p.channel = @channel", ("channel", channel.ToString()));
        }
    }

    private static IEnumerable<Condition> Span(PromiseQuery query, string column)
    {
        if (query.Until is { } until)
        {
            yield return new($"{column} <= @until", ("until", Micros.Of(until)));
        }
        if (query.Standing != PromiseStanding.Owed)
        {
            var sign = query.Standing == PromiseStanding.Overdue ? "<" : ">=";
            yield return new($"{column} {sign} @now", ("now", Micros.Of(query.Now)));
        }
    }

    private static IEnumerable<Condition> AfterCases(PromiseCursor? after) =>
        after switch
        {
            null => [],
            { Source: PromiseCursor.OfMail } => [new("p.due_at >= @after_due", ("after_due", after.DueAt))],
            _ =>
            [
                new(
                    "(p.due_at, p.case_id, p.entry) > (@after_due, @after_id, @after_key)",
                    ("after_due", after.DueAt),
                    ("after_id", after.Id),
                    ("after_key", after.Key)
                ),
            ],
        };

    private static IEnumerable<Condition> AfterMails(PromiseCursor? after) =>
        after switch
        {
            null => [],
            { Source: PromiseCursor.OfCase } => [new("log_by > @after_due", ("after_due", after.DueAt))],
            _ => [new("(log_by, id) > (@after_due, @after_id)", ("after_due", after.DueAt), ("after_id", after.Id))],
        };

    private static (string Sql, SqlValue[] Values) Statement(
        string select,
        IReadOnlyList<Condition> conditions,
        string order,
        int take
    ) =>
        (
            $"{select} WHERE {string.Join(" AND ", conditions.Select(one => one.Sql))} {order}",
            [.. conditions.SelectMany(one => one.Values), ("take", take)]
        );

    private sealed record Condition(string Sql, params SqlValue[] Values);
}
