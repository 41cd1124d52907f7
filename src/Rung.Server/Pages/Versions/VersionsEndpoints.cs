using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Desk.Versions;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Versions;

/// <summary>
/// The versions of a desk's guide: what each changed, and the open cases that are under another than the one in force, which
/// those who hold a post of an escalation ladder put under it. ESS-02, semantics 29.
/// </summary>
internal static class VersionsEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}/versions", List);
        pages.MapGet("/{desk}/versions/changes", Changes);
        pages.MapGet("/{desk}/versions/cases", Preview);
        pages.MapPost("/{desk}/versions/cases", Move);
    }

    private static async Task<IResult> List(HttpContext context, FrameMaker frames, DeskRegister desks)
    {
        var visit = frames.Visit(context);
        var view = VersionsMaker.List(await frames.Frame(visit), visit, desks.VersionsOf(visit.Desk));
        return new RazorComponentResult<VersionsPage>(new { View = view });
    }

    private static async Task<IResult> Changes(HttpContext context, FrameMaker frames, DeskRegister desks)
    {
        var visit = frames.Visit(context);
        if (
            desks.Find(visit.Desk, visit.Query("from") ?? "") is not { } before
            || desks.Find(visit.Desk, visit.Query("to") ?? "") is not { } after
        )
        {
            return ProblemPages.NoSuchPage();
        }
        var view = new VersionChangesView(
            await frames.Frame(visit),
            before.Document.Version,
            after.Document.Version,
            GuideDifference.Of(before, after)
        );
        return new RazorComponentResult<VersionChangesPage>(new { View = view });
    }

    private static async Task<IResult> Preview(HttpContext context, FrameMaker frames, VersionChanges changes)
    {
        var visit = frames.Visit(context);
        _ = long.TryParse(visit.Query("after"), out var after);
        var preview = await changes.Preview(visit.Guide, visit.Actor, Math.Max(after, 0));
        var view = VersionCasesMaker.Of(await frames.Frame(visit), visit, preview) with
        {
            MayMove = MayMove(visit.Guide, visit.Actor),
        };
        return new RazorComponentResult<VersionCasesPage>(new { View = view });
    }

    private static async Task<IResult> Move(HttpContext context, FrameMaker frames, VersionChanges changes)
    {
        var visit = frames.Visit(context);
        var form = await context.Request.ReadFormAsync();
        var back = $"{Addresses.Versions(visit.Desk)}/cases";
        if (!MayMove(visit.Guide, visit.Actor))
        {
            return SeeOther.To(
                back,
                "Nothing was changed: it takes somebody who holds a post of an escalation ladder."
            );
        }
        // The page may be older than a version that took force meanwhile: what was shown is not what would be done.
        if (form["to"] != visit.Guide.Document.Version)
        {
            return SeeOther.To(
                back,
                "Nothing was changed: another version has taken force since. This is what it would change."
            );
        }
        var those = form["case"]
            .Select(text => CaseReference.TryParse(visit.Guide.Desk.ReferencePrefix, text, out var read) ? read : null)
            .OfType<CaseReference>()
            .Distinct()
            .Take(VersionChanges.Most)
            .ToList();
        var moved = await changes.Move(visit.Guide, those, visit.Actor);
        return SeeOther.To(back, Said(moved, those.Count, visit.Guide.Document.Version));
    }

    private static bool MayMove(Guide guide, Actor actor) =>
        guide.Ladders.Any(ladder => ladder.Levels.Any(level => level.Role == actor.Role));

    private static string Said(int moved, int asked, string version)
    {
        var done = moved == 1 ? "1 case goes on" : $"{moved} cases go on";
        var left = asked - moved;
        return left == 0
            ? $"{done} under version {version}."
            : $"{done} under version {version}; {left} could not, see below or look whether they are closed.";
    }
}
