using NodaTime;

namespace Rung.Server.Desk;

/// <summary>
/// The clock that the whole desk goes by: the machine's own, or the demo's, which begins at a given moment and may run
/// faster. Instants are cut to whole microseconds, so that every database holds the same.
/// </summary>
public sealed class DeskClock
{
    private readonly TimeProvider _provider;
    private readonly Instant? _begins;
    private readonly long _startedAt;

    private DeskClock(TimeProvider provider, Instant? begins, double speed)
    {
        _provider = provider;
        _begins = begins;
        _startedAt = provider.GetTimestamp();
        Speed = speed;
    }

    /// <summary>The machine's clock.</summary>
    public static DeskClock Real(TimeProvider provider) => new(provider, null, 1);

    /// <summary>A clock that begins now at <paramref name="begins"/>.</summary>
    /// <param name="speed">Seconds of the desk for each second of the machine; 0 stands still.</param>
    public static DeskClock Demo(TimeProvider provider, Instant begins, double speed) => new(provider, begins, speed);

    public double Speed { get; }

    public bool IsDemo => _begins is not null;

    public Instant Now()
    {
        var now = _begins is { } begins
            ? begins + (Duration.FromTimeSpan(_provider.GetElapsedTime(_startedAt)) * Speed)
            : Instant.FromDateTimeOffset(_provider.GetUtcNow());
        return Whole(now);
    }

    /// <summary>The instant without what is finer than a microsecond.</summary>
    public static Instant Whole(Instant instant) =>
        NodaConstants.UnixEpoch.PlusTicks(instant.ToUnixTimeTicks() / 10 * 10);
}
