using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Guides;
using Rung.Core.Guides.Showing;
using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Portal;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Guides;

/// <summary>The guide in force, published: anybody reads it, whoever works at the desk with the desk around it. ESS-03.</summary>
internal static class GuideEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").ExcludeFromDescription().WithMetadata(OpenToAnybody.Mark);
        open.MapGet(Addresses.Guide("{desk}"), Show);
        open.MapGet(Addresses.GuideChanges("{desk}"), Changes);
    }

    private static async Task<IResult> Show(HttpContext context, string desk, GuideParts parts)
    {
        if (!parts.Desks.TryGet(desk, out var guide))
        {
            return ProblemPages.NoSuchPage();
        }
        var shown = GuideShower.Show(guide, []);
        var visitor = await parts.Visitors.Find(context);
        if (visitor is null && parts.Acting.MaySee(context, guide))
        {
            var frame = await parts.Frames.Frame(parts.Frames.Visit(context));
            return new RazorComponentResult<GuidePage>(
                new { View = new GuideView(frame, shown) { Version = Version(guide) } }
            );
        }
        var around = Around(context, parts, visitor, guide);
        return new RazorComponentResult<OpenGuidePage>(
            new
            {
                View = new OpenGuideView(around, shown, Version(guide))
                {
                    HasChanges = GuideChangesMaker.Published(parts.Desks, desk).Count > 1,
                },
            }
        );
    }

    private static async Task<IResult> Changes(HttpContext context, string desk, GuideParts parts)
    {
        if (!parts.Desks.TryGet(desk, out var guide))
        {
            return ProblemPages.NoSuchPage();
        }
        var visit = parts.Frames.Visit(context);
        var around = Around(context, parts, await parts.Visitors.Find(context), guide);
        return GuideChangesMaker.Of(visit, around, parts.Desks) is { } view
            ? new RazorComponentResult<GuideChangesPage>(new { View = view })
            : ProblemPages.NoSuchPage();
    }

    private static PortalFrameView Around(HttpContext context, GuideParts parts, PortalVisitor? visitor, Guide guide) =>
        visitor is null ? PortalFrames.Of(guide, parts.Frames.Visit(context).Now) : PortalFrames.Of(visitor);

    private static string Version(Guide guide) =>
        $"Version {guide.Document.Version}, in force since {Words.MomentWords.Date(guide.Document.EffectiveFrom)}";
}

/// <summary>What the page of the guide needs.</summary>
internal sealed record GuideParts(DeskRegister Desks, IWhoActs Acting, PortalVisitors Visitors, FrameMaker Frames);
