using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Help;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Words;
using Rung.Storage.Help;

namespace Rung.Server.Pages.Help;

/// <summary>Help articles as the desk's pages show them.</summary>
internal static class HelpMaker
{
    /// <param name="published">The version that is read now; null: none is.</param>
    public static HelpRowView Row(Visit visit, ArticleVersion latest, ArticleVersion? published) =>
        new(
            latest.Article.Title,
            HelpAddresses.One(visit.Desk, latest.Article.Id),
            State(latest, published),
            $"{About(visit.Guide, latest.Article)} · {By(latest, visit.Zone)}"
        );

    public static string State(ArticleVersion latest, ArticleVersion? published) =>
        latest.State switch
        {
            ArticleState.Draft when published is not null => $"Draft; version {published.Number} is published",
            _ => latest.State.ToString(),
        };

    public static string About(Guide guide, Article article)
    {
        var whom = article.Audience == ArticleAudience.Customers ? "For customers" : "For the desk only";
        var services = article.Services.Select(guide.Service).OfType<Service>().Select(one => one.Name).ToList();
        return services.Count == 0 ? whom : $"{whom}, about {string.Join(", ", services)}";
    }

    public static IReadOnlyList<HelpVersionView> Versions(
        Visit visit,
        IReadOnlyList<ArticleVersion> all,
        ArticleVersion shown
    ) =>
        [
            .. all.Select(one => new HelpVersionView(
                $"Version {one.Number}, {Word(one.State)}",
                By(one, visit.Zone),
                HelpAddresses.Version(visit.Desk, one.Article.Id, one.Number),
                one.Number == shown.Number
            )),
        ];

    private static string Word(ArticleState state) =>
        state switch
        {
            ArticleState.Draft => "draft",
            ArticleState.Published => "published",
            ArticleState.Withdrawn => "withdrawn",
            _ => throw new NotSupportedException($"No word for {state}."),
        };

    private static string By(ArticleVersion one, DateTimeZone zone) =>
        $"{one.By.Name}, {MomentWords.InFull(one.At, zone)}";
}
