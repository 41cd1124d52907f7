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
        ServiceDesk cases
    )
    {
        var visit = frames.Visit(context);
        var asked = (visit.Query("q") ?? "").Trim();
        var text = asked.Length > Longest ? asked[..Longest] : asked;
        // A whole reference is an address: straight to the case, of a complaint too, which is in no index (ESS-93).
        if (
            CaseReference.TryParse(visit.Guide.Desk.ReferencePrefix, text, out var reference)
            && reference is { } named
            && await cases.Look(named, visit.Actor) is { } found
            && found.State.Logged.Desk == visit.Desk
        )
        {
            return Results.Redirect(Addresses.Case(visit.Desk, named.Text));
        }
        var hits = text.Length == 0 ? [] : await database.Search.Find(new SearchQuery(text) { Desk = visit.Desk });
        var view = SearchMaker.Of(text, hits, visit, await frames.Frame(visit));
        return new RazorComponentResult<SearchPage>(new { View = view });
    }
}
