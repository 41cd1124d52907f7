using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Promises;

internal static class PromiseEndpoints
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/{desk}/promises", Show);

    private static async Task<IResult> Show(HttpContext context, FrameMaker frames, PromiseReader reader) =>
        new RazorComponentResult<BookPage>(new { View = await reader.Read(frames.Visit(context)) });
}
