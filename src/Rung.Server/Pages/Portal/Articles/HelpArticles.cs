using System.Collections.Concurrent;
using Rung.Core.Help;
using Rung.Server.Desk;
using Rung.Server.Pages.Calls;
using Rung.Storage.Help;

namespace Rung.Server.Pages.Portal.Articles;

/// <summary>The help articles that a customer reads: published, and meant for customers.</summary>
internal sealed class HelpArticles(ArticleDesk articles)
{
    /// <summary>How many are shown that fit: more would not be read.</summary>
    private const int MostFitting = 3;
    private const int MostFound = 50;

    // Of each article that was searched the words of its last version: taking them apart is most of the work.
    private readonly ConcurrentDictionary<(string Desk, string Id), (ArticleVersion Of, ArticleWords Words)> _words =
        new();

    public async Task<IReadOnlyList<Article>> All(PortalVisitor visitor) =>
        [.. (await Published(visitor)).Select(one => one.Article)];

    public async Task<IReadOnlyList<Article>> Find(PortalVisitor visitor, string words) =>
        ArticleSearch.Find(await Words(visitor), words, [], MostFound);

    /// <summary>Those that fit what is being reported, with what was typed last. ESS-23.</summary>
    public async Task<IReadOnlyList<Article>> Fitting(PortalVisitor visitor, CallScene scene, string typed = "") =>
        ArticleSearch.Find(
            await Words(visitor),
            string.Join(' ', Written(scene).Prepend(typed)),
            scene.Form.Services,
            MostFitting
        );

    private Task<IReadOnlyList<ArticleVersion>> Published(PortalVisitor visitor) => articles.ForCustomers(visitor.Desk);

    private async Task<IEnumerable<ArticleWords>> Words(PortalVisitor visitor) =>
        [
            .. (await Published(visitor)).Select(version =>
                _words
                    .AddOrUpdate(
                        (version.Desk, version.Article.Id),
                        _ => (version, new ArticleWords(version.Article)),
                        (_, kept) =>
                            kept.Of.Number == version.Number ? kept : (version, new ArticleWords(version.Article))
                    )
                    .Words
            ),
        ];

    // What was said in words: a choice among answers says nothing of what it is about.
    private static IEnumerable<string> Written(CallScene scene) =>
        scene
            .Guide.Intake.Questions.Where(question => question.Options.Count == 0)
            .Select(question => scene.Form.Values.Text(CallForm.Answer + question.Id));
}
