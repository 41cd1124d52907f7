namespace Rung.Storage.Search;

/// <summary>The inverted index: a row for each term of each case, by kind, term and newest case.</summary>
internal static class SearchSql
{
    private const string Spoken = """
        SELECT logged_at, id, spoken FROM cases WHERE spoken = @spoken
        """;

    // Steps from term to term instead of reading every row of each.
    private const string TermsFrom = """
        WITH RECURSIVE known (term) AS (
            SELECT MIN(term) FROM search_terms WHERE kind = @kind AND term >= @from AND term < @until
            UNION ALL
            SELECT (SELECT MIN(s.term) FROM search_terms s WHERE s.kind = @kind AND s.term > k.term AND s.term < @until)
            FROM known k WHERE k.term IS NOT NULL)
        SELECT term FROM known WHERE term IS NOT NULL LIMIT @most
        """;

    private const string Count = """
        SELECT COUNT(*) FROM (SELECT 1 FROM search_terms WHERE kind = @kind AND term = @term LIMIT @most) counted
        """;

    /// <summary>The case whose reference, without its prefix, is this.</summary>
    public static ValueTask<Found?> ByReference(SqlSession session, string spoken) =>
        session.First(
            Spoken,
            row => new Found(row.Number(0), row.Number(1), new SearchTerm(SearchKind.Reference, row.Text(2))),
            ("spoken", spoken)
        );

    /// <summary>Known terms that begin so, in order.</summary>
    public static ValueTask<List<string>> Beginning(SqlSession session, SearchTerm start, int most) =>
        session.List(
            TermsFrom,
            row => row.Text(0),
            ("kind", (long)start.Kind),
            ("from", start.Term),
            ("until", start.Term + char.MaxValue),
            ("most", most)
        );

    /// <summary>How many cases have the term; counting stops at <paramref name="most"/>.</summary>
    public static async ValueTask<long> CountOf(SqlSession session, SearchTerm term, int most) =>
        await session.Number(Count, ("kind", (long)term.Kind), ("term", term.Term), ("most", most)) ?? 0;

    /// <summary>The newest cases that have the term and, for each list of others, one of that list.</summary>
    public static ValueTask<List<Found>> Newest(SqlSession session, SearchTerm term, SearchScope scope)
    {
        var others = scope
            .Others.Select((words, index) => SqlList.Of($"w{index}_", words, (name, word) => (name, word)))
            .ToList();
        var also = others.Select(list =>
            $"""
                AND EXISTS (SELECT 1 FROM search_terms o WHERE o.kind = @kind AND o.term IN {list.Sql}
                AND o.at = d.at AND o.case_id = d.case_id)
                """
        );
        var desk = scope.Desk is null
            ? ""
            : "AND EXISTS (SELECT 1 FROM cases c WHERE c.id = d.case_id AND c.desk = @desk)";
        var sql = $"""
            SELECT d.at, d.case_id FROM (SELECT at, case_id FROM search_terms WHERE kind = @kind AND term = @term
            ORDER BY at DESC, case_id DESC LIMIT @look) d
            WHERE 1 = 1 {string.Join(' ', also)} {desk}
            ORDER BY d.at DESC, d.case_id DESC LIMIT @take
            """;
        return session.List(
            sql,
            row => new Found(row.Number(0), row.Number(1), term),
            [
                ("kind", (long)term.Kind),
                ("term", term.Term),
                ("look", scope.Look),
                .. others.SelectMany(list => list.Values),
                .. (SqlValue[])(scope.Desk is null ? [] : [("desk", scope.Desk)]),
                ("take", scope.Take),
            ]
        );
    }
}

/// <summary>Where to look for one term.</summary>
/// <param name="Others">Of each list the case must have one word.</param>
/// <param name="Look">The most cases with the term that are looked at.</param>
internal sealed record SearchScope(string? Desk, int Take, IReadOnlyList<IReadOnlyList<string>> Others, int Look);
