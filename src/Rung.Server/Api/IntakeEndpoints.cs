using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Storage;
using Rung.Storage.Inbound;

namespace Rung.Server.Api;

/// <summary>Mail that waits, and what becomes of it (ESS-30 to ESS-41).</summary>
internal static class IntakeEndpoints
{
    public static void Map(RouteGroupBuilder desk)
    {
        var intake = desk.MapGroup("/intake").WithTags("Intake");
        intake
            .MapGet("", List)
            .WithName("intake-mails")
            .WithSummary("Mails of the desk, by what became of them (ESS-41)");
        intake.MapGet("/counts", Counts).WithName("intake-counts").WithSummary("How much mail waits for somebody");
        var one = intake.MapGroup("/{id}");
        one.MapGet("", Read).WithName("read-mail").WithSummary("The mail, safe to show, with all that is made of it");
        one.MapGet("/original", Original)
            .WithName("original-mail")
            .WithSummary("The message as it came")
            .Produces<string>(StatusCodes.Status200OK, "message/rfc822");
        one.MapGet("/ledger", Ledger)
            .WithName("mail-ledger")
            .WithSummary("Why a mail that waits is to be logged by then (ESS-41, A-05)");
        one.MapPost("/log", Log).WithName("log-mail").WithSummary("Make a case of it (ESS-37, ESS-39)");
        one.MapPost("/attach", Attach)
            .WithName("attach-mail")
            .WithSummary("Enter it on a case, as what the customer said (A-06, A-10) or asked (ESS-78)");
        one.MapPost("/discard", Discard)
            .WithName("discard-mail")
            .WithSummary("It is no case: keep it, with the reason");
        one.MapPost("/restore", Restore).WithName("restore-mail").WithSummary("Let it wait to be logged again");
        one.MapPost("/move", Move)
            .WithName("move-mail")
            .WithSummary("Hand it to another route, as received when it was (ESS-11)");
        one.MapPost("/hand-over", HandOver)
            .WithName("hand-over-mail")
            .WithSummary("Hand it over to another team, which is told by mail, and its sender too (ESS-12, ESS-86)");
        one.MapPost("/retry", Retry).WithName("retry-mail").WithSummary("Handle a mail that was set aside once more");
    }

    public static void MapOfCase(RouteGroupBuilder one) =>
        one.MapGet("/mails", OfCase).WithName("case-mails").WithSummary("The mails on the case").WithTags("Cases");

    private static async Task<Results<Ok<IntakeBody>, ProblemAnswer>> List(
        AtDesk desk,
        IntakeQuery query,
        RungDatabase database,
        HttpContext http
    )
    {
        var (inbound, state, most) = (database.Inbound, query.State, query.Take + 1);
        var mails =
            state == InboundState.Unlogged
                ? await inbound.Of(desk.Id, state, most, query.After)
                : await inbound.Latest(desk.Id, state, most, query.After);
        if (mails.Count == most)
        {
            mails = [.. mails.Take(query.Take)];
            http.Response.Headers.Link = $"<{query.PathTo(mails[^1].Id)}>; rel=\"next\"";
        }
        var now = http.RequestServices.GetRequiredService<DeskClock>().Now();
        return TypedResults.Ok(
            new IntakeBody(desk.Id, desk.Guide.DeskCalendar.Zone.Id, now, Rows(mails, desk.Guide, now))
        );
    }

    private static async Task<Results<Ok<IntakeCountsBody>, ProblemAnswer>> Counts(
        AtDesk desk,
        RungDatabase database,
        DeskClock clock
    )
    {
        var counts = await database.Inbound.Count(desk.Id, clock.Now());
        return TypedResults.Ok(new IntakeCountsBody(counts.Unlogged, counts.Overdue, counts.SetAside));
    }

    private static async Task<Results<Ok<MailBody>, ProblemAnswer>> Read(AtMail at, IntakeCalls calls) =>
        TypedResults.Ok(await calls.Body(at.Mail, at.Guide));

    private static async Task<Results<FileContentHttpResult, ProblemAnswer>> Original(AtMail at, RungDatabase database)
    {
        var message = await database.Inbound.Content(at.Mail.Id) ?? [];
        return TypedResults.File(message, "message/rfc822", $"mail-{at.Mail.Id}.eml");
    }

