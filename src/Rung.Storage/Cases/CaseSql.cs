using Rung.Core.Cases;

namespace Rung.Storage.Cases;

/// <summary>How cases and events are read.</summary>
internal static class CaseSql
{
    public const string ById = "SELECT id, desk, reference, version FROM cases WHERE id = @key";
    public const string ByReference = "SELECT id, desk, reference, version FROM cases WHERE spoken = @key";

    private const string EventsBetween = """
        SELECT sequence, type, at, recorded_at, actor_name, actor_role, body, actor_contact FROM events
        WHERE case_id = @case_id AND sequence > @after AND sequence <= @until ORDER BY sequence
        """;

    private const string HeadsOfDesk = """
        SELECT id, desk, reference, version FROM cases WHERE desk IN (@desk, @complaints) AND id > @after ORDER BY id LIMIT @most
        """;

    private const string EventsOfDesk = """
        SELECT e.sequence, e.type, e.at, e.recorded_at, e.actor_name, e.actor_role, e.body, e.actor_contact, e.case_id
        FROM events e JOIN cases c ON c.id = e.case_id
        WHERE c.desk IN (@desk, @complaints) AND e.case_id > @after AND e.case_id <= @until ORDER BY e.case_id, e.sequence
        """;

    public static async ValueTask<IReadOnlyList<CaseHistory>> Page(
        SqlSession session,
        string desk,
        long after,
        int most
    )
    {
        SqlValue complaints = ("complaints", Shelf.Of(desk, ShelfFor.Complaints));
        var heads = await session.List(
            HeadsOfDesk,
            ReadHead,
            ("desk", desk),
            complaints,
            ("after", after),
            ("most", most)
        );
        if (heads.Count == 0)
        {
            return heads;
        }
        var rows = await session.List(
            EventsOfDesk,
            row => (Case: row.Number(8), Row: ReadEvent(row)),
            ("desk", desk),
            complaints,
            ("after", after),
            ("until", heads[^1].Id)
        );
        var events = rows.ToLookup(row => row.Case, row => EventJson.Read(row.Case, row.Row));
        return [.. heads.Select(head => head with { Events = [.. events[head.Id].Take((int)head.Version)] })];
    }

    public static async ValueTask<CaseHistory?> Load(SqlSession session, string sql, SqlValue key)
    {
        var head = await session.First(sql, ReadHead, key);
        if (head is null)
        {
            return null;
        }
        var rows = await Events(session, head.Id, after: 0, head.Version);
        return head with { Events = [.. rows.Select(row => EventJson.Read(head.Id, row))] };
    }

    public static ValueTask<List<EventRow>> Events(SqlSession session, long caseId, long after, long until) =>
        session.List(EventsBetween, ReadEvent, ("case_id", caseId), ("after", after), ("until", until));

    private static CaseHistory ReadHead(SqlRow row) =>
        new(row.Number(0), Shelf.DeskOf(row.Text(1)), CaseReference.FromStored(row.Text(2)), row.Number(3), []);

    private static EventRow ReadEvent(SqlRow row) =>
        new(row.Number(0), row.Text(1), row.Number(2), row.Number(3), row.Text(4), row.Text(5), row.Text(6))
        {
            ActorContact = row.TextOrNull(7),
        };
}
