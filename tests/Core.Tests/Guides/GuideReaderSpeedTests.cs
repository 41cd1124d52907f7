using System.Diagnostics;
using Rung.Core.Guides.Reading;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>Runs while no other test does: it measures time, and the machine may have two cores.</summary>
[CollectionDefinition(nameof(GuideReaderSpeedTests), DisableParallelization = true)]
[Collection(nameof(GuideReaderSpeedTests))]
public class GuideReaderSpeedTests
{
    /// <summary>The largest shipped guide, warm; the best of twenty, since other work may share the machine.</summary>
    [Fact]
    public void The_schools_guide_is_read_within_50_milliseconds()
    {
        var file = Path.Combine(GuideFiles.Root, "guides", "schools-desk.yaml");
        var bytes = File.ReadAllBytes(file);
        var holidays = GuideFiles.Read(file).Draft!.Context.Holidays;

        var best = Enumerable.Range(0, 20).Min(_ => Time(() => GuideReader.Read(file, bytes, holidays)));

        Assert.InRange(best.TotalMilliseconds, 0, 50);
    }

    private static TimeSpan Time(Func<GuideReading> read)
    {
        var started = Stopwatch.GetTimestamp();
        Assert.NotNull(read().Guide);
        return Stopwatch.GetElapsedTime(started);
    }
}
