using System.Threading.Channels;

namespace Rung.Server.Links;

/// <summary>
/// Links that somebody asked for who is not signed in. Each is looked into behind the answer, which therefore says the same, and
/// takes as long, whether the address is known or not (S55).
/// </summary>
internal sealed partial class LinkRequests(ILogger<LinkRequests> log) : BackgroundService
{
    // Doors let far fewer in; whoever asks in vain asks again.
    private const int MostWaiting = 1000;

    private readonly Channel<Func<Task>> _waiting = Channel.CreateBounded<Func<Task>>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    /// <param name="send">Finds out who it is, and sends a link if they are somebody.</param>
    public void Add(Func<Task> send) => _waiting.Writer.TryWrite(send);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var send in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
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
