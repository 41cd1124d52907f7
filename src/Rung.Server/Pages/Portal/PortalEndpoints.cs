using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Accounts;
using Rung.Server.Pages.Calendar;
using Rung.Server.Pages.Portal.Articles;
using Rung.Server.Pages.Portal.Cases;
using Rung.Server.Pages.Portal.GettingIn;
using Rung.Server.Pages.Portal.Help;
using Rung.Server.Pages.Portal.Links;
using Rung.Server.Pages.Portal.Report;

namespace Rung.Server.Pages.Portal;

/// <summary>The customers' pages. Nobody gets further than the first question before it is known who they are.</summary>
internal static class PortalEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        VisitorEndpoints.Map(pages);
        LinkEndpoints.Map(pages);
        PortalEntryEndpoints.Map(pages);
        var portal = pages
            .MapGroup($"/{{desk}}/{PortalAddresses.Part}")
            .AddEndpointFilter(PortalDoor.Check)
            .WithMetadata(OpenToContacts.Mark);
        portal.MapGet("/", Home);
        portal.MapGet(
            PortalAddresses.LivePart,
            IResult (HttpContext context, PortalLine line) =>
                TypedResults.ServerSentEvents(line.Events(context, PortalVisitor.Of(context)))
        );
        ReportEndpoints.Map(portal);
        KnownEndpoints.Map(portal);
        PortalCaseEndpoints.Map(portal);
        HelpEndpoints.Map(portal);
        PortalArticleEndpoints.Map(portal);
        CalendarEndpoints.MapPortal(portal);
        portal.MapGet(
            "/{**rest}",
            IResult (HttpContext context) => PortalProblems.NoSuchPage(PortalVisitor.Of(context))
        );
    }

    private static async Task<IResult> Home(HttpContext context, KnownProblemReader known)
    {
        var visitor = PortalVisitor.Of(context);
        var view = new HomeView(PortalFrames.Of(visitor), await known.Of(visitor))
        {
            ReportHref = PortalAddresses.Report(visitor.Desk),
            CasesHref = PortalAddresses.Cases(visitor.Desk),
            HelpHref = PortalAddresses.Help(visitor.Desk),
        };
        return new RazorComponentResult<HomePage>(new { View = view });
    }
}
