using System.Threading.Channels;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Postgres;

namespace Rung.Server.Workers;

/// <summary>
/// Tells the pages of other nodes what changed here, and the pages here what changed there. Hints only: pages read again
/// by themselves, so that nothing is lost with a hint but some seconds.
/// </summary>
internal sealed partial class LiveBetweenNodes(
    PostgresHints hints,
    DeskLive live,
    TimeProvider provider,
    ILogger<LiveBetweenNodes> log
) : BackgroundService
{
    private static readonly TimeSpan BeforeListeningAgain = TimeSpan.FromSeconds(1);

    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly Channel<LiveChange> _toTell = Channel.CreateBounded<LiveChange>(
        new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        live.Elsewhere = change => _toTell.Writer.TryWrite(change);
        return Task.WhenAll(Tell(stoppingToken), Listen(stoppingToken));
    }

    // Whatever came meanwhile goes in one message.
    private async Task Tell(CancellationToken stopping)
    {
        while (await _toTell.Reader.WaitToReadAsync(stopping))
        {
            try
            {
                await hints.Tell(NodeHint.Write(_node, _toTell.Reader));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotTold(e);
            }
        }
    }

    private async Task Listen(CancellationToken stopping)
    {
        using var pause = new PeriodicTimer(BeforeListeningAgain, provider);
        do
        {
            try
            {
                await hints.Listen(live.ShowAll, Hear, stopping);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                NotHeard(e);
            }
        } while (await pause.WaitForNextTickAsync(stopping));
    }

    private void Hear(string said)
    {
        foreach (var change in NodeHint.Read(said, except: _node))
        {
            live.Show(change);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Other nodes' pages were not told of a change; they show it when they next ask.")]
    private partial void NotTold(Exception e);

    [LoggerMessage(LogLevel.Warning, "Other nodes' changes are not heard just now; it is tried again.")]
    private partial void NotHeard(Exception e);
}
