namespace Rung.Storage.Answers;

internal static class AnswerSql
{
    public const string Forget = "DELETE FROM answers WHERE created_at < @before";

    private const string ByKey = """
        SELECT request_hash, status, body, created_at FROM answers WHERE key = @key AND actor = @actor
        """;
    private const string New = """
        INSERT INTO answers (key, actor, request_hash, status, body, created_at)
        VALUES (@key, @actor, @request_hash, @status, @body, @created_at)
        """;

    public static ValueTask<KeptAnswer?> Find(SqlSession session, AnswerKey key) =>
        session.First(
            ByKey,
            row => new KeptAnswer(key, row.Text(0), (int)row.Number(1), row.Text(2), Micros.ToInstant(row.Number(3))),
            ("key", key.Key),
            ("actor", key.Actor)
        );

    public static ValueTask Keep(SqlSession session, KeptAnswer answer) =>
        session.Post(
            New,
            ("key", answer.Key.Key),
            ("actor", answer.Key.Actor),
            ("request_hash", answer.RequestHash),
            ("status", answer.Status),
            ("body", answer.Body),
            ("created_at", Micros.Of(answer.CreatedAt))
        );
}
