using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Retention;

/// <summary>How long what is kept at a desk, the evidence of what was ended, and whether it ends by itself.</summary>
internal static class RetentionEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        var page = Addresses.Retention("{desk}");
        pages.MapGet(page, (HttpContext context, RetentionPages all) => all.Show(all.Frames.Visit(context)));
        pages.MapPost(
            RetentionPages.Begin(page),
            (HttpContext context, RetentionPages all) => all.Begin(all.Frames.Visit(context))
        );
        pages.MapPost(
            RetentionPages.Stop(page),
            (HttpContext context, RetentionPages all) => all.Stop(all.Frames.Visit(context))
        );
    }
}
