using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Answers;
using Rung.Storage.Queue;

namespace Rung.Server.Api;

/// <summary>Complaints: logged by anybody, seen by those whom the guide lets (ESS-88 to ESS-93).</summary>
internal static class ComplaintEndpoints
{
    public static void Map(RouteGroupBuilder desk)
    {
        var group = desk.MapGroup("").WithTags("Complaints");
        group
            .MapPost("/complaints", Log)
            .WithName("log-complaint")
            .WithSummary("Log a complaint that came by call, form or letter (ESS-88, ESS-89)")
            .WithMetadata(new LargestBody(PaperReading.MostBytes));
        group
            .MapGet("/complaints", List)
            .WithName("complaints")
            .WithSummary("Complaints that the caller may see, the nearest due first (ESS-93)");
        group
            .MapGet("/complaints/closed", Closed)
            .WithName("closed-complaints")
            .WithSummary("Closed complaints that the caller may see, the newest first");
        group
            .MapPost("/redirections", Redirect)
            .WithName("redirect")
            .WithSummary("Note that a customer was asked to log a complaint formally; it starts no clock (ESS-90)");
        group
            .MapGet("/redirections", Redirections)
            .WithName("redirections")
            .WithSummary("The latest of these notes that the caller may see, newest first");
    }

    public static void MapOfCase(RouteGroupBuilder one)
    {
        one.MapGet("/papers/{hash}", Paper)
            .WithTags("Complaints")
            .WithName("paper")
            .WithSummary("A paper of a complaint, to be kept: as bytes, whatever it is")
            .Produces<string>(StatusCodes.Status200OK, "application/octet-stream");
        one.MapPost("/papers", AddPaper)
            .WithTags("Complaints")
            .WithName("add-paper")
            .WithSummary("Add a paper to a complaint, such as the scan of a letter (ESS-89)")
            .WithMetadata(Seen.Field, new CommandOf(typeof(AddPaper)), new LargestBody(PaperReading.MostBytes));
    }

    private static async Task<Results<LoggedAnswer, ProblemAnswer>> Log(
        AtDesk desk,
        Writing writing,
        JsonBody<ComplaintRequest> body,
        CaseLogging logging
    )
    {
        var request = body.Value;
        if (await logging.Database.Customers.Find(desk.Id, request.Customer) is not { } customer)
        {
            return CustomerEndpoints.Unknown("$.customer", request.Customer);
        }
        if (CustomerEndpoints.NoSuchContact(customer, request.Contact) is { } nobody)
        {
            return nobody;
        }
        var sent = PaperReading.Of(request.Papers);
        if (sent.Problem is { } wrong)
        {
            return wrong;
        }
        var asked = new Asked(writing, body.Bytes) { Papers = sent.Contents };
        var command = LogCommands.Of(desk.Guide, request, customer, sent.Papers);
        var outcome = await logging.Calls.Log(desk.Guide, command, asked);
        return outcome.Problem is { } problem ? problem : new LoggedAnswer(outcome.Json);
    }

    private static Task<Ok<ComplaintsBody>> List(
        AtDesk desk,
        ActingAs who,
        ComplaintDesk complaints,
        DeskClock clock
    ) => Rows(desk, who, QueueSelection.Live, (complaints, clock));

    private static Task<Ok<ComplaintsBody>> Closed(
        AtDesk desk,
        ActingAs who,
        ComplaintDesk complaints,
        DeskClock clock
    ) => Rows(desk, who, QueueSelection.Closed, (complaints, clock));

    private static async Task<Ok<ComplaintsBody>> Rows(
        AtDesk desk,
        ActingAs who,
        QueueSelection view,
        (ComplaintDesk Complaints, DeskClock Clock) at
    )
    {
        var rows = await at.Complaints.Of(desk.Id, who.Actor, view);
        var zone = desk.Guide.DeskCalendar.Zone.Id;
        return TypedResults.Ok(
            new ComplaintsBody(desk.Id, zone, at.Clock.Now(), [.. rows.Select(ComplaintRowBody.Of)])
        );
    }

