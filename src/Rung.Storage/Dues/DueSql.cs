using Rung.Storage.Cases;

namespace Rung.Storage.Dues;

internal static class DueSql
{
    public const string Next = "SELECT MIN(due_at) FROM dues";
    public const string Free = "(lease_until IS NULL OR lease_until <= @lease_now)";

    /// <summary>Looks without locking whether a claim would find anything: most ticks end here.</summary>
    public const string Any = $"SELECT 1 FROM dues WHERE due_at <= @now AND {Free} LIMIT 1";

    private const string ClaimWhatIs = $"""
        SELECT case_id, rule, occurrence FROM dues WHERE due_at <= @now AND {Free}
        ORDER BY due_at, case_id, rule, occurrence LIMIT @take
        """;

    public const string Release = """
        UPDATE dues SET lease_owner = NULL, lease_until = NULL
        WHERE case_id = @case_id AND rule = @rule AND occurrence = @occurrence AND lease_owner = @owner
        """;

    public const string OfCase = """
        SELECT rule, occurrence, due_at FROM dues WHERE case_id = @case_id ORDER BY due_at, rule, occurrence
        """;

    private const string Clear = "DELETE FROM dues WHERE case_id = @case_id";
    private const string New = """
        INSERT INTO dues (case_id, rule, occurrence, due_at) VALUES (@case_id, @rule, @occurrence, @due_at)
        """;

    public static string Claim(string skipLocked) =>
        $"""
            WITH due AS MATERIALIZED ({ClaimWhatIs} {skipLocked})
            UPDATE dues SET lease_owner = @owner, lease_until = @lease_until FROM due
            WHERE dues.case_id = due.case_id AND dues.rule = due.rule AND dues.occurrence = due.occurrence
            RETURNING dues.case_id, dues.rule, dues.occurrence, dues.due_at
            """;

    public static async ValueTask Replace(SqlSession session, CaseChange change)
    {
        if (change.ExpectedVersion > 0)
        {
            await session.Post(Clear, ("case_id", change.CaseId));
        }
        foreach (var due in change.Dues)
        {
            await session.Post(
                New,
                ("case_id", change.CaseId),
                ("rule", due.Rule),
                ("occurrence", due.Occurrence),
                ("due_at", Micros.Of(due.At))
            );
        }
    }

    public static ClaimedDue ReadClaimed(SqlRow row) =>
        new(row.Number(0), row.Text(1), row.Number(2), Micros.ToInstant(row.Number(3)));

    public static DueRow Read(SqlRow row) => new(row.Text(0), row.Number(1), Micros.ToInstant(row.Number(2)));
}
