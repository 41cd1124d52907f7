using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Desk.Heartbeats;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Pages.Heartbeats;

/// <summary>What is to be heard of: listed, registered, changed, suspended. R15.</summary>
internal static class HeartbeatPageEndpoints
{
    private delegate Task<IResult> Answer(HeartbeatPages pages, Visit visit, Heartbeat? heartbeat);

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}/heartbeats", List);
        pages.MapGet("/{desk}/heartbeats/new", (HttpContext context, HeartbeatPages all) => New(context, all, Ask));
        pages.MapPost("/{desk}/heartbeats/new", (HttpContext context, HeartbeatPages all) => New(context, all, Send));
        const string One = "/{desk}/heartbeats/{id}";
        Map(pages, HttpMethods.Get, One, Ask);
        Map(pages, HttpMethods.Post, One, Send);
        Map(pages, HttpMethods.Post, $"{One}/suspend", (all, visit, found) => Switch(all, visit, (found!, true)));
        Map(pages, HttpMethods.Post, $"{One}/resume", (all, visit, found) => Switch(all, visit, (found!, false)));
    }

    private static void Map(IEndpointRouteBuilder pages, string method, string path, Answer answer) =>
        pages.MapMethods(
            path,
            [method],
            async (HttpContext context, string id, HeartbeatPages all) =>
            {
                var visit = all.Frames.Visit(context);
                return await all.Find(visit, id) is { } found
                    ? await answer(all, visit, found)
                    : ProblemPages.NoSuchPage();
            }
        );

    private static async Task<IResult> List(HttpContext context, HeartbeatPages pages) =>
        new RazorComponentResult<HeartbeatsPage>(new { View = await pages.List(pages.Frames.Visit(context)) });

    private static Task<IResult> New(HttpContext context, HeartbeatPages pages, Answer answer) =>
        answer(pages, pages.Frames.Visit(context), null);

    private static async Task<IResult> Ask(HeartbeatPages pages, Visit visit, Heartbeat? heartbeat) =>
        Page(await pages.Form(visit, heartbeat));

    private static async Task<IResult> Send(HeartbeatPages pages, Visit visit, Heartbeat? found)
    {
        var form = await FormValues.Of(visit.Context);
        var blank = await pages.Form(visit, found);
        var view = blank with { Fields = [.. blank.Fields.Select(form.Fill)] };
        if (form.Fault(view.Fields) is { } odd)
        {
            return Page(view with { Errors = [odd] });
        }
        var seen = form.Number("seen") ?? 0;
        if (seen != blank.Seen)
        {
            return Page(view with { Errors = [Overtaken] });
        }
        var (customer, fault) = await pages.Customer(visit, form.Text("customer"));
        var id = found?.Id ?? await pages.FreeId(visit, form.Text("name"));
        var wanted = HeartbeatForm.Heartbeat((visit.Desk, id), form, (visit.Actor, visit.Now)) with
        {
            CustomerId = customer?.Id ?? "",
            Suspended = found?.Suspended,
            Version = seen,
        };
        return await pages.Register(visit, wanted) switch
        {
            Registration.Done => SeeOther.To(HeartbeatAddresses.One(visit.Desk, id), "It is kept"),
            Registration.Wrong wrong => Page(view with { Errors = Errors(wrong, fault) }),
            _ => Page(view with { Errors = [Overtaken] }),
        };
    }

    // What was typed for the customer is told in its own words.
    private static IReadOnlyList<ErrorView> Errors(Registration.Wrong wrong, string? customer) =>
        [
            .. wrong.Faults.Select(one => new ErrorView(
                one.Field == "customer" && customer is not null ? customer : one.Sentence,
                $"f-{one.Field.Replace('.', '-')}"
            )),
        ];

    private static async Task<IResult> Switch(HeartbeatPages pages, Visit visit, (Heartbeat Found, bool Suspends) asked)
    {
        var (found, suspends) = asked;
        var isDone = found.IsSuspended == suspends || await pages.Switch(visit, found);
        return SeeOther.To(
            HeartbeatAddresses.One(visit.Desk, found.Id),
            !isDone ? "Somebody changed it meanwhile. Look at it again"
                : suspends ? "It is suspended"
                : "It is watched for again"
        );
    }

    private static ErrorView Overtaken =>
        new("Somebody changed it since you opened this page: open it again, and look at what is registered now.");

    private static RazorComponentResult<HeartbeatFormPage> Page(HeartbeatFormView view) =>
        new(new { View = view })
        {
            StatusCode = view.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
}
