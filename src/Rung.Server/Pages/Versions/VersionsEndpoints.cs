using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Escalations;
using Rung.Server.Desk;
using Rung.Server.Desk.Versions;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Versions;

/// <summary>
/// The versions of a desk's guide: how each differs from the one before, and the open cases that are under another than the one
/// in force, which those who hold a post of an escalation ladder move to it. ESS-02, semantics 29.
/// </summary>
internal static class VersionsEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Versions("{desk}"), List);
        pages.MapGet(Addresses.VersionDifference("{desk}"), Difference);
        pages.MapGet(Addresses.VersionCases("{desk}"), Preview);
        pages.MapPost(Addresses.VersionCases("{desk}"), Move);
    }

    private static async Task<IResult> List(HttpContext context, FrameMaker frames, DeskRegister desks)
    {
        var visit = frames.Visit(context);
        var view = VersionsMaker.List(await frames.Frame(visit), visit, desks);
        return new RazorComponentResult<VersionsPage>(new { View = view });
    }

    private static async Task<IResult> Difference(HttpContext context, FrameMaker frames, DeskRegister desks)
    {
        var visit = frames.Visit(context);
        if (
            desks.Find(visit.Desk, visit.Query("from") ?? "") is not { } before
            || desks.Find(visit.Desk, visit.Query("to") ?? "") is not { } after
        )
        {
            return ProblemPages.NoSuchPage();
        }
        var view = VersionsMaker.Difference(await frames.Frame(visit), visit, (before, after));
        return new RazorComponentResult<VersionDifferencePage>(new { View = view });
    }

    private static async Task<IResult> Preview(HttpContext context, FrameMaker frames, VersionMoves moves)
    {
        var visit = frames.Visit(context);
        _ = long.TryParse(visit.Query("after"), out var after);
        var preview = await moves.Preview(visit.Guide, visit.Actor, Math.Max(after, 0));
        var view = VersionCasesMaker.Of(await frames.Frame(visit), visit, preview);
        return new RazorComponentResult<VersionCasesPage>(new { View = view });
    }

    private static async Task<IResult> Move(HttpContext context, FrameMaker frames, ServiceDesk desk)
    {
        var visit = frames.Visit(context);
        var form = await context.Request.ReadFormAsync();
        var (back, version) = (Addresses.VersionCases(visit.Desk), visit.Guide.Document.Version);
        if (!LadderPosts.IsHeldBy(visit.Guide, visit.Actor))
        {
            return SeeOther.To(back, "Nothing was moved: it takes somebody who holds a post of an escalation ladder.");
        }
        // The page may be older than a version that took force meanwhile: what was shown is not what would be done.
        if (form["to"] != version)
        {
            return SeeOther.To(
                back,
                $"Nothing was moved: version {version} has taken force since. This is what it would change."
            );
        }
        var outcome = new MoveOutcome(version);
        foreach (var text in form["case"].Distinct(StringComparer.Ordinal).Take(VersionMoves.Most))
        {
            if (SeenCaseText.TryParse(visit.Guide, text, out var seen))
            {
                var (reference, number) = seen.Value;
                var command = new MoveToVersion(version);
                outcome.Add(reference, await desk.Handle(reference, command, new Requester(visit.Actor), number));
            }
        }
        return SeeOther.To(back, outcome.Words);
    }
}
