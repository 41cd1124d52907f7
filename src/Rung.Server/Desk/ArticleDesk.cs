using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Help;
using Rung.Server.Pages.Help;
using Rung.Storage;
using Rung.Storage.Help;

namespace Rung.Server.Desk;

/// <summary>Help articles by the rules that the pages and the API share. ESS-23.</summary>
public sealed class ArticleDesk(RungDatabase database, DeskClock clock)
{
    /// <summary>The latest version of each, by title: what the desk writes on.</summary>
    public Task<IReadOnlyList<ArticleVersion>> All(string desk) => database.Articles.All(desk);

    /// <returns>The latest first; empty: there is no such article.</returns>
    public Task<IReadOnlyList<ArticleVersion>> Versions(string desk, string id) => database.Articles.Of(desk, id);

    /// <summary>What the desk's customers read, by title.</summary>
    public async Task<IReadOnlyList<ArticleVersion>> ForCustomers(string desk) =>
        [.. (await database.Articles.Published(desk)).Where(one => one.Article.Audience == ArticleAudience.Customers)];

    /// <param name="version">Its number, one more than the latest that its author saw, and what becomes of the article.</param>
    /// <returns>False: somebody else added a version since.</returns>
    public Task<bool> Add(string desk, Article article, (int Number, ArticleState State) version, Actor by) =>
        database.Articles.Add(
            new ArticleVersion(desk, article, version.Number, version.State) { At = clock.Now(), By = by }
        );

    /// <summary>The version that is read; null: none is.</summary>
    public static ArticleVersion? Published(IReadOnlyList<ArticleVersion> all) =>
        all.FirstOrDefault(one => one.State != ArticleState.Draft) is { State: ArticleState.Published } published
            ? published
            : null;

    /// <returns>The name of each field that cannot be kept, with the sentence that says why; empty: it can be kept.</returns>
    public static IReadOnlyList<(string Field, string Sentence)> Faults(Guide guide, Article article)
    {
        var faults = ArticleCheck.Faults(guide, article).ToList();
        if (faults.Count == 0 && ArticleHtml.Fault(article.Body) is { } fault)
        {
            faults.Add(("body", fault));
        }
        return faults;
    }
}
