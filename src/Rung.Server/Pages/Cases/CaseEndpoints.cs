using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Cases;

internal static class CaseEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}/cases/{reference}", Show);
        pages.MapPost("/{desk}/cases/{reference}/{action}", Act);
        // Where a refused form was sent to, loaded again: the case itself.
        pages.MapGet(
            "/{desk}/cases/{reference}/{action}",
            (string desk, string reference) => Results.Redirect(Addresses.Case(desk, reference))
        );
    }

    private static async Task<IResult> Show(HttpContext context, string reference, FrameMaker frames, CaseReader reader)
    {
        var visit = frames.Visit(context);
        return await reader.Find(visit, reference) is { } found
            ? Page(await reader.Read(visit, found, null), StatusCodes.Status200OK)
            : ProblemPages.NoSuchCase(reference, visit.Desk);
    }

    private static async Task<IResult> Act(HttpContext context, string reference, string action, CaseFormParts parts)
    {
        var visit = parts.Frames.Visit(context);
        if (await parts.Reader.Find(visit, reference) is not { } found)
        {
            return ProblemPages.NoSuchCase(reference, visit.Desk);
        }
        var form = await FormValues.Of(context);
        if (action == PreviewMaker.Action)
        {
            var shown = PreviewMaker.Of(found, visit, form);
            var status = shown.Preview is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
            return Page(await parts.Reader.Read(visit, found, shown), status);
        }
        return await parts.Sender.Send(visit, found, action, form) switch
        {
            SentAnswer.Done { Notice: { } notice } done => SeeOther.To(done.Address, notice),
            SentAnswer.Done done => SeeOther.To(done.Address),
            SentAnswer.Refused refused => await Refuse(
                visit,
                new Sent(action, form, refused.Errors),
                refused.Status,
                parts.Reader
            ),
            _ => ProblemPages.NoSuchPage(),
        };
    }

    // Read anew: what the author had not seen is on the page now.
    private static async Task<IResult> Refuse(Visit visit, Sent sent, int status, CaseReader reader)
    {
        var found = await reader.Find(visit, (string)visit.Context.GetRouteValue("reference")!);
        return Page(await reader.Read(visit, found!, sent), status);
    }

    private static RazorComponentResult<CasePage> Page(CaseView view, int status) =>
        new(new { View = view }) { StatusCode = status };
}

/// <summary>What the form of a case needs.</summary>
internal sealed record CaseFormParts(FrameMaker Frames, CaseReader Reader, CaseSender Sender);