    private static async Task<Results<FileContentHttpResult, ProblemAnswer>> Paper(
        AtCase at,
        string hash,
        ServiceDesk desk,
        RungDatabase database
    )
    {
        if (await desk.Look(at.Reference, at.Viewer) is not { } found)
        {
            return Refusing.Because(DeskRefusals.NoSuchCase(at.Reference.Text), at.Guide);
        }
        return await database.Complaints.Paper(found.Id, hash) is { } bytes
            ? TypedResults.File(bytes, "application/octet-stream", PaperNames.Of(found, hash))
            : Refusing.Because(ProblemKind.NoSuchPath, "The case has no such paper: its body lists those there are.");
    }

    private static async Task<Results<CaseAnswer, ProblemAnswer>> AddPaper(
        AtCase at,
        Writing writing,
        JsonBody<PaperRequest> body,
        CaseCalls calls
    )
    {
        var sent = PaperReading.Of([body.Value]);
        if (sent.Problem is { } wrong)
        {
            return wrong;
        }
        var command = new AddPaper(sent.Papers[0]);
        var asked = new Asked(writing, body.Bytes) { Papers = sent.Contents };
        var outcome = await calls.Handle(at.Guide, at.Reference, command, asked);
        return outcome.Problem is { } problem ? problem : new CaseAnswer(outcome.Json);
    }

    private static async Task<Results<RecordedAnswer<RedirectionBody>, ProblemAnswer>> Redirect(
        AtDesk desk,
        Writing writing,
        JsonBody<RedirectionRequest> body,
        RedirectionCalls calls
    )
    {
        var outcome = await calls.Note(desk, body.Value, new Asked(writing, body.Bytes));
        return outcome.Problem is { } problem ? problem : new RecordedAnswer<RedirectionBody>(outcome.Json);
    }

    private static async Task<Ok<RedirectionsBody>> Redirections(AtDesk desk, ActingAs who, ComplaintDesk complaints)
    {
        var notes = await complaints.Notes(desk.Guide, who.Actor);
        return TypedResults.Ok(new RedirectionsBody([.. notes.Select(RedirectionBody.Of)]));
    }
}

/// <summary>Notes, once for each idempotency key, that a customer was asked to log a complaint.</summary>
internal sealed class RedirectionCalls(
    RungDatabase database,
    ComplaintDesk complaints,
    Retries retries,
    DeskClock clock
)
{
    public async Task<CaseOutcome> Note(AtDesk desk, RedirectionRequest request, Asked asked)
    {
        if (await database.Customers.Find(desk.Id, request.Customer) is null)
        {
            return new CaseOutcome("", CustomerEndpoints.Unknown("$.customer", request.Customer));
        }
        using var retry = await retries.Begin(asked.Key, asked.Hash);
        if (retry.Problem is not null || retry.Answer is not null)
        {
            return new CaseOutcome(retry.Answer?.Body ?? "", retry.Problem);
        }
        var spoken = new DirectToLogging(request.Customer, request.Contact, request.Text);
        var noted = await complaints.Note(
            desk.Guide,
            spoken,
            asked.Writing.Actor,
            asked.Key is { } key
                ? note => new KeptAnswer(key, asked.Hash, StatusCodes.Status201Created, Json(note), clock.Now())
                : null
        );
        return noted switch
        {
            { Refusal: { } refusal } => new CaseOutcome("", Refusing.Because(refusal, desk.Guide)),
            { Earlier: { } earlier } => new CaseOutcome(
                earlier.Body,
                earlier.RequestHash == asked.Hash ? null : Retries.KeyReused
            ),
            _ => new CaseOutcome(Json(noted.Note!), null),
        };
    }

    private static string Json(Storage.Complaints.Redirection note) => ApiJson.Write(RedirectionBody.Of(note));
}
