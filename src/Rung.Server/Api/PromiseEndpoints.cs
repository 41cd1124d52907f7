using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Api;

/// <summary>The promise book: of a desk, what is to be done by when; of a case, all that was ever promised on it.</summary>
internal static class PromiseEndpoints
{
    public static void Map(RouteGroupBuilder desk)
    {
        var promises = desk.MapGroup("").WithTags("Promises");
        promises
            .MapGet("/promises", Page)
            .WithName("promises")
            .WithSummary("What the desk owes to whom by when, overdue first (SMC-09, ESS-41)");
        promises
            .MapGet("/customers/{id}/promises", OfCustomer)
            .WithName("promises-of-customer")
            .WithSummary("What the desk owes to one customer by when, overdue first: what their own people may see");
    }

    public static void MapOfCase(RouteGroupBuilder one) =>
        one.MapGet("/promises", OfCase)
            .WithTags("Promises")
            .WithName("promises-of-case")
            .WithSummary("All that was promised on the case: kept, late, missed and open");

    private static async Task<Results<Ok<PromisesBody>, ProblemAnswer>> Page(
        AtDesk desk,
        PromisePageQuery query,
        RungDatabase database,
        HttpResponse response
    ) => TypedResults.Ok(await Body(desk, query, database, response));

    private static async Task<Results<Ok<PromisesBody>, ProblemAnswer>> OfCustomer(
        AtDesk desk,
        string id,
        PromisePageQuery query,
        RungDatabase database,
        HttpResponse response
    ) =>
        await database.Customers.Find(desk.Id, id) is not null
            ? TypedResults.Ok(await Body(desk, query, database, response))
            : CustomerEndpoints.NoSuch(id);

    private static async Task<PromisesBody> Body(
        AtDesk desk,
        PromisePageQuery query,
        RungDatabase database,
        HttpResponse response
    )
    {
        var page = await database.Promises.Page(query.Value);
        if (page.Next is { } next)
        {
            response.Headers.Link = $"<{query.PathTo(next)}>; rel=\"next\"";
        }
        var (zone, now) = (desk.Guide.DeskCalendar.Zone.Id, query.Value.Now);
        var lines = page.Lines.Select(line => PromiseLineBody.Of(line, desk.Guide, now));
        return new PromisesBody(desk.Id, zone, now, query.Value.Until, [.. lines]);
    }

    private static async Task<Results<Ok<CasePromisesBody>, ProblemAnswer>> OfCase(
        AtCase at,
        ServiceDesk desk,
        RungDatabase database
    )
    {
        if (await desk.Look(at.Reference, at.Viewer) is not { } found)
        {
            return Refusing.Because(DeskRefusals.NoSuchCase(at.Reference.Text), at.Guide);
        }
        var promises = found
            .PromisesWith(await database.Inbound.OfCase(found.Id))
            .Where(entry => !found.Sight.IsCustomers || entry.IsToCustomer);
        var reference = found.State.Reference.Text;
        return TypedResults.Ok(
            new CasePromisesBody(
                reference,
                found.Guide.DeskCalendar.Zone.Id,
                found.Now,
                [.. promises.Select(entry => PromiseLineBody.Of(entry, found.Guide, reference))]
            )
        );
    }
}
