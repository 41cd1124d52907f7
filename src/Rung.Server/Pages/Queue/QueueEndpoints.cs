using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Queue;

internal static class QueueEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}", (string desk) => Results.Redirect(Addresses.Queue(desk)));
        pages.MapGet("/{desk}/queue", Show);
        pages.MapPost("/{desk}/queue/take", Take);
    }

    private static async Task<IResult> Show(HttpContext context, FrameMaker frames, QueueReader reader) =>
        new RazorComponentResult<QueuePage>(new { View = await reader.Read(frames.Visit(context)) });

    // Somebody else may have been quicker: what is taken already stays theirs.
    private static async Task<IResult> Take(HttpContext context, FrameMaker frames, ServiceDesk service)
    {
        var visit = frames.Visit(context);
        var form = await context.Request.ReadFormAsync();
        var back = Addresses.Local(form["return"]);
        if (
            !CaseReference.TryParse(visit.Guide.Desk.ReferencePrefix, form["reference"], out var reference)
            || await service.Look(reference.Value, visit.Actor) is not { } found
        )
        {
            return SeeOther.To(back, "There is no such case.");
        }
        if (found.State.Engineer is { } other && other != visit.Actor.Name)
        {
            return SeeOther.To(back, $"{reference} is with {other} already. Open it to take it over.");
        }
        var answer = await service.Handle(
            reference.Value,
            new Assign(visit.Actor.Name),
            new Requester(visit.Actor),
            found.Version
        );
        return SeeOther.To(back, answer is DeskAnswer.Done ? $"{reference} is yours" : Why(answer, reference.Value));
    }

    private static string Why(DeskAnswer answer, CaseReference reference) =>
        answer is DeskAnswer.Refused refused
            ? refused.Refusal.Sentence
            : $"{reference} has just changed: look at it first.";
}
