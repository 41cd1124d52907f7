using Rung.Core.Cases;
using Rung.Core.Help;

namespace Rung.Storage.Help;

/// <summary>The help articles of the desks with all their versions. ESS-23.</summary>
public sealed class ArticleStore
{
    private const string Columns =
        "a.desk, a.id, a.number, a.state, a.audience, a.services, a.title, a.body, a.at, a.actor_name, a.actor_role";

    private const string Latest = $"""
        SELECT {Columns} FROM articles a WHERE a.desk = @desk
        AND a.number = (SELECT MAX(b.number) FROM articles b WHERE b.desk = a.desk AND b.id = a.id)
        ORDER BY a.title, a.id
        """;

    private const string InForce = $"""
        SELECT {Columns} FROM articles a WHERE a.desk = @desk AND a.state = 'Published'
        AND a.number = (SELECT MAX(b.number) FROM articles b
            WHERE b.desk = a.desk AND b.id = a.id AND b.state <> 'Draft')
        ORDER BY a.title, a.id
        """;

    private const string OfOne = $"""
        SELECT {Columns} FROM articles a WHERE a.desk = @desk AND a.id = @id ORDER BY a.number DESC
        """;

    private const string New = """
        INSERT INTO articles (desk, id, number, state, audience, services, title, body, at, actor_name, actor_role)
        VALUES (@desk, @id, @number, @state, @audience, @services, @title, @body, @at, @actor_name, @actor_role)
        ON CONFLICT (desk, id, number) DO NOTHING
        """;

    private readonly RungDatabase _database;

    internal ArticleStore(RungDatabase database) => _database = database;

    /// <summary>The latest version of each, by title: what the desk writes on.</summary>
    public Task<IReadOnlyList<ArticleVersion>> All(string desk) => List(Latest, ("desk", desk));

    /// <summary>Of each that is published the version that is read, by title.</summary>
    public Task<IReadOnlyList<ArticleVersion>> Published(string desk) => List(InForce, ("desk", desk));

    /// <summary>Every version of one, the latest first; empty: there is no such article.</summary>
    public Task<IReadOnlyList<ArticleVersion>> Of(string desk, string id) => List(OfOne, ("desk", desk), ("id", id));

    /// <returns>False: there is a version with this number already, which stays; nothing was kept.</returns>
    public async Task<bool> Add(ArticleVersion version)
    {
        var article = version.Article;
        var added = await _database.Write(session =>
            session.Execute(
                New,
                ("desk", version.Desk),
                ("id", article.Id),
                ("number", version.Number),
                ("state", version.State.ToString()),
                ("audience", article.Audience.ToString()),
                ("services", string.Join(' ', article.Services)),
                ("title", article.Title),
                ("body", article.Body),
                ("at", Micros.Of(version.At)),
                ("actor_name", version.By.Name),
                ("actor_role", version.By.Role)
            )
        );
        return added == 1;
    }

    private Task<IReadOnlyList<ArticleVersion>> List(string sql, params SqlValue[] values) =>
        _database.Read(async session => (IReadOnlyList<ArticleVersion>)await session.List(sql, Read, values));

    private static ArticleVersion Read(SqlRow row) =>
        new(
            row.Text(0),
            new Article(row.Text(1), row.Text(6), row.Text(7))
            {
                Audience = Enum.Parse<ArticleAudience>(row.Text(4)),
                Services = row.Text(5).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            },
            (int)row.Number(2),
            Enum.Parse<ArticleState>(row.Text(3))
        )
        {
            At = Micros.ToInstant(row.Number(8)),
            By = new Actor(row.Text(9), row.Text(10)),
        };
}
