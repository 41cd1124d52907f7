using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Server.Api.Binding;
using Rung.Server.Desk;

namespace Rung.Server.Hosting;

/// <summary>Server-sent events of a desk: <c>changed</c> with a reference and nothing else, and <c>heartbeat</c>.</summary>
internal static class LiveEndpoint
{
    public static void MapLive(this IEndpointRouteBuilder app) =>
        app.MapGet(
                "/{desk}/live",
                IResult (HttpContext context, AtDesk at, DeskLive live, IHostApplicationLifetime lifetime) =>
                    TypedResults.ServerSentEvents(
                        Events(live.Listen(at.Id, Viewer(context, at), lifetime.ApplicationStopping))
                    )
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

    // Pages have no headers to send with it, but their cookie.
    private static Actor Viewer(HttpContext context, AtDesk at) =>
        context.Request.Headers.ContainsKey(ActingAs.NameHeader)
            ? ActingAs.Viewer(context)
            : context.RequestServices.GetRequiredService<IWhoActs>().OfPage(context, at.Guide);

    // Ends when the caller leaves or the server stops, which does not wait for its listeners.
    private static async IAsyncEnumerable<SseItem<LiveHint>> Events(
        IAsyncEnumerable<LiveHint> hints,
        [EnumeratorCancellation] CancellationToken cancelled = default
    )
    {
        await foreach (var hint in hints.WithCancellation(cancelled))
        {
            yield return new SseItem<LiveHint>(hint, hint.Reference is null ? "heartbeat" : "changed");
        }
    }
}
