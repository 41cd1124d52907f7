namespace Rung.Storage.Drafts;

internal static class DraftSql
{
    public const string ByKey = "SELECT body, saved_at FROM drafts WHERE about = @about AND author = @author";
    public const string Put = """
        INSERT INTO drafts (about, author, body, saved_at) VALUES (@about, @author, @body, @saved_at)
        ON CONFLICT (about, author) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at
        """;

    private const string Delete = "DELETE FROM drafts WHERE about = @about AND author = @author";

    public static ValueTask<int> Clear(SqlSession session, DraftKey key) =>
        session.Execute(Delete, ("about", key.About), ("author", key.Author));
}
