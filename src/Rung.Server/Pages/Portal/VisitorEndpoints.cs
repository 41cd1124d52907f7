using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Portal;

/// <summary>The choice of whose person a visitor is, as long as there are no accounts.</summary>
internal static class VisitorEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet($"/{{desk}}/{PortalAddresses.Part}/visitor", Ask);
        pages.MapPost($"/{{desk}}/{PortalAddresses.Part}/visitor", Choose);
    }

    private static async Task<IResult> Ask(HttpContext context, FrameMaker frames, PortalVisitors visitors)
    {
        if (!visitors.BelieveThem)
        {
            return ProblemPages.NoSuchPage();
        }
        var visit = frames.Visit(context);
        var query = visit.Query("q") ?? "";
        var customers = await visitors.Choices(visit.Desk, query);
        var view = new VisitorView(
            PortalFrames.Of(visit.Guide, visit.Now),
            PortalAddresses.Visitor(visit.Desk),
            visit.Query("return") ?? ""
        )
        {
            Query = query,
            Customers =
            [
                .. customers
                    .Where(customer => customer.Present.Count > 0)
                    .Select(customer => new VisitorChoices(
                        customer.Name,
                        [.. customer.Present.Select(one => new VisitorChoice($"{customer.Id}/{one.Id}", one.Name))]
                    )),
            ],
        };
        return new RazorComponentResult<VisitorPage>(new { View = view });
    }

    private static async Task<IResult> Choose(HttpContext context, FrameMaker frames, PortalVisitors visitors)
    {
        if (!visitors.BelieveThem)
        {
            return ProblemPages.NoSuchPage();
        }
        var form = await FormValues.Of(context);
        VisitorCookie.Write(context, form.Text("visitor"));
        var home = PortalAddresses.Home(frames.Visit(context).Desk);
        var after = Addresses.Local(form.Text("return"));
        return SeeOther.To(after.StartsWith(home, StringComparison.Ordinal) ? after : home);
    }
}
