using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Pages.Portal;

/// <summary>The line to one open page of the portal: it says when whoever opened it may not read there any more.</summary>
internal sealed class PortalLine(PortalVisitors visitors, IHostApplicationLifetime lifetime)
{
    // What was taken away from somebody has to be gone from their open pages within 5 s.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    // So that a browser that has gone is noticed.
    private const int LooksToHeartbeat = 8;

    public async IAsyncEnumerable<SseItem<LiveHint>> Events(
        HttpContext context,
        PortalVisitor who,
        [EnumeratorCancellation] CancellationToken gone = default
    )
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        using var looks = new PeriodicTimer(Look);
        for (var looked = 0; ; looked++)
        {
            if (!await IsStill(context, who))
            {
                yield return new SseItem<LiveHint>(LiveHint.Heartbeat, "ended");
                yield break;
            }
            if (looked % LooksToHeartbeat == 0)
            {
                yield return new SseItem<LiveHint>(LiveHint.Heartbeat, "heartbeat");
            }
            if (!await Next(looks, end.Token))
            {
                yield break;
            }
        }
    }

    private static async Task<bool> Next(PeriodicTimer looks, CancellationToken end)
    {
        try
        {
            return await looks.WaitForNextTickAsync(end);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // While the database does not answer nobody can say so: the page asks again by itself.
    private async Task<bool> IsStill(HttpContext context, PortalVisitor who)
    {
        try
        {
            return await visitors.FindAnew(context) is { } now && now.Id == who.Id && now.Only == who.Only;
        }
        catch (StorageException)
        {
            return false;
        }
    }
}
