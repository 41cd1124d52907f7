using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Guides.Showing;
using Rung.Core.Guides.Showing.Plain;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;

namespace Rung.Server.Api;

/// <summary>Desks and the guides they run by.</summary>
internal static class DeskEndpoints
{
    private const int Width = 100;

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/desks", Desks).WithName("desks").WithSummary("The desks of this installation").WithTags("Desks");

    public static void MapGuide(RouteGroupBuilder desk)
    {
        desk.MapGet("", OneDesk)
            .WithName("desk")
            .WithSummary("One desk, and whether it answers just now")
            .WithTags("Desks");
        desk.MapGet("/guide", Guide).WithName("guide").WithSummary("The guide in force (ESS-03)").WithTags("Desks");
        desk.MapGet("/guide/text", GuideText)
            .WithName("guide-text")
            .WithSummary("The guide in force as a person reads it")
            .WithTags("Desks")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
    }

    private static Ok<DesksBody> Desks(HttpContext context, DeskRegister desks, DeskClock clock) =>
        TypedResults.Ok(new DesksBody([.. AtDesk.Seen(context, desks).Select(guide => DeskBody.Of(guide, clock))]));

    private static Results<Ok<DeskBody>, ProblemAnswer> OneDesk(AtDesk desk, DeskClock clock) =>
        TypedResults.Ok(DeskBody.Of(desk.Guide, clock));

    private static Results<Ok<GuideBody>, ProblemAnswer> Guide(AtDesk desk) =>
        TypedResults.Ok(GuideBody.Of(desk.Guide));

    private static Results<ContentHttpResult, ProblemAnswer> GuideText(AtDesk desk) =>
        TypedResults.Text(PlainGuide.Write(GuideShower.Show(desk.Guide, []), Width));
}
