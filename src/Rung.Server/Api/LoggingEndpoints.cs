using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Api;

/// <summary>Logging a case, and what would come of it.</summary>
internal static class LoggingEndpoints
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapPost("/cases", Log)
            .WithName("log-case")
            .WithSummary("Issue a reference and log a case (ESS-19, ESS-29)")
            .WithTags("Cases");
        desk.MapPost("/proposal", Propose)
            .WithName("proposal")
            .WithSummary("The priority that the guide proposes, the rule that fired, and what would be due (ESS-63)")
            .WithTags("Cases");
    }

    private static async Task<Results<LoggedAnswer, CaseAnswer, NoContent, ProblemAnswer>> Log(
        AtDesk desk,
        Writing writing,
        JsonBody<LogRequest> body,
        CaseLogging logging
    )
    {
        if (await logging.Database.Customers.Find(desk.Id, body.Value.Customer) is not { } customer)
        {
            return CustomerEndpoints.Unknown("$.customer", body.Value.Customer);
        }
        if (CustomerEndpoints.NotFor(customer, body.Value.Contact, body.Value.CustomerReference) is { } wrong)
        {
            return wrong;
        }
        var asked = new Asked(writing, body.Bytes);
        var command = LogCommands.Of(body.Value, customer);
        if (body.Value.Alert is not { } alert)
        {
            var logged = await logging.Calls.Log(desk.Guide, command, asked);
            return logged.Problem is { } problem ? problem : new LoggedAnswer(logged.Json);
        }
        return AlertCheck.Wrong(body.Value, writing) is { } notTaken
            ? notTaken
            : AnswerTo(await logging.Calls.Take(desk.Guide, command, alert, asked));
    }

    private static Results<LoggedAnswer, CaseAnswer, NoContent, ProblemAnswer> AnswerTo(CaseOutcome taken)
    {
        if (taken.Problem is { } problem)
        {
            return problem;
        }
        if (taken.Json.Length == 0)
        {
            return TypedResults.NoContent();
        }
        return taken.WasThere ? new CaseAnswer(taken.Json) : new LoggedAnswer(taken.Json);
    }

    private static async Task<Results<Ok<ProposalBody>, ProblemAnswer>> Propose(
        AtDesk desk,
        JsonBody<ProposalRequest> body,
        RungDatabase database,
        DeskClock clock
    )
    {
        var id = body.Value.Customer;
        var customer = id is null ? null : await database.Customers.Find(desk.Id, id);
        if (id is not null && customer is null)
        {
            return CustomerEndpoints.Unknown("$.customer", id);
        }
        var preview = LoggingPreview.Of(desk.Guide, LogCommands.Of(body.Value, customer), clock.Now());
        return preview.Refusal is { } refusal
            ? Refusing.Because(refusal, desk.Guide)
            : TypedResults.Ok(ProposalBody.Of(desk.Guide, preview));
    }
}
