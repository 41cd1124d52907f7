using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Guides.Showing;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Guides;

internal static class GuideEndpoints
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/{desk}/guide", Show);

    private static async Task<IResult> Show(HttpContext context, FrameMaker frames)
    {
        var visit = frames.Visit(context);
        var document = visit.Guide.Document;
        var view = new GuideView(await frames.Frame(visit), GuideShower.Show(visit.Guide, []))
        {
            Version = $"Version {document.Version}, in force since {Words.MomentWords.Date(document.EffectiveFrom)}",
        };
        return new RazorComponentResult<GuidePage>(new { View = view });
    }
}
