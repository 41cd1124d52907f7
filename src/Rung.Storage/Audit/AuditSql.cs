namespace Rung.Storage.Audit;

/// <summary>The audit trail in SQL.</summary>
internal static class AuditSql
{
    private const string Columns = "seq, at, who, source, what, about, hash";

    public const string Head = "SELECT seq, hash FROM audit_head WHERE name = 'head'";
    public const string SetHead = """
        INSERT INTO audit_head (name, seq, hash) VALUES ('head', @seq, @hash)
        ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, hash = excluded.hash
        """;
    public const string New = $"""
        INSERT INTO audit ({Columns}) VALUES (@seq, @at, @who, @source, @what, @about, @hash)
        """;
    public const string After = $"SELECT {Columns} FROM audit WHERE seq > @after ORDER BY seq LIMIT @take";
    public const string EndTo = "DELETE FROM audit WHERE seq <= @last";

    // Seldom more than one a night. What lies behind the head was not written by us.
    public const string Anchors = $"""
        SELECT {Columns} FROM audit WHERE about >= @path_from AND about < @path_until AND what = @what
        AND seq <= (SELECT seq FROM audit_head WHERE name = 'head')
        """;

    /// <summary>The newest first; only what is asked for stands in it, so that the database can go by its indexes.</summary>
    public static (string Sql, SqlValue[] Values) Find(AuditQuery query)
    {
        var all = Conditions(query).ToList();
        return (
            $"SELECT {Columns} FROM audit WHERE {string.Join(" AND ", all.Select(one => one.Sql))} ORDER BY seq DESC LIMIT @take",
            [("take", query.Take), .. all.SelectMany(one => one.Values)]
        );
    }

    private static IEnumerable<(string Sql, SqlValue[] Values)> Conditions(AuditQuery query)
    {
        yield return ("seq < @before", [("before", query.Before ?? long.MaxValue)]);
        if (query.Who is { } who)
        {
            yield return ("who = @who", [("who", who)]);
        }
        if (query.What is { } what)
        {
            yield return ("what = @what", [("what", what)]);
        }
        if (query.From is { } from)
        {
            yield return ("at >= @since", [("since", Micros.Of(from))]);
        }
        if (query.Until is { } until)
        {
            yield return ("at < @until", [("until", Micros.Of(until))]);
        }
        if (query.About is { } about)
        {
            yield return (Begins("path"), Range("path", about));
        }
        if (query.Areas is { } areas)
        {
            yield return Any(areas);
        }
    }

    public static SqlValue[] Range(string name, string prefix) =>
        [($"{name}_from", prefix), ($"{name}_until", prefix + char.MaxValue)];

    public static KeptEntry Read(SqlRow row)
    {
        var entry = new AuditEntry(Micros.ToInstant(row.Number(1)), row.Text(2), row.Text(3), row.Text(4), row.Text(5));
        return new KeptEntry(row.Number(0), entry, row.Text(6));
    }

    private static string Begins(string name) => $"(about >= @{name}_from AND about < @{name}_until)";

    // What is below a path goes on with a slash; what is said of the path itself, with a space.
    private static (string Sql, SqlValue[] Values) Any(IReadOnlyList<string> paths)
    {
        var all = paths.Select((path, index) => (Name: $"area{index}", path)).ToList();
        return (
            all.Count == 0 ? "1 = 0" : $"({string.Join(" OR ", all.Select(one => Below(one.Name)))})",
            [
                .. all.SelectMany<(string Name, string Path), SqlValue>(one =>
                    [
                        (one.Name, one.Path),
                        .. Range($"{one.Name}_below", one.Path + '/'),
                        .. Range($"{one.Name}_said", one.Path + ' '),
                    ]
                ),
            ]
        );
    }

    private static string Below(string name) =>
        $"about = @{name} OR {Begins($"{name}_below")} OR {Begins($"{name}_said")}";
}
