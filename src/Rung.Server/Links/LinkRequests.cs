using System.Diagnostics;
using System.Threading.Channels;

namespace Rung.Server.Links;

/// <summary>
/// Links that somebody asked for who is not signed in. Each is looked into behind the answer, and only once that has gone: it says the
/// same, and takes as long, whether the address is known or not (S55).
/// </summary>
internal sealed partial class LinkRequests(ILogger<LinkRequests> log) : BackgroundService
{
    // Doors let far fewer in; whoever asks in vain asks again.
    private const int MostWaiting = 1000;

    // Work beside the answer would hold it up, and so tell that there is some.
    private static readonly TimeSpan Behind = TimeSpan.FromSeconds(0.5);

    private readonly Channel<(Func<Task> Send, long Asked)> _waiting = Channel.CreateBounded<(Func<Task>, long)>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    /// <param name="send">Finds out who it is, and sends a link if they are somebody.</param>
    public void Add(Func<Task> send) => _waiting.Writer.TryWrite((send, Stopwatch.GetTimestamp()));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (send, asked) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            if (Behind - Stopwatch.GetElapsedTime(asked) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, stoppingToken);
            }
            try
            {
                await send();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One that fails is nobody else's, and no reason to stop the desk.
                NotSent(e);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A link that somebody asked for could not be sent; they have to ask again.")]
    private partial void NotSent(Exception e);
}
