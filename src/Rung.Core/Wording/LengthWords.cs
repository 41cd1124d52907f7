using NodaTime;

namespace Rung.Core.Wording;

/// <summary>
/// Lengths of time as a person reads them, in whole minutes: what is left is rounded down, what was used or is over is
/// rounded up, so that both add up to the allowance (semantics 42). None is negative.
/// </summary>
public static class LengthWords
{
    private const long MinutesPerHour = 60;
    private const long MinutesPerDay = 24 * MinutesPerHour;

    /// <summary>"3 h 5 min", "56 min", "under a minute", "0 min"; rounded down. For an allowance, too, which is whole.</summary>
    public static string Left(Duration length) => Of(Down(length), length);

    /// <summary>As <see cref="Left(Duration)"/>, rounded up: "12 min" for 11 min 1 s.</summary>
    public static string Used(Duration length) => Of(Up(length), length);

    /// <summary>"1 working day 9 h", "9 h 4 min"; beside days whole hours, rounded down.</summary>
    /// <param name="length">Zero or more.</param>
    /// <param name="day">Length of one working day on the clock's calendar; null: days are 24 hours and not called working.</param>
    public static string Left(Duration length, Duration? day)
    {
        var unit = Minutes(day);
        var minutes = Down(length);
        return minutes < unit ? Left(length) : InDays(minutes / unit, minutes % unit / MinutesPerHour, day);
    }

    /// <summary>As <see cref="Left(Duration, Duration?)"/>, rounded up to the minute and, beside days, to the hour.</summary>
    public static string Used(Duration length, Duration? day)
    {
        var unit = Minutes(day);
        var minutes = Up(length);
        if (minutes < unit)
        {
            return Used(length);
        }
        var (days, hours) = (minutes / unit, Ceiling(minutes % unit, MinutesPerHour));
        return hours * MinutesPerHour < unit ? InDays(days, hours, day) : InDays(days + 1, 0, day);
    }

    /// <summary>A number of minutes that stands for <paramref name="exact"/>.</summary>
    internal static string Of(long minutes, Duration exact) =>
        (minutes / MinutesPerHour, minutes % MinutesPerHour) switch
        {
            (0, 0) => exact == Duration.Zero ? "0 min" : "under a minute",
            (0, var rest) => $"{rest} min",
            (var hours, 0) => $"{hours} h",
            (var hours, var rest) => $"{hours} h {rest} min",
        };

    internal static long Down(Duration length) =>
        (length.Days * MinutesPerDay) + (length.Hours * MinutesPerHour) + length.Minutes;

    internal static long Up(Duration length)
    {
        var down = Down(length);
        return Duration.FromMinutes(down) < length ? down + 1 : down;
    }

    private static long Ceiling(long length, long unit) => (length / unit) + (length % unit > 0 ? 1 : 0);

    private static long Minutes(Duration? day) => day is { } working ? Down(working) : MinutesPerDay;

    private static string InDays(long days, long hours, Duration? day)
    {
        var name = $"{(day is null ? "day" : "working day")}{(days == 1 ? "" : "s")}";
        return hours == 0 ? $"{days} {name}" : $"{days} {name} {hours} h";
    }
}
