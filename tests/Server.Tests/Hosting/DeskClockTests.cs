using NodaTime;
using Rung.Server.Desk;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>The demo's clock begins when it is told to and goes as fast as it is told to, on the machine's own.</summary>
public sealed class DeskClockTests
{
    private static readonly Instant Begins = Instant.FromUtc(2026, 12, 24, 15, 20);

    [Theory]
    [InlineData(60, 90, 5400)] // a minute for each second: an hour and a half
    [InlineData(1, 90, 90)]
    [InlineData(0.5, 90, 45)]
    [InlineData(0, 90, 0)]
    [InlineData(3600, 24, 86_400)]
    public void It_goes_at_its_speed_from_where_it_begins(double speed, int seconds, int later)
    {
        var machine = new Machine();
        var clock = DeskClock.Demo(machine, Begins, speed);
        Assert.Equal(Begins, clock.Now());
        machine.Advance(Duration.FromSeconds(seconds));
        Assert.Equal(Begins + Duration.FromSeconds(later), clock.Now());
        Assert.True(clock.IsDemo);
    }

    // 15 ticks are 1.5 microseconds; sixty times that are 90.
    [Theory]
    [InlineData(1, 10)]
    [InlineData(60, 900)]
    public void It_is_cut_to_whole_microseconds(double speed, long ticks)
    {
        var machine = new Machine();
        var clock = DeskClock.Demo(machine, Begins, speed);
        machine.Advance(Duration.FromTicks(15));
        Assert.Equal(Begins.PlusTicks(ticks), clock.Now());
    }

    [Fact]
    public void The_machines_wall_clock_may_be_set_without_moving_it()
    {
        var machine = new Machine();
        var clock = DeskClock.Demo(machine, Begins, 60);
        machine.Wall = Instant.FromUtc(2001, 1, 1, 0, 0);
        Assert.Equal(Begins, clock.Now());
        Assert.Equal(machine.Wall, DeskClock.Real(machine).Now());
    }

    private sealed class Machine : TimeProvider
    {
        private long _ticks;

        public Instant Wall { get; set; } = Instant.FromUtc(2026, 1, 1, 0, 0);

        public override long TimestampFrequency => NodaConstants.TicksPerSecond;

        public void Advance(Duration length) => _ticks += (long)length.TotalTicks;

        public override long GetTimestamp() => _ticks;

        public override DateTimeOffset GetUtcNow() => Wall.ToDateTimeOffset();
    }
}
