using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Api.Binding;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Hosting;

/// <summary>The line to one open page: it ends when whoever opened it leaves, is not who they were, or the server stops.</summary>
internal sealed class LiveLine(DeskLive live, IWhoActs acting, IHostApplicationLifetime lifetime)
{
    // What was taken away from somebody has to be gone from their open pages within 5 s.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    public async IAsyncEnumerable<SseItem<LiveHint>> Events(
        HttpContext context,
        Guide guide,
        [EnumeratorCancellation] CancellationToken gone = default
    )
    {
        var who = await Viewer(context, guide);
        // A server that stops does not wait for its listeners.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        var watch = Watch((context, guide, who), end);
        var isSomebodyElse = false;
        try
        {
            await foreach (var hint in live.Listen(guide.Document.Id, who, end.Token))
            {
                yield return new SseItem<LiveHint>(hint, hint.Reference is null ? "heartbeat" : "changed");
            }
        }
        finally
        {
            await end.CancelAsync();
            // However the line ends, nothing of it goes on asking.
            isSomebodyElse = await watch;
        }
        if (isSomebodyElse)
        {
            yield return new SseItem<LiveHint>(LiveHint.Heartbeat, "ended");
        }
    }

    // Pages have no headers to send with it, but their cookie.
    private async ValueTask<Actor> Viewer(HttpContext context, Guide guide) =>
        context.Request.Headers.ContainsKey(ActingAs.NameHeader)
            ? await ActingAs.Viewer(context)
            : acting.OfPage(context, guide);

    /// <returns>Whether the line ended because they are not who they were.</returns>
    private async Task<bool> Watch((HttpContext Context, Guide Guide, Actor Who) of, CancellationTokenSource end)
    {
        using var looks = new PeriodicTimer(Look);
        try
        {
            while (await looks.WaitForNextTickAsync(end.Token))
            {
                if (!await IsStill(of))
                {
                    await end.CancelAsync();
                    return true;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Somebody else ended it.
        }
        return false;
    }

    // While the database does not answer nobody can say so: the page asks again by itself.
    private async Task<bool> IsStill((HttpContext Context, Guide Guide, Actor Who) of)
    {
        try
        {
            return await acting.IsStill(of.Context, of.Guide, of.Who);
        }
        catch (StorageException)
        {
            return false;
        }
    }
}
