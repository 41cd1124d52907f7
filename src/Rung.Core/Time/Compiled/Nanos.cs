using System.Runtime.CompilerServices;
using NodaTime;

namespace Rung.Core.Time.Compiled;

/// <summary>
/// Instants inside the engine are whole nanoseconds since 1970-01-01T00:00Z. The years 1900 to 2200 fit a long; their
/// whole length does not, so lengths are unsigned.
/// </summary>
internal static class Nanos
{
    public const long Day = NodaConstants.NanosecondsPerDay;

    /// <summary>1900-01-01T00:00Z, the first instant that calendars answer for.</summary>
    public const long Earliest = -25_567 * Day;

    /// <summary>2201-01-01T00:00Z, the first instant after the years that calendars answer for.</summary>
    public const long Latest = 84_371 * Day;

    private const int MostDays = 109_938;
    private const int ShortDays = 73_000;

    /// <summary>False for instants that are too far away to be held; a little beyond the supported years still is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFrom(Instant instant, out long nanos)
    {
        var since = instant - default(Instant);
        var days = since.Days;
        nanos = unchecked((days * Day) + since.NanosecondOfDay);
        return unchecked((uint)(days + 25_567)) <= MostDays;
    }

    public static bool TryFromSupported(Instant instant, out long nanos) =>
        TryFrom(instant, out nanos) && IsSupported(nanos);

    public static bool IsSupported(long nanos) => nanos is >= Earliest and < Latest;

    /// <summary>False for lengths of more than 200 years.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFrom(Duration length, out long nanos)
    {
        var days = length.Days;
        nanos = unchecked((days * Day) + length.NanosecondOfDay);
        return unchecked((uint)(days + ShortDays)) <= 2 * ShortDays;
    }

    /// <summary>Sign and size; a length that no answer can have becomes the longest there is.</summary>
    public static ulong Size(Duration length, out bool negative)
    {
        negative = length < Duration.Zero;
        if (Math.Abs(length.Days) > MostDays)
        {
            return ulong.MaxValue;
        }

        var size = negative ? -length : length;
        return ((ulong)size.Days * (ulong)Day) + (ulong)size.NanosecondOfDay;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Instant ToInstant(long nanos) => default(Instant) + Duration.FromNanoseconds(nanos);

    public static Duration ToDuration(ulong size) =>
        Duration.FromNanoseconds((long)(size / 2)) + Duration.FromNanoseconds((long)(size - (size / 2)));

    public static int DayOf(long nanos) => (int)Math.DivRem(nanos, Day, out var rest) - (rest < 0 ? 1 : 0);
}
