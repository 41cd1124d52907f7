using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Api;

/// <summary>Lists of cases: the queue with its views, and search.</summary>
internal static class QueueEndpoints
{
    public static void Map(RouteGroupBuilder desk)
    {
        var queue = desk.MapGroup("").WithTags("Queue");
        queue
            .MapGet("/queue", Page)
            .WithName("queue")
            .WithSummary("A page of the queue, in the order asked for (ESS-27)");
        queue.MapGet("/queue/counts", Counts).WithName("queue-counts").WithSummary("How many live cases each view has");
        queue
            .MapGet("/search", Search)
            .WithName("search")
            .WithSummary("Cases by reference, customer's reference, telephone number or words");
    }

    private static async Task<Results<Ok<QueueBody>, ProblemAnswer>> Page(
        AtDesk desk,
        QueuePageQuery query,
        RungDatabase database,
        HttpResponse response
    )
    {
        var page = await database.Queue.Page(query.Value);
        if (page.Next is { } next)
        {
            response.Headers.Link = $"<{query.PathTo(next)}>; rel=\"next\"";
        }
        var zone = desk.Guide.DeskCalendar.Zone.Id;
        return TypedResults.Ok(new QueueBody(desk.Id, zone, query.Value.Now, [.. page.Rows.Select(QueueRowBody.Of)]));
    }

    private static async Task<Results<Ok<QueueCountsBody>, ProblemAnswer>> Counts(
        AtDesk desk,
        OwnerQuery owner,
        RungDatabase database,
        DeskClock clock
    ) => TypedResults.Ok(QueueCountsBody.Of(await database.Queue.Count(desk.Id, owner.Owner, clock.Now())));

    private static async Task<Results<Ok<FoundBody>, ProblemAnswer>> Search(
        AtDesk desk,
        SearchFor search,
        RungDatabase database
    )
    {
        var hits = await database.Search.Find(new(search.Text) { Desk = desk.Id, Take = search.Take });
        return TypedResults.Ok(
            new FoundBody(
                search.Text,
                [.. hits.Select(hit => new HitBody(QueueRowBody.Of(hit.Case), hit.Why.Kind, hit.Why.Term))]
            )
        );
    }
}
