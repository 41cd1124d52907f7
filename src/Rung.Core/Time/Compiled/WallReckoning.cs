using NodaTime;

namespace Rung.Core.Time.Compiled;

/// <summary>Units of the wall calendar; the value is the least number of days that one has.</summary>
internal enum WallUnit
{
    Day = 1,
    Week = 7,
    Month = 28,
}

/// <summary>Allowances that know no hours: elapsed time, and dates of the wall calendar.</summary>
internal static class WallReckoning
{
    // More days than lie between 1900 and 2200.
    private const int Most = 110_000;

    public static Reckoning<Instant> NoDue => new(default, ReckoningProblem.NoDue, CalendarNote.None);

    public static Reckoning<Instant> OutOfRange => new(default, ReckoningProblem.OutOfRange, CalendarNote.None);

    public static Reckoning<Instant> Elapsed(Instant start, Duration length) =>
        Nanos.TryFromSupported(start, out _) && Math.Abs((long)length.Days) <= Most
            ? Supported(start + length)
            : OutOfRange;

    public static Reckoning<Instant> Later(Instant start, DateTimeZone zone, int count, WallUnit unit)
    {
        if (!Nanos.TryFromSupported(start, out _) || Math.Abs((long)count) * (int)unit > Most)
        {
            return OutOfRange;
        }

        // Nothing to add must not fall back to the earlier of two equal wall times.
        return count == 0
            ? new(start)
            : Supported(Plus(start.InZone(zone).LocalDateTime, count, unit).InZoneLeniently(zone).ToInstant());
    }

    public static Reckoning<Instant> Supported(Instant due) =>
        Nanos.TryFromSupported(due, out _) ? new(due) : OutOfRange;

    private static LocalDateTime Plus(LocalDateTime from, int count, WallUnit unit) =>
        unit switch
        {
            WallUnit.Day => from.PlusDays(count),
            WallUnit.Week => from.PlusWeeks(count),
            _ => from.PlusMonths(count),
        };
}
