using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Retention;
using Rung.Server.Audit;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;
using Rung.Server.Retention;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Pages.Retention;

/// <summary>What the page of retention shows, and what its two buttons do.</summary>
internal sealed class RetentionPages(
    RungDatabase database,
    RetentionDesk retention,
    RetentionStarts starts,
    FrameMaker frames
)
{
    private const int MostDeeds = 500;

    private const string NotYours =
        "It is begun and stopped by whoever holds a post of an escalation ladder and may see complaints. Ask one of them.";

    private const string NotSeen =
        "Say that you have seen what would end. If you did, it has changed since: look again.";

    public FrameMaker Frames => frames;

    public static string Begin(string page) => $"{page}/begin";

    public static string Stop(string page) => $"{page}/stop";

    public Task<IResult> Show(Visit visit) => Page(visit, null);

    public async Task<IResult> Begin(Visit visit)
    {
        if (!May(visit) || visit.Guide.Retention is not { } rules)
        {
            return NotForThem();
        }
        var seen = RetentionMaker.Seen(rules, await retention.Look(visit.Guide, Shelves(visit)));
        if ((await FormValues.Of(visit.Context)).Text("seen") != seen)
        {
            return await Page(visit, NotSeen);
        }
        await starts.Begin(visit.Guide, visit.Actor, visit.Now);
        AuditTrail.Detail(visit.Context, seen);
        return SeeOther.To(
            Addresses.Retention(visit.Desk),
            "It is begun: what has run out ends from the coming night on"
        );
    }

    public async Task<IResult> Stop(Visit visit)
    {
        if (!May(visit))
        {
            return NotForThem();
        }
        if (!await starts.Stop(visit.Guide))
        {
            AuditTrail.ChangedNothing(visit.Context);
        }
        return SeeOther.To(Addresses.Retention(visit.Desk), "Nothing ends by itself any more");
    }

    private async Task<IResult> Page(Visit visit, string? fault)
    {
        var shelves = Shelves(visit);
        var looks = await retention.Look(visit.Guide, shelves);
        var view = new RetentionView(await frames.Frame(visit))
        {
            Cite = visit.Guide.Retention is { } rules ? CiteMaker.Of(visit.Guide, rules.Cite) : null,
            Standing = await Standing(visit, looks),
            Rows = [.. looks.Where(look => IsShown(look, shelves)).Select(RetentionMaker.Row)],
            Deeds = RetentionMaker.Deeds(await database.Retention.Deeds(visit.Desk, shelves, MostDeeds), visit.Zone),
            WithoutComplaints = !shelves.Contains(ShelfFor.Complaints),
            Errors = fault is null ? [] : [new ErrorView(fault, RetentionView.SeenId)],
        };
        return new RazorComponentResult<RetentionPage>(new { View = view })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    private async Task<RetentionStandingView?> Standing(Visit visit, IReadOnlyList<RetentionLook> looks) =>
        visit.Guide.Retention is not { } rules
            ? null
            : new RetentionStandingView(await starts.IsBegun(visit.Guide), await starts.AreAllBegun())
            {
                Last = RetentionMaker.Begun(visit, await starts.Last(visit.Guide)),
                MayChange = May(visit),
                Number = RetentionMaker.Number(looks),
                Seen = RetentionMaker.Seen(rules, looks),
            };

    private static RazorComponentResult<ProblemPage> NotForThem() =>
        ProblemPages.Page(new ProblemView(StatusCodes.Status403Forbidden, "Nothing was changed", NotYours));

    // What would end is for them to see, all of it, and to hold.
    private static bool May(Visit visit) =>
        LadderPosts.IsHeldBy(visit.Guide, visit.Actor) && Shelves(visit).Contains(ShelfFor.Complaints);

    private static IReadOnlyList<ShelfFor> Shelves(Visit visit) =>
        visit.Actor.Role == Actor.SystemRole || Restriction.PostsOf(visit.Guide).Contains(visit.Actor.Role)
            ? [ShelfFor.Work, ShelfFor.Complaints]
            : [ShelfFor.Work];

    private static bool IsShown(RetentionLook look, IReadOnlyList<ShelfFor> shelves) =>
        look.Category != RetentionCategory.Complaints || shelves.Contains(ShelfFor.Complaints);
}
