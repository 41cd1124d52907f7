using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Escalations;

internal static class EscalationEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}/escalations", Show);
        pages.MapGet("/{desk}/call-backs", Board);
    }

    private static async Task<IResult> Show(HttpContext context, FrameMaker frames, EscalationsReader reader) =>
        new RazorComponentResult<EscalationsPage>(new { View = await reader.Read(frames.Visit(context)) });

    private static async Task<IResult> Board(HttpContext context, FrameMaker frames, CallBoardReader reader) =>
        new RazorComponentResult<CallBoardPage>(new { View = await reader.Read(frames.Visit(context)) });
}
