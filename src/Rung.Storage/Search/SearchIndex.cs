using System.Globalization;
using Rung.Storage.Queue;

namespace Rung.Storage.Search;

/// <summary>
/// How terms come into the index. A commit only notes them, in one row at the end of one table: the index has a page for
/// every word, and touching twenty pages would make every commit wait. They are taken in by the batch, in the order of
/// the index, and at the latest before the next search.
/// </summary>
internal static class SearchIndex
{
    public const int Batch = 128;

    private const char Between = '\n';
    private const string Note = """
        INSERT INTO search_waiting (case_id, at, terms) VALUES (@case_id, @at, @terms)
        """;
    private const string HowMany = "SELECT COUNT(*) FROM search_waiting";
    private const string Oldest = "SELECT id, case_id, at, terms FROM search_waiting ORDER BY id LIMIT @most";
    private const string Done = "DELETE FROM search_waiting WHERE id = @id";
    private const string New = """
        INSERT INTO search_terms (kind, term, at, case_id) VALUES (@kind, @term, @at, @case_id)
        ON CONFLICT DO NOTHING
        """;

    public static async ValueTask Wait(SqlSession session, QueueRow row, IReadOnlyList<SearchTerm> terms)
    {
        if (terms.Count > 0)
        {
            var text = string.Join(Between, terms.Select(term => $"{(int)term.Kind}{term.Term}"));
            await session.Post(Note, ("case_id", row.CaseId), ("at", Micros.Of(row.LoggedAt)), ("terms", text));
        }
    }

    public static async ValueTask<long> Waiting(SqlSession session) => await session.Number(HowMany) ?? 0;

    /// <returns>How many cases' terms were taken in.</returns>
    public static async ValueTask<int> TakeIn(SqlSession session)
    {
        var waiting = await session.List(Oldest, Read, ("most", Batch));
        foreach (var entry in InOrder(waiting.SelectMany(Entries)))
        {
            await session.Post(
                New,
                ("kind", entry.Kind),
                ("term", entry.Term),
                ("at", entry.At),
                ("case_id", entry.CaseId)
            );
        }
        foreach (var noted in waiting)
        {
            await session.Post(Done, ("id", noted.Id));
        }
        return waiting.Count;
    }

    private static IEnumerable<Entry> InOrder(IEnumerable<Entry> entries) =>
        entries
            .OrderBy(entry => entry.Kind)
            .ThenBy(entry => entry.Term, StringComparer.Ordinal)
            .ThenBy(entry => entry.At);

    private static Noted Read(SqlRow row) => new(row.Number(0), row.Number(1), row.Number(2), row.Text(3));

    private static IEnumerable<Entry> Entries(Noted noted) =>
        noted
            .Terms.Split(Between)
            .Select(term => new Entry(
                CharUnicodeInfo.GetDecimalDigitValue(term[0]),
                term[1..],
                noted.At,
                noted.CaseId
            ));

    private sealed record Noted(long Id, long CaseId, long At, string Terms);

    private readonly record struct Entry(long Kind, string Term, long At, long CaseId);
}
