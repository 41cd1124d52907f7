using Rung.Core.Help;
using Rung.Server.Customers;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Storage;
using Rung.Storage.Help;

namespace Rung.Server.Pages.Help;

/// <summary>What the pages of the help articles show, and what their forms do.</summary>
internal sealed class HelpPages(RungDatabase database, ArticleDesk articles, FrameMaker frames)
{
    public FrameMaker Frames => frames;

    public async Task<HelpListView> List(Visit visit)
    {
        var published = (await database.Articles.Published(visit.Desk)).ToDictionary(one => one.Article.Id);
        var all = await database.Articles.All(visit.Desk);
        return new HelpListView(
            await frames.Frame(visit),
            HelpAddresses.New(visit.Desk),
            [.. all.Select(one => HelpMaker.Row(visit, one, published.GetValueOrDefault(one.Article.Id)))]
        );
    }

    /// <returns>The latest first; empty: there is no such article.</returns>
    public Task<IReadOnlyList<ArticleVersion>> Versions(Visit visit, string id) => database.Articles.Of(visit.Desk, id);

    public async Task<HelpArticleView> Show(Visit visit, IReadOnlyList<ArticleVersion> all, ArticleVersion shown)
    {
        var (desk, id) = (visit.Desk, shown.Article.Id);
        var published = ArticleDesk.Published(all);
        return new HelpArticleView(
            await frames.Frame(visit),
            HelpAddresses.Version(desk, id, shown.Number),
            HelpAddresses.All(desk)
        )
        {
            Title = shown.Article.Title,
            State = HelpMaker.State(shown, shown == all[0] ? published : null),
            About = HelpMaker.About(visit.Guide, shown.Article),
            Html = ArticleHtml.Of(shown.Article.Body),
            ChangeHref = HelpAddresses.One(desk, id, "/change"),
            WithdrawTo = published is null ? null : HelpAddresses.One(desk, id, "/withdraw"),
            Versions = HelpMaker.Versions(visit, all, shown),
        };
    }

    /// <param name="latest">Null: it is new.</param>
    public async Task<HelpFormView> Form(Visit visit, ArticleVersion? latest)
    {
        var article = latest?.Article;
        var back = article is null ? HelpAddresses.All(visit.Desk) : HelpAddresses.One(visit.Desk, article.Id);
        var here = article is null
            ? HelpAddresses.New(visit.Desk)
            : HelpAddresses.One(visit.Desk, article.Id, "/change");
        return new HelpFormView(await frames.Frame(visit), here, back)
        {
            Title = article is null ? "New help article" : $"Change: {article.Title}",
            Seen = latest?.Number ?? 0,
            Fields = HelpForm.Fields(visit.Guide, article),
        };
    }

    /// <summary>An id that no other article of the desk has.</summary>
    public async Task<string> FreeId(Visit visit, string title)
    {
        var taken = (await database.Articles.All(visit.Desk)).Select(one => one.Article.Id).ToHashSet();
        var plain = PlainId.Of(title) is { Length: > 0 } id ? id : "article";
        return Enumerable
            .Range(1, taken.Count + 1)
            .Select(next => next == 1 ? plain : $"{plain}-{next}")
            .First(one => !taken.Contains(one));
    }

    /// <returns>False: somebody else added a version since.</returns>
    public Task<bool> Add(Visit visit, Article article, int number, ArticleState state) =>
        articles.Add(visit.Desk, article, (number, state), visit.Actor);

    public static IReadOnlyList<ErrorView> Faults(Visit visit, Article article)
    {
        return
        [
            .. ArticleDesk.Faults(visit.Guide, article).Select(one => new ErrorView(one.Sentence, $"f-{one.Field}")),
        ];
    }

    /// <summary>
    /// What a change begins from: the latest, or where that withdrew what was published, the draft that was written above it.
    /// </summary>
    public static Article ToChange(IReadOnlyList<ArticleVersion> all) =>
        all is [{ State: ArticleState.Withdrawn }, { State: ArticleState.Draft } draft, ..]
            ? draft.Article
            : all[0].Article;
}
