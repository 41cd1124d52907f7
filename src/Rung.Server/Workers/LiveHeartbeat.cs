using Rung.Server.Desk;

namespace Rung.Server.Workers;

/// <summary>Keeps the lines to open pages alive through whatever lies between.</summary>
internal sealed class LiveHeartbeat(DeskLive live, TimeProvider provider) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beats = new PeriodicTimer(Beat, provider);
        while (await beats.WaitForNextTickAsync(stoppingToken))
        {
            live.Beat();
        }
    }
}
