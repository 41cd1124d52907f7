using Rung.Server.Api.Binding;
using Rung.Server.Desk;

namespace Rung.Server.Hosting;

/// <summary>
/// Server-sent events of a desk: <c>changed</c> with a reference and nothing else, <c>heartbeat</c>, and <c>ended</c> when whoever
/// listens is not signed in any more, or in another role.
/// </summary>
internal static class LiveEndpoint
{
    public static void MapLive(this IEndpointRouteBuilder app) =>
        app.MapGet(
                "/{desk}/live",
                IResult (HttpContext context, AtDesk at, LiveLine line) =>
                    TypedResults.ServerSentEvents(line.Events(context, at.Guide))
            )
            .AddEndpointFilter(ContactPolicy.Check)
            .AddEndpointFilter(BoundFilter.Check)
            .WithName("live")
            .WithSummary("Server-sent events: references of cases that changed")
            .WithTags("Queue")
            .Produces<LiveHint>(StatusCodes.Status200OK, "text/event-stream");

    /// <summary>Whether this is the path of a desk's stream.</summary>
    public static bool Serves(PathString path) =>
        path.Value is { } text
        && text.EndsWith("/live", StringComparison.Ordinal)
        && !path.StartsWithSegments("/healthz");
}
