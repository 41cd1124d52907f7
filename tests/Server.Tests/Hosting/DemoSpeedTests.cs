using System.Diagnostics;
using System.Text.Json.Nodes;
using NodaTime;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>Issue 2, section 1: the demo's clock runs at speed 1, and at another when it is told to.</summary>
public sealed class DemoSpeedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-speed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Each reading was taken at some moment of its request. So between two of them at least the time from the first's end to
    // the second's beginning has passed on the wall, and at most that from the first's beginning to the second's end.
    [Theory]
    [InlineData(null, 1, 2)]
    [InlineData("60", 60, 120)]
    public async Task The_desks_clock_runs_so_many_times_as_fast_as_the_walls(string? option, int speed, int passed)
    {
        await using var desk = await ServedDesk.DemoAtSpeed(_folder, option);
        var first = await Read(desk);
        var second = first;

        await RunningDesk.Until(
            async () => (second = await Read(desk)).Desk - first.Desk >= Duration.FromSeconds(passed),
            $"{passed} seconds have passed at the desk"
        );

        var slack = Duration.FromMilliseconds(20 * speed);
        var least = speed * (second.Before - first.After);
        var most = speed * (second.After - first.Before);
        Assert.InRange(second.Desk - first.Desk, least - slack, most + slack);
        await desk.Kill();
    }

    private static async Task<(Duration Before, Duration After, Instant Desk)> Read(ServedDesk desk)
    {
        var before = Wall();
        var desks = await desk.Client.GetStringAsync("/api/v1/desks", TestContext.Current.CancellationToken);
        var now = (string?)JsonNode.Parse(desks)!["desks"]![0]!["now"];
        return (before, Wall(), RunningDesk.At(now!));
    }

    private static Duration Wall() => Duration.FromTimeSpan(Stopwatch.GetElapsedTime(0));
}