    private static Results<Ok<LedgerBody>, ProblemAnswer> Ledger(AtMail at, DeskClock clock) =>
        at.Mail.State == InboundState.Unlogged && LogByPromise.Clock(at.Mail, at.Guide, clock.Now()) is { } ledger
            ? TypedResults.Ok(LedgerBody.Of(at.Guide, ledger))
            : Refusing.Because(
                ProblemKind.NoSuchClock,
                "The mail does not wait to be logged by a time that the guide sets."
            );

    private static async Task<Results<LoggedAnswer, ProblemAnswer>> Log(
        AtMail at,
        Writing writing,
        JsonBody<MailLogRequest> body,
        IntakeCalls calls,
        RungDatabase database
    )
    {
        if (await database.Customers.Find(at.Desk.Id, body.Value.Customer) is not { } customer)
        {
            return CustomerEndpoints.Unknown("$.customer", body.Value.Customer);
        }
        if (CustomerEndpoints.NotFor(customer, body.Value.Contact, body.Value.CustomerReference) is { } wrong)
        {
            return wrong;
        }
        var outcome = await calls.Log(at, LogCommands.Of(body.Value, customer), new Asked(writing, body.Bytes));
        return outcome.Problem is { } problem ? problem : new LoggedAnswer(outcome.Json);
    }

    private static async Task<Results<CaseAnswer, ProblemAnswer>> Attach(
        AtMail at,
        ActingAs who,
        JsonBody<MailAttachRequest> body,
        IntakeCalls calls
    )
    {
        var outcome = await calls.Attach(at, body.Value, who.Actor);
        return outcome.Problem is { } problem ? problem : new CaseAnswer(outcome.Json);
    }

    private static Task<Results<Ok<MailBody>, ProblemAnswer>> Discard(
        AtMail at,
        ActingAs who,
        JsonBody<MailDiscardRequest> body,
        IntakeCalls calls
    ) => calls.Decide(at, intake => intake.Discard(at.Mail, body.Value.Reason, who.Actor));

    private static Task<Results<Ok<MailBody>, ProblemAnswer>> Restore(AtMail at, ActingAs who, IntakeCalls calls) =>
        calls.Decide(at, intake => intake.Restore(at.Mail, at.Guide, who.Actor));

    private static async Task<Results<Ok<MailBody>, ProblemAnswer>> Move(
        AtMail at,
        ActingAs who,
        JsonBody<MailMoveRequest> body,
        IntakeCalls calls
    ) =>
        calls.Place(body.Value.Mailbox) is { } place
            ? await calls.Decide(at, intake => intake.Move(at.Mail, place, who.Actor))
            : Refusing.Because(
                ProblemKind.Of(RefusalCode.UnknownInGuide),
                "$.mailbox",
                $"No guide has this address: there are {string.Join(", ", calls.Mailboxes)}."
            );

    private static async Task<Results<Ok<MailBody>, ProblemAnswer>> HandOver(
        AtMail at,
        ActingAs who,
        JsonBody<MailHandOverRequest> body,
        IntakeCalls calls
    ) =>
        HandOvers.Find(at.Guide, body.Value.Route) is { } route
            ? await calls.Decide(at, intake => intake.HandOver(at.Mail, route, body.Value.Note, who.Actor))
            : CustomerEndpoints.NoSuchRoute(at.Guide, body.Value.Route);

    private static Task<Results<Ok<MailBody>, ProblemAnswer>> Retry(AtMail at, ActingAs who, IntakeCalls calls) =>
        calls.Decide(at, intake => intake.Retry(at.Mail, who.Actor));

    private static async Task<Results<Ok<CaseMailsBody>, ProblemAnswer>> OfCase(
        AtCase at,
        ServiceDesk desk,
        RungDatabase database
    )
    {
        if (await desk.Look(at.Reference, at.Viewer) is not { } found)
        {
            return Refusing.Because(DeskRefusals.NoSuchCase(at.Reference.Text), null);
        }
        var mails = await database.Inbound.OfCase(found.Id);
        return TypedResults.Ok(new CaseMailsBody(at.Reference.Text, Rows(mails, at.Guide, found.Now)));
    }

    private static IReadOnlyList<MailRowBody> Rows(
        IReadOnlyList<InboundMail> mails,
        Guide guide,
        NodaTime.Instant now
    ) => [.. mails.Select(mail => MailRowBody.Of(mail, guide, now))];
}
