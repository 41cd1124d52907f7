using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Help;
using Rung.Server.Accounts;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Help;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Portal.Report;

namespace Rung.Server.Pages.Portal.Articles;

/// <summary>Help articles for customers: a list, one, and what fits a report while it is written. ESS-23.</summary>
internal static class PortalArticleEndpoints
{
    public static void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("/help", List);
        portal.MapPost("/help/fitting", Fitting).WithMetadata(OnlyAsks.Mark);
        portal.MapGet("/help/articles/{article}", Show);
        portal.MapGet("/report/{report}/may-help", MayHelp);
    }

    private static async Task<IResult> List(HttpContext context, HelpArticles help)
    {
        var visitor = PortalVisitor.Of(context);
        var query = visitor.Visit.Query("q") ?? "";
        var found = query.Length == 0 ? await help.All(visitor) : await help.Find(visitor, query);
        var view = new ArticlesView(
            PortalFrames.Of(visitor),
            PortalAddresses.Help(visitor.Desk),
            query,
            Links(visitor, found)
        )
        {
            ReportHref = PortalAddresses.Report(visitor.Desk),
        };
        return new RazorComponentResult<ArticlesPage>(new { View = view });
    }

    // A part of a page, for the script that asks for it while somebody types.
    private static async Task<IResult> Fitting(HttpContext context, HelpArticles help, ReportDesk reports)
    {
        var visitor = PortalVisitor.Of(context);
        var typed = (await FormValues.Of(context)).Text("q");
        var found = await help.Fitting(visitor, await Scene(visitor, reports), typed);
        return new RazorComponentResult<FittingArticles>(new { View = Links(visitor, found) });
    }

    private static async Task<IResult> Show(HttpContext context, string article, HelpArticles help, ReportDesk reports)
    {
        var visitor = PortalVisitor.Of(context);
        if ((await help.All(visitor)).FirstOrDefault(one => one.Id == article) is not { } found)
        {
            return PortalProblems.NoSuchPage(visitor);
        }
        var view = new ArticleView(
            PortalFrames.Of(visitor),
            PortalAddresses.Help(visitor.Desk),
            found.Title,
            ArticleHtml.Of(found.Body)
        )
        {
            ReportHref = PortalAddresses.Report(visitor.Desk),
            GoOnHref = await reports.Begun(visitor) is [var (last, _), ..]
                ? PortalAddresses.ReportCheck(visitor.Desk, ReportForm.Id(last.Form))
                : null,
        };
        return new RazorComponentResult<ArticlePage>(new { View = view });
    }

    private static async Task<IResult> MayHelp(
        HttpContext context,
        string report,
        HelpArticles help,
        ReportDesk reports
    )
    {
        var visitor = PortalVisitor.Of(context);
        var check = PortalAddresses.ReportCheck(visitor.Desk, report);
        if (
            await reports.Find(visitor, report) is not { } scene
            || await help.Fitting(visitor, scene) is not { Count: > 0 } found
        )
        {
            return SeeOther.To(check);
        }
        var last = ReportSteps.Of(visitor, scene).All[^1].Id;
        var view = new MayHelpView(
            PortalFrames.Of(visitor),
            PortalAddresses.ReportStep(visitor.Desk, report, last),
            Links(visitor, found)
        )
        {
            GoOnHref = check,
        };
        return new RazorComponentResult<MayHelpPage>(new { View = view });
    }

    private static async Task<CallScene> Scene(PortalVisitor visitor, ReportDesk reports) =>
        await reports.Find(visitor, visitor.Visit.Query("report") ?? "")
        ?? ReportDesk.Scene(visitor, CallForm.Begun(visitor.Visit.Now));

    private static IReadOnlyList<PortalLink> Links(PortalVisitor visitor, IReadOnlyList<Article> articles) =>
        [.. articles.Select(one => new PortalLink(one.Title, PortalAddresses.Article(visitor.Desk, one.Id)))];
}
