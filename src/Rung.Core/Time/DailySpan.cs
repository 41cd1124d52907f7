using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using NodaTime;
using NodaTime.Text;

namespace Rung.Core.Time;

/// <summary>
/// Open hours of one day on the local wall clock, half-open: open at <see cref="From"/>, no longer open at
/// <see cref="To"/>. A span whose <see cref="To"/> is not after its <see cref="From"/> passes midnight and ends
/// on the following date; <see cref="To"/> at midnight is 24:00. The default value is the whole day, 00:00-24:00.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DailySpan
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    /// <summary>Hours from one time of day to another.</summary>
    /// <param name="from">First open moment.</param>
    /// <param name="to">First moment no longer open; midnight means 24:00.</param>
    /// <exception cref="ArgumentException">Both ends are the same time other than midnight.</exception>
    public DailySpan(LocalTime from, LocalTime to)
    {
        if (from == to && to != LocalTime.Midnight)
        {
            throw new ArgumentException("A span needs two different times; a whole day is 00:00-24:00.", nameof(to));
        }

        From = from;
        To = to;
    }

    /// <summary>First open moment of the span, on the date that the span belongs to.</summary>
    public LocalTime From { get; }

    /// <summary>First moment no longer open; <see cref="LocalTime.Midnight"/> stands for 24:00.</summary>
    public LocalTime To { get; }

    /// <summary>The whole day, 00:00-24:00.</summary>
    public static DailySpan WholeDay => default;

    /// <summary>Length on the wall clock: more than nothing, at most 24 hours.</summary>
    public Duration Length => Duration.FromNanoseconds(EndNanosecond - From.NanosecondOfDay);

    /// <summary>End counted from the midnight the span's own date begins with: up to, not including, 48 hours.</summary>
    internal long EndNanosecond =>
        To > From ? To.NanosecondOfDay : To.NanosecondOfDay + NodaConstants.NanosecondsPerDay;

    /// <summary>Reads <c>08:00-18:00</c>, <c>22:00-06:00</c> or <c>00:00-24:00</c>; seconds may follow the minutes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DailySpan span)
    {
        span = default;
        var parts = text?.Split('-') ?? [];
        return parts.Length == 2 && TryParse(parts[0].Trim(), parts[1].Trim(), out span);
    }

    /// <summary>Reads the two ends apart; <paramref name="to"/> may be <c>24:00</c>. Equal ends are refused.</summary>
    public static bool TryParse(string from, string to, out DailySpan span)
    {
        span = default;
        var midnight = to is "24:00" or "24:00:00";
        if (
            !TryTime(from, out var start)
            || !TryTime(midnight ? "00:00" : to, out var end)
            || (start == end && !midnight)
        )
        {
            return false;
        }

        span = new DailySpan(start, end);
        return true;
    }

    /// <summary>The form that <see cref="TryParse(string?, out DailySpan)"/> reads, for example <c>08:00-18:00</c>.</summary>
    public override string ToString() => $"{Show(From)}-{(To == LocalTime.Midnight ? "24:00" : Show(To))}";

    private static string Show(LocalTime time) => time.Second == 0 ? Minutes.Format(time) : Seconds.Format(time);

    private static bool TryTime(string text, out LocalTime time) =>
        Minutes.Parse(text).TryGetValue(LocalTime.Midnight, out time)
        || Seconds.Parse(text).TryGetValue(LocalTime.Midnight, out time);
}
