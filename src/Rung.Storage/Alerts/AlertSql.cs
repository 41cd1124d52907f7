using Rung.Core.Cases;

namespace Rung.Storage.Alerts;

internal static class AlertSql
{
    private const string ByKey = """
        SELECT a.case_id, c.reference, a.raised, a.noted_at, a.noted_cleared
        FROM alerts a JOIN cases c ON c.id = a.case_id
        WHERE a.desk = @desk AND a.sender = @sender AND a.key = @key
        """;

    // Whoever else has the same alert waits here for the row, and then finds it changed.
    private const string Put = """
        INSERT INTO alerts (desk, sender, key, case_id, raised, noted_at, noted_cleared)
        VALUES (@desk, @sender, @key, @case_id, @add, @noted_at, @noted_cleared)
        ON CONFLICT (desk, sender, key) DO UPDATE SET
            raised = CASE WHEN alerts.case_id = excluded.case_id
                THEN alerts.raised + excluded.raised ELSE excluded.raised END,
            case_id = excluded.case_id, noted_at = excluded.noted_at, noted_cleared = excluded.noted_cleared
        WHERE alerts.case_id = @seen_case_id AND alerts.noted_at = @seen_noted_at
        """;

    // Counting leaves the note as it is, so that none of many who count at once has to look again.
    private const string Count = """
        UPDATE alerts SET raised = raised + @add
        WHERE desk = @desk AND sender = @sender AND key = @key AND case_id = @case_id
        """;

    public static ValueTask<Alert?> Find(SqlSession session, AlertKey key) =>
        session.First(
            ByKey,
            row => new Alert(
                (row.Number(0), CaseReference.FromStored(row.Text(1))),
                row.Number(2),
                row.Number(3) == 0 ? null : Micros.ToInstant(row.Number(3)),
                row.Number(4) == 1
            ),
            ("desk", key.Desk),
            ("sender", key.Sender),
            ("key", key.Key)
        );

    /// <returns>0: somebody was quicker, and nothing was written.</returns>
    public static ValueTask<int> Settle(SqlSession session, AlertArrival alert)
    {
        var (key, seen) = (alert.Key, alert.Seen);
        List<SqlValue> values =
        [
            ("desk", key.Desk),
            ("sender", key.Sender),
            ("key", key.Key),
            ("case_id", alert.CaseId),
            ("add", alert.IsCleared ? 0 : 1),
        ];
        if (seen is not null && seen.Case.Id == alert.CaseId && !alert.IsNoted)
        {
            return session.Execute(Count, [.. values]);
        }
        values.AddRange([
            ("noted_at", alert.IsNoted ? Micros.Of(alert.At) : 0),
            ("noted_cleared", alert.IsNoted && alert.IsCleared ? 1 : 0),
            ("seen_case_id", seen?.Case.Id ?? 0),
            ("seen_noted_at", seen?.NotedAt is { } noted ? Micros.Of(noted) : 0),
        ]);
        return session.Execute(Put, [.. values]);
    }
}
