using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;
using Rung.Storage.Help;

namespace Rung.Server.Pages.Help;

/// <summary>Help articles at the desk: listed, read, written, published and withdrawn. Every version is kept. ESS-23.</summary>
internal static class ArticleEndpoints
{
    private const string Preview = "preview";
    private const string Publish = "publish";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}/help", List);
        pages.MapGet("/{desk}/help/new", (HttpContext context, HelpPages all) => New(context, all, Ask));
        pages.MapPost("/{desk}/help/new", (HttpContext context, HelpPages all) => New(context, all, Send));
        const string One = "/{desk}/help/articles/{article}";
        pages.MapGet(One, Show);
        pages.MapGet($"{One}/versions/{{number}}", ShowVersion);
        pages.MapGet(
            $"{One}/change",
            (HttpContext context, string article, HelpPages all) => Change((context, article, all), Ask)
        );
        pages.MapPost(
            $"{One}/change",
            (HttpContext context, string article, HelpPages all) => Change((context, article, all), Send)
        );
        pages.MapPost($"{One}/withdraw", Withdraw);
    }

    private delegate Task<IResult> Answer(HelpPages pages, Visit visit, ArticleVersion? latest);

    private static async Task<IResult> List(HttpContext context, HelpPages pages) =>
        new RazorComponentResult<HelpListPage>(new { View = await pages.List(pages.Frames.Visit(context)) });

    private static Task<IResult> New(HttpContext context, HelpPages pages, Answer answer) =>
        answer(pages, pages.Frames.Visit(context), null);

    private static async Task<IResult> Show(HttpContext context, string article, HelpPages pages)
    {
        var visit = pages.Frames.Visit(context);
        return await pages.Versions(visit, article) is { Count: > 0 } all
            ? new RazorComponentResult<HelpArticlePage>(new { View = await pages.Show(visit, all, all[0]) })
            : ProblemPages.NoSuchPage();
    }

    private static async Task<IResult> ShowVersion(HttpContext context, string article, string number, HelpPages pages)
    {
        var visit = pages.Frames.Visit(context);
        var all = await pages.Versions(visit, article);
        return all.FirstOrDefault(one => $"{one.Number}" == number) is { } shown
            ? new RazorComponentResult<HelpArticlePage>(new { View = await pages.Show(visit, all, shown) })
            : ProblemPages.NoSuchPage();
    }

    private static async Task<IResult> Change((HttpContext Context, string Id, HelpPages Pages) asked, Answer answer)
    {
        var visit = asked.Pages.Frames.Visit(asked.Context);
        return await asked.Pages.Versions(visit, asked.Id) is [var latest, ..] all
            ? await answer(asked.Pages, visit, latest with { Article = HelpPages.ToChange(all) })
            : ProblemPages.NoSuchPage();
    }

    private static async Task<IResult> Ask(HelpPages pages, Visit visit, ArticleVersion? latest) =>
        Page(await pages.Form(visit, latest));

    private static async Task<IResult> Send(HelpPages pages, Visit visit, ArticleVersion? latest)
    {
        var form = await FormValues.Of(visit.Context);
        var (blank, seen) = (await pages.Form(visit, latest), form.Number("seen") ?? 0);
        var view = blank with { Seen = seen, Fields = [.. blank.Fields.Select(form.Fill)] };
        var typed = HelpForm.Article(latest?.Article.Id ?? "", form);
        var errors = form.Fault(view.Fields) is { } fault ? [fault] : HelpPages.Faults(visit, typed);
        if (errors.Count > 0)
        {
            return Page(view with { Errors = errors });
        }
        if (form.Text("do") == Preview)
        {
            return Page(view with { Preview = ArticleHtml.Of(typed.Body) });
        }
        var article = latest is null ? typed with { Id = await pages.FreeId(visit, typed.Title) } : typed;
        var state = form.Text("do") == Publish ? ArticleState.Published : ArticleState.Draft;
        return seen == blank.Seen && await pages.Add(visit, article, seen + 1, state)
            ? SeeOther.To(
                HelpAddresses.One(visit.Desk, article.Id),
                state == ArticleState.Published ? "It is published" : "The draft is kept"
            )
            : Page(view with { Seen = blank.Seen, Errors = [Overtaken] });
    }

    private static ErrorView Overtaken =>
        new(
            "Somebody kept another version since you opened this one: look at it. Send this again to put yours above it."
        );

    private static async Task<IResult> Withdraw(HttpContext context, string article, HelpPages pages)
    {
        var visit = pages.Frames.Visit(context);
        if (await pages.Versions(visit, article) is not { Count: > 0 } all)
        {
            return ProblemPages.NoSuchPage();
        }
        var isDone =
            ArticleDesk.Published(all) is not { } published
            || await pages.Add(visit, published.Article, all[0].Number + 1, ArticleState.Withdrawn);
        return SeeOther.To(
            HelpAddresses.One(visit.Desk, article),
            isDone ? "It is withdrawn" : "Somebody kept another version meanwhile. Nothing was withdrawn"
        );
    }

    private static RazorComponentResult<HelpFormPage> Page(HelpFormView view) =>
        new(new { View = view })
        {
            StatusCode = view.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
}
