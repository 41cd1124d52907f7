using Rung.Core.Help;
using Rung.Server.Pages.Calls;
using Rung.Storage;

namespace Rung.Server.Pages.Portal.Articles;

/// <summary>The help articles that a customer reads: published, and meant for customers.</summary>
internal sealed class HelpArticles(RungDatabase database)
{
    /// <summary>How many are shown that fit: more would not be read.</summary>
    private const int MostFitting = 3;
    private const int MostFound = 50;

    public async Task<IReadOnlyList<Article>> All(PortalVisitor visitor) =>
        [
            .. (await database.Articles.Published(visitor.Desk))
                .Select(one => one.Article)
                .Where(one => one.Audience == ArticleAudience.Customers),
        ];

    public async Task<IReadOnlyList<Article>> Find(PortalVisitor visitor, string words) =>
        ArticleSearch.Find(await All(visitor), words, [], MostFound);

    /// <summary>Those that fit what is being reported, with what was typed last. ESS-23.</summary>
    public async Task<IReadOnlyList<Article>> Fitting(PortalVisitor visitor, CallScene scene, string typed = "") =>
        ArticleSearch.Find(
            await All(visitor),
            string.Join(' ', Written(scene).Prepend(typed)),
            scene.Form.Services,
            MostFitting
        );

    // What was said in words: a choice among answers says nothing of what it is about.
    private static IEnumerable<string> Written(CallScene scene) =>
        scene
            .Guide.Intake.Questions.Where(question => question.Options.Count == 0)
            .Select(question => scene.Form.Values.Text(CallForm.Answer + question.Id));
}
