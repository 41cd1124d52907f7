using NodaTime;
using Rung.Server.Desk;
using Rung.Server.Desk.Heartbeats;
using Rung.Storage;

namespace Rung.Server.Workers;

/// <summary>Looks every second for heartbeats that are silent, where this node's clock is that of the database. R15, R28.</summary>
internal sealed partial class HeartbeatWorker(
    RungDatabase database,
    HeartbeatDesk desk,
    DeskClock clock,
    ClockWatch watch,
    TimeProvider provider,
    ILogger<HeartbeatWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    // Longer than a node is away when it is started anew, and shorter than any heartbeat is waited for.
    private static readonly Duration Deaf = Duration.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Tick, provider);
        do
        {
            await Look();
        } while (await ticks.WaitForNextTickAsync(stoppingToken));
    }

    // Whatever goes wrong is logged and tried again at a later tick: the loop itself never ends.
    private async Task Look()
    {
        try
        {
            if (await watch.Look() is not null)
            {
                await database.Heartbeats.Listen(clock.Now(), Deaf * Math.Max(clock.Speed, 1));
                await desk.RaiseSilent();
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e);
        }
    }

    [LoggerMessage(LogLevel.Error, "Heartbeats could not be looked at; it is tried again.")]
    private partial void Failed(Exception e);
}
