using Rung.Storage;

namespace Rung.Bench.Creating;

/// <summary>The rows that the product wrote for one case.</summary>
internal sealed record CaseRows(IReadOnlyList<CaseRows.EventRow> Events, IReadOnlyList<CaseRows.DueRow> Dues)
{
    private const string EventsOf =
        "SELECT sequence, type, at, actor_name, actor_role, body FROM events WHERE case_id = (SELECT MAX(id) FROM cases) ORDER BY sequence";
    private const string DuesOf =
        "SELECT rule, occurrence, due_at FROM dues WHERE case_id = (SELECT MAX(id) FROM cases)";

    /// <summary>Those of the newest case.</summary>
    public static Task<CaseRows> Newest(RungDatabase database) =>
        database.Read(async session => new CaseRows(
            await session.List(
                EventsOf,
                row => new EventRow(row.Number(0), row.Text(1), row.Number(2), row.Text(3), row.Text(4), row.Text(5))
            ),
            await session.List(DuesOf, row => new DueRow(row.Text(0), row.Number(1), row.Number(2)))
        ));

    public sealed record EventRow(long Sequence, string Type, long At, string ActorName, string ActorRole, string Body);

    public sealed record DueRow(string Rule, long Occurrence, long At);
}
