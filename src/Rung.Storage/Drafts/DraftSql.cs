namespace Rung.Storage.Drafts;

internal static class DraftSql
{
    public const string ByKey = "SELECT body, saved_at FROM drafts WHERE about = @about AND author = @author";
    public const string ByAuthor = """
        SELECT about, body, saved_at FROM drafts WHERE author = @author AND about LIKE @about
        ORDER BY saved_at DESC, about LIMIT @most
        """;
    public const string Forget = "DELETE FROM drafts WHERE saved_at < @before AND about LIKE @about";
    public const string Put = """
        INSERT INTO drafts (about, author, body, saved_at) VALUES (@about, @author, @body, @saved_at)
        ON CONFLICT (about, author) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at
        """;

    private const string Delete = "DELETE FROM drafts WHERE about = @about AND author = @author";

    public static ValueTask<int> Clear(SqlSession session, DraftKey key) =>
        session.Execute(Delete, ("about", key.About), ("author", key.Author));
}
