using Rung.Storage.Cases;
using Rung.Storage.Dues;
using Rung.Storage.Promises;

namespace Rung.Storage.Keeping;

/// <summary>How cases are read just as they are stored, a page at a time.</summary>
internal static class KeptSql
{
    public static readonly string[] Numbers = ["rank", "stand", "due_order", "logged_at", "escalated", "parts", "live"];
    public static readonly string[] Texts =
    [
        "desk",
        "priority",
        "condition",
        "owner",
        "customer_id",
        "guide_version",
        "reporter",
    ];

    private const string Heads = """
        SELECT id, desk, reference, version, spoken, logged_at FROM cases
        WHERE id > @after ORDER BY id LIMIT @most
        """;
    private const string Events = """
        SELECT case_id, sequence, type, at, recorded_at, actor_name, actor_role, body, actor_contact FROM events
        WHERE case_id >= @from AND case_id <= @until ORDER BY case_id, sequence
        """;
    private const string Dues = """
        SELECT case_id, rule, occurrence, due_at FROM dues
        WHERE case_id >= @from AND case_id <= @until ORDER BY case_id, due_at, rule, occurrence
        """;
    private const string Promises = """
        SELECT case_id, entry, due_at, moot_at, kind, owner, shown, desk, channel FROM promises
        WHERE case_id >= @from AND case_id <= @until ORDER BY case_id, entry
        """;
    public static readonly string Rows =
        $"SELECT case_id, {string.Join(", ", Numbers)}, {string.Join(", ", Texts)}, shown FROM queue "
        + "WHERE case_id >= @from AND case_id <= @until";

    public static async ValueTask<IReadOnlyList<KeptCase>> Read(SqlSession session, long after, int most)
    {
        var heads = await session.List(Heads, Head, ("after", after), ("most", most));
        if (heads.Count == 0)
        {
            return [];
        }
        SqlValue[] span = [("from", heads[0].Id), ("until", heads[^1].Id)];
        var events = (await session.List(Events, Event, span)).ToLookup(one => one.Case, one => one.Row);
        var rows = (await session.List(Rows, row => (Case: row.Number(0), Row: KeptRow.Read(row)), span)).ToDictionary(
            one => one.Case,
            one => one.Row
        );
        var dues = (await session.List(Dues, ReadDue, span)).ToLookup(one => one.Case, one => one.Due);
        var promises = (await session.List(Promises, ReadPromise, span)).ToLookup(one => one.Case, one => one.Promise);
        return
        [
            .. heads.Select(head =>
                WithEvents(head, events[head.Id]) with
                {
                    Row = rows.GetValueOrDefault(head.Id),
                    Dues = [.. dues[head.Id]],
                    Promises = [.. promises[head.Id]],
                }
            ),
        ];
    }

    private static KeptCase WithEvents(KeptCase one, IEnumerable<EventRow> rows)
    {
        var (read, unreadable) = (new List<StoredEvent>(), new List<UnreadableEvent>());
        foreach (var row in rows)
        {
            try
            {
                read.Add(new StoredEvent(row.Sequence, EventJson.Read(one.Id, row)));
            }
            catch (CorruptCaseException corrupt)
            {
                unreadable.Add(new UnreadableEvent(row.Sequence, corrupt.Reason));
            }
        }
        return one with { Events = read, Unreadable = unreadable };
    }

    private static KeptCase Head(SqlRow row) =>
        new(row.Number(0), Shelf.DeskOf(row.Text(1)), row.Text(2), row.Number(3))
        {
            Head = KeptStore.Head(row.Text(1), row.Text(2), row.Text(4), row.Number(5)),
        };

    private static (long Case, EventRow Row) Event(SqlRow row) =>
        (
            row.Number(0),
            new EventRow(
                row.Number(1),
                row.Text(2),
                row.Number(3),
                row.Number(4),
                row.Text(5),
                row.Text(6),
                row.Text(7)
            )
            {
                ActorContact = row.TextOrNull(8),
            }
        );

    private static (long Case, KeptPromise Promise) ReadPromise(SqlRow row) =>
        (
            row.Number(0),
            KeptPromise.Of(
                new PromiseRecord(row.Text(1), row.Number(2), row.Number(3), row.Text(4), row.Text(5), row.Text(6))
                {
                    Channel = row.TextOrNull(8),
                },
                row.Text(7)
            )
        );

    private static (long Case, DueRow Due) ReadDue(SqlRow row) =>
        (row.Number(0), new DueRow(row.Text(1), row.Number(2), Micros.ToInstant(row.Number(3))));
}
