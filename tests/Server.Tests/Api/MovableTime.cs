using NodaTime;

namespace Rung.Server.Tests.Api;

/// <summary>
/// A clock that stands until a test moves it, while timers go on ticking in real time: moving it by days costs one tick
/// of a worker, not millions.
/// </summary>
public sealed class MovableTime(Instant now) : TimeProvider
{
    private long _ticks = now.ToUnixTimeTicks();

    public Instant Now
    {
        get => Instant.FromUnixTimeTicks(Interlocked.Read(ref _ticks));
        set => Interlocked.Exchange(ref _ticks, value.ToUnixTimeTicks());
    }

    /// <summary>Makes every reading a microsecond later than the one before, so that readings tell what came first.</summary>
    public bool StepsWithEachReading { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        const long Microsecond = 10;
        var ticks = StepsWithEachReading ? Interlocked.Add(ref _ticks, Microsecond) : Interlocked.Read(ref _ticks);
        return Instant.FromUnixTimeTicks(ticks).ToDateTimeOffset();
    }
}
