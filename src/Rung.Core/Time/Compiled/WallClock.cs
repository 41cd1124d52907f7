using NodaTime;
using NodaTime.TimeZones;

namespace Rung.Core.Time.Compiled;

/// <summary>
/// From a zone's wall clock to instants, for times asked in order. Wall times are nanoseconds since 1970-01-01T00:00 on
/// that clock. In a gap a time moves forward by the gap. In an overlap an opening is the earlier instant, a closing the
/// later (`docs/time.md`). Remembers the current offset, so one instance belongs to one builder.
/// </summary>
internal sealed class WallClock(DateTimeZone zone)
{
    // No zone repeats or skips more than a day: this far from a change nothing is ambiguous.
    private const long Margin = 2 * Nanos.Day;

    private long _sureFrom = long.MaxValue;
    private long _sureTo = long.MinValue;
    private long _offset;

    public long Opening(long wall) => IsSure(wall) ? wall - _offset : wall - Early(Map(wall));

    public long Closing(long wall) => IsSure(wall) ? wall - _offset : wall - Late(Map(wall));

    /// <summary>False for a date that the zone skipped, as Samoa did with 2011-12-30.</summary>
    public bool Has(int day)
    {
        var midnight = day * Nanos.Day;
        return IsSure(midnight) || !Skips(Map(midnight), midnight + Nanos.Day);
    }

    public static LocalDateTime Local(long wall) => Nanos.ToInstant(wall).InUtc().LocalDateTime;

    public static long Wall(LocalDateTime local) => (local.InUtc().ToInstant() - default(Instant)).ToInt64Nanoseconds();

    private static bool Skips(ZoneLocalMapping mapping, long nextMidnight) =>
        mapping.Count == 0 && Wall(mapping.LateInterval.IsoLocalStart) >= nextMidnight;

    private static long Early(ZoneLocalMapping mapping) => mapping.EarlyInterval.WallOffset.Nanoseconds;

    private static long Late(ZoneLocalMapping mapping) =>
        (mapping.Count == 2 ? mapping.LateInterval : mapping.EarlyInterval).WallOffset.Nanoseconds;

    private bool IsSure(long wall) => wall >= _sureFrom && wall < _sureTo;

    private ZoneLocalMapping Map(long wall)
    {
        var mapping = zone.MapLocal(Local(wall));
        if (mapping.Count == 1)
        {
            Remember(mapping.EarlyInterval);
        }

        return mapping;
    }

    private void Remember(ZoneInterval interval)
    {
        _offset = interval.WallOffset.Nanoseconds;
        _sureFrom = interval.HasStart ? Clamp(interval.IsoLocalStart) + Margin : long.MinValue;
        _sureTo = interval.HasEnd ? Clamp(interval.IsoLocalEnd) - Margin : long.MaxValue;
    }

    // Rules may reach far outside the years that nanoseconds can hold.
    private static long Clamp(LocalDateTime local) =>
        local.Year < 1800 ? Nanos.Earliest - (400 * Nanos.Day)
        : local.Year > 2210 ? Nanos.Latest + (400 * Nanos.Day)
        : Wall(local);
}
