using NodaTime;
using NodaTime.Text;

namespace Rung.Server.Pages.Words;

/// <summary>Moments as a person says them, in the desk's zone: 24 h for agents, in full for reading to a customer.</summary>
public static class MomentWords
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");
    private static readonly LocalDatePattern DayAndYear = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");
    private static readonly LocalDatePattern MonthName = LocalDatePattern.CreateWithInvariantCulture("MMM");
    private static readonly LocalDatePattern Spoken = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM");
    private static readonly ZonedDateTimePattern Full = ZonedDateTimePattern.CreateWithInvariantCulture(
        "ddd d MMM uuuu, HH:mm x",
        null
    );

    /// <summary>"15:31".</summary>
    public static string Time(Instant at, DateTimeZone zone) => Clock.Format(at.InZone(zone).TimeOfDay);

    /// <summary>"Thu 24 Dec".</summary>
    public static string Date(Instant at, DateTimeZone zone) => Day.Format(at.InZone(zone).Date);

    /// <summary>"Thu 24 Dec 15:31".</summary>
    public static string Short(Instant at, DateTimeZone zone) => $"{Date(at, zone)} {Time(at, zone)}";

    /// <summary>"Dec".</summary>
    public static string Month(LocalDate date) => MonthName.Format(date);

    public static string Date(LocalDate date) => DayAndYear.Format(date);

    /// <summary>"today 16:30", "tomorrow 08:10", "yesterday 16:00", "Wed 30 Dec 15:31"; with the year when it is another.</summary>
    public static string Near(Instant at, Instant now, DateTimeZone zone)
    {
        var (day, today) = (at.InZone(zone).Date, now.InZone(zone).Date);
        var words = Period.DaysBetween(today, day) switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "yesterday",
            _ => day.Year == today.Year || Math.Abs(Period.DaysBetween(today, day)) < 60
                ? Day.Format(day)
                : DayAndYear.Format(day),
        };
        return $"{words} {Time(at, zone)}";
    }

    /// <summary>"Thursday 31 December, 15:31": to be read aloud.</summary>
    public static string ReadAloud(Instant at, DateTimeZone zone) =>
        $"{Spoken.Format(at.InZone(zone).Date)}, {Time(at, zone)}";

    /// <summary>"Thu 24 Dec 2026, 15:34 GMT".</summary>
    public static string InFull(Instant at, DateTimeZone zone) => Full.Format(at.InZone(zone));

    /// <summary>RFC 3339 UTC, for <c>datetime</c> attributes.</summary>
    public static string Machine(Instant at) => InstantPattern.General.Format(at);
}
