using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Accounts;
using Rung.Server.Limits;
using Rung.Server.Links;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Portal.Links;

/// <summary>A link of a mail: it leads to the case that it was signed for. Following it changes nothing (S14).</summary>
internal static class LinkEndpoints
{
    private const string Anew = "anew";

    public static void Map(IEndpointRouteBuilder pages)
    {
        var links = pages.MapGroup($"/{{desk}}/{CaseLinks.Part}").WithMetadata(OpenToAnybody.Mark);
        links.MapGet("/{token}", Open).WithMetadata(Limit.CaseLinks);
        links.MapPost($"/{{token}}/{Anew}", Send).WithMetadata(Limit.Links);
        links.MapGet($"/{{token}}/{Anew}", Sent).WithMetadata(Limit.CaseLinks);
    }

    private static async Task<IResult> Open(
        HttpContext context,
        string desk,
        string token,
        PortalVisitors visitors,
        LinkDesk links
    )
    {
        var (guide, now) = visitors.Desk(context);
        context.Response.Headers.CacheControl = "private, no-store";
        var (standing, reader) = await links.Find(guide, token, now);
        if (reader is not null)
        {
            // Whoever is signed in is who they are, and the next one at this browser did not come by the link.
            if (SignedIn.Of(context) is null)
            {
                LinkCookie.Write(context, token);
            }
            return SeeOther.To(PortalAddresses.Case(desk, reader.Only.Text));
        }
        var view =
            standing == LinkStanding.RunOut
                ? new LinkView(
                    PortalFrames.Of(guide, now),
                    "This link has run out",
                    $"A link in a mail opens its case for {CaseLinks.Lasts.Days} days, and for whoever reads at the address that we know of you."
                )
                {
                    SendHref = await LeavingMail.Leaves(context) ? $"{context.Request.Path}/{Anew}" : null,
                }
                : new LinkView(
                    PortalFrames.Of(guide, now),
                    "This link opens nothing",
                    "It is not whole, or was made for somebody else. Some mail programs break long links in two."
                );
        return Page(view, StatusCodes.Status404NotFound);
    }

    // Looked into behind the answer, which is the same for every link.
    private static async Task<IResult> Send(
        HttpContext context,
        string token,
        PortalVisitors visitors,
        LinkDesk links,
        LinkRequests requests
    )
    {
        await context.Request.ReadFormAsync();
        var (guide, now) = visitors.Desk(context);
        if (await LeavingMail.Leaves(context))
        {
            requests.Add(() => links.SendAnew(guide, token, now));
        }
        return SeeOther.To(context.Request.Path);
    }

    private static async Task<IResult> Sent(HttpContext context, PortalVisitors visitors)
    {
        if (!await LeavingMail.Leaves(context))
        {
            return ProblemPages.NoSuchPage();
        }
        var (guide, now) = visitors.Desk(context);
        context.Response.Headers.CacheControl = "private, no-store";
        return Page(
            new LinkView(
                PortalFrames.Of(guide, now),
                "Look into your mailbox",
                "If your link was one of ours, a mail with a new one is on its way to the address that it was made for: one a day, and to no other address."
            ),
            StatusCodes.Status200OK
        );
    }

    private static RazorComponentResult<LinkPage> Page(LinkView view, int status) =>
        new(new { View = view }) { StatusCode = status };
}
