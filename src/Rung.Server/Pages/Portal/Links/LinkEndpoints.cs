using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Accounts;
using Rung.Server.Limits;
using Rung.Server.Links;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Portal.Links;

/// <summary>A link of a mail: it leads to the case that it was signed for. Following it changes nothing (S14).</summary>
internal static class LinkEndpoints
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet($"/{{desk}}/{CaseLinks.Part}/{{token}}", Open).WithMetadata(OpenToAnybody.Mark, Limit.CaseLinks);

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
        var (title, says) =
            standing == LinkStanding.RunOut
                ? (
                    "This link has run out",
                    $"A link in a mail opens its case for {CaseLinks.Lasts.Days} days, and for whoever reads at the address that we know of you."
                )
                : (
                    "This link opens nothing",
                    "It is not whole, or was made for somebody else. Some mail programs break long links in two."
                );
        var view = new LinkView(PortalFrames.Of(guide, now), title, says, PortalAddresses.Home(desk));
        return new RazorComponentResult<LinkPage>(new { View = view }) { StatusCode = StatusCodes.Status404NotFound };
    }
}
