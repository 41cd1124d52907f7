using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;
using Rung.Server.Pages.Queue;

namespace Rung.Server.Pages.Calls;

internal static class CallEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}/calls", Unfinished);
        pages.MapGet("/{desk}/calls/new", Begin);
        pages.MapPost("/{desk}/calls/new", Take);
        pages.MapGet("/{desk}/calls/{reference}", Show);
        pages.MapPost("/{desk}/calls/{reference}", Go);
    }

    public static IResult Page(CallView view, int status = StatusCodes.Status200OK) =>
        new RazorComponentResult<CallPage>(new { View = view }) { StatusCode = status };

    private static async Task<IResult> Begin(HttpContext context, CallParts parts) =>
        Page(await parts.Reader.Read(await parts.Reader.Begin(parts.Frames.Visit(context))));

    private static Task<IResult> Take(HttpContext context, CallParts parts) => new NewCall(parts).Take(context);

    private static async Task<IResult> Show(HttpContext context, string reference, CallParts parts)
    {
        var visit = parts.Frames.Visit(context);
        if (await parts.Cases.Find(visit, reference) is not { } found)
        {
            return ProblemPages.NoSuchCase(reference, visit.Desk);
        }
        return found.State.IsClosed
            ? Results.Redirect(Addresses.Case(visit.Desk, found.State.Reference.Text))
            : Page(await parts.Reader.Read(await parts.Reader.Scene(visit, found, null)));
    }

    private static async Task<IResult> Go(HttpContext context, string reference, CallParts parts)
    {
        var visit = parts.Frames.Visit(context);
        var form = await FormValues.Of(context);
        return await parts.Cases.Find(visit, reference) is { } found
            ? await new IssuedCall(parts).Take(visit, found, form)
            : ProblemPages.NoSuchCase(reference, visit.Desk);
    }

    private static async Task<IResult> Unfinished(HttpContext context, FrameMaker frames, LiveCalls live)
    {
        var visit = frames.Visit(context);
        var calls = (await live.OfDesk(visit.Desk)).Where(call => call.IsUnfinished).ToList();
        var view = new QueueView
        {
            Frame = await frames.Frame(visit),
            Title = "Unfinished calls",
            Summary =
                calls.Count == 1
                    ? "1 call with questions still open"
                    : $"{calls.Count} calls with questions still open",
            Rows =
            [
                .. calls.Select(call =>
                    QueueMaker.Of(call.Row, visit) with
                    {
                        Href = Addresses.Call(visit.Desk, call.Row.Reference.Text),
                    }
                ),
            ],
            Empty =
                calls.Count == 0
                    ? new(
                        "Every call is finished. A call whose reference is issued waits here until its questions are answered.",
                        "New call",
                        Addresses.NewCall(visit.Desk)
                    )
                    : null,
            Here = Addresses.Calls(visit.Desk),
        };
        return new RazorComponentResult<QueuePage>(new { View = view });
    }
}

/// <summary>What taking a call needs.</summary>
internal sealed record CallParts(FrameMaker Frames, CallReader Reader, CallSender Sender, CaseReader Cases);
