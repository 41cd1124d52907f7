using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Retention;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Pages.Retention;

/// <summary>How long what is kept at a desk, and the evidence of what was ended.</summary>
internal static class RetentionEndpoints
{
    private const int MostDeeds = 500;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/{desk}/retention", Show);

    private static async Task<IResult> Show(
        HttpContext context,
        FrameMaker frames,
        RetentionDesk retention,
        RungDatabase database
    )
    {
        var visit = frames.Visit(context);
        var shelves = Shelves(visit);
        var looks = await retention.Look(visit.Guide, shelves);
        var view = new RetentionView(await frames.Frame(visit))
        {
            Cite = visit.Guide.Retention is { } rules ? CiteMaker.Of(visit.Guide, rules.Cite) : null,
            Rows = [.. looks.Where(look => IsShown(look, shelves)).Select(RetentionMaker.Row)],
            Deeds = RetentionMaker.Deeds(await database.Retention.Deeds(visit.Desk, shelves, MostDeeds), visit.Zone),
            WithoutComplaints = !shelves.Contains(ShelfFor.Complaints),
        };
        return new RazorComponentResult<RetentionPage>(new { View = view });
    }

    private static IReadOnlyList<ShelfFor> Shelves(Visit visit) =>
        visit.Actor.Role == Actor.SystemRole || Restriction.PostsOf(visit.Guide).Contains(visit.Actor.Role)
            ? [ShelfFor.Work, ShelfFor.Complaints]
            : [ShelfFor.Work];

    private static bool IsShown(RetentionLook look, IReadOnlyList<ShelfFor> shelves) =>
        look.Category != Core.Retention.RetentionCategory.Complaints || shelves.Contains(ShelfFor.Complaints);
}
