using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Storage;
using Rung.Storage.Search;

namespace Rung.Server.Pages.Search;

internal static class SearchEndpoints
{
    private const int Longest = 200;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/{desk}/search", Show);

    private static async Task<IResult> Show(
        HttpContext context,
        FrameMaker frames,
        RungDatabase database,
        ServiceDesk desk
    )
    {
        var visit = frames.Visit(context);
        var asked = (visit.Query("q") ?? "").Trim();
        var text = asked.Length > Longest ? asked[..Longest] : asked;
        var hits = text.Length == 0 ? [] : await database.Search.Find(new SearchQuery(text) { Desk = visit.Desk });
        // A whole reference is an address: straight to the case.
        var isReference = CaseReference.TryParse(visit.Guide.Desk.ReferencePrefix, text, out var reference);
        if (isReference && hits.Any(hit => hit.Case.Reference == reference))
        {
            return Results.Redirect(Addresses.Case(visit.Desk, reference!.Value.Text));
        }
        // A complaint is in no index: who may see it gets there by its reference (ESS-93).
        if (
            reference is { } named
            && await desk.Look(named, visit.Actor) is { } found
            && found.State.Logged.Desk == visit.Desk
        )
        {
            return Results.Redirect(Addresses.Case(visit.Desk, named.Text));
        }
        var view = SearchMaker.Of(text, hits, visit, await frames.Frame(visit));
        return new RazorComponentResult<SearchPage>(new { View = view });
    }
}
