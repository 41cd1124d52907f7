using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Rung.Core.Wording;

/// <summary>Instants as the desk writes them: 24-hour clock, the desk's zone, English month names.</summary>
public static class Say
{
    private static readonly LocalDateTimePattern Short = Pattern("ddd d MMM HH:mm");
    private static readonly LocalDateTimePattern Long = Pattern("dddd d MMMM yyyy, HH:mm");
    private static readonly LocalDateTimePattern Clock = Pattern("HH:mm");
    private static readonly LocalDateTimePattern DayAndDate = Pattern("ddd d MMM");
    private static readonly LocalDatePattern DayInFull = LocalDatePattern.CreateWithInvariantCulture(
        "dddd d MMMM uuuu"
    );
    private static readonly LocalDatePattern DayAndYear = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");

    /// <summary>"Thu 31 Dec 15:31".</summary>
    public static string At(Instant at, DateTimeZone zone) => Short.Format(Local(at, zone));

    /// <summary>"Thu 31 Dec 15:31 GMT".</summary>
    public static string AtWithZone(Instant at, DateTimeZone zone) => $"{At(at, zone)} {ZoneName(at, zone)}";

    /// <summary>"Thursday 31 December 2026, 15:31".</summary>
    public static string AtInFull(Instant at, DateTimeZone zone) => Long.Format(Local(at, zone));

    /// <summary>"Thu 31 Dec".</summary>
    public static string Date(Instant at, DateTimeZone zone) => DayAndDate.Format(Local(at, zone));

    /// <summary>"15:31".</summary>
    public static string TimeOfDay(Instant at, DateTimeZone zone) => Clock.Format(Local(at, zone));

    /// <summary>The zone's abbreviation then: GMT, BST, or the offset where a zone has no letters.</summary>
    public static string ZoneName(Instant at, DateTimeZone zone) => zone.GetZoneInterval(at).Name;

    /// <summary>"Thursday 31 December 2026".</summary>
    public static string Day(LocalDate date) => DayInFull.Format(date);

    /// <summary>"31 Dec 2026".</summary>
    public static string ShortDay(LocalDate date) => DayAndYear.Format(date);

    private static LocalDateTime Local(Instant at, DateTimeZone zone) => at.InZone(zone).LocalDateTime;

    private static LocalDateTimePattern Pattern(string text) =>
        LocalDateTimePattern.Create(text, CultureInfo.InvariantCulture);
}
