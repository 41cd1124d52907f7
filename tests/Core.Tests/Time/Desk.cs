using NodaTime;
using NodaTime.Text;
using Rung.Core.Time;

namespace Rung.Core.Tests.Time;

/// <summary>Calendars and instants of the two sources, written the way the requirements write them.</summary>
public static class Desk
{
    private static readonly OffsetDateTimePattern Pattern = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd HH:mm:ss.FFFFFFFFFo<Z+HH:mm>"
    );

    public static DateTimeZone London => Zone("Europe/London");

    public static DateTimeZone Jersey => Zone("Europe/Jersey");

    /// <summary>ESS: 08:00-18:00, Monday to Friday, public holidays of England and Wales as in requirements section 1.</summary>
    public static WorkingCalendar Schools { get; } = WorkingCalendar.Compile(SchoolsDefinition);

    /// <summary>SMC: day and night.</summary>
    public static WorkingCalendar Always { get; } =
        WorkingCalendar.Compile(CalendarDefinition.AlwaysOpen("always", Jersey));

    public static CalendarDefinition SchoolsDefinition =>
        Weekdays("schools", London, "08:00-18:00") with
        {
            Holidays =
            [
                new HolidaySet(
                    "england-wales",
                    "requirements, section 1",
                    Dates(
                            "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28 "
                                + "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28"
                        )
                        .ToDictionary(date => date, _ => "holiday"),
                    2026,
                    2027
                ),
            ],
        };

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    /// <summary><c>2026-12-24 15:31 GMT</c>, <c>… BST</c>, <c>…Z</c> or <c>…+05:30</c>; seconds and fractions may follow.</summary>
    public static Instant At(string text)
    {
        var plain = text.Replace(" GMT", "Z").Replace(" BST", "+01:00");
        var time = plain.IndexOf(':') + 3;
        plain = time < plain.Length && plain[time] == ':' ? plain : plain.Insert(time, ":00");
        return Pattern.Parse(plain).Value.ToInstant();
    }

    public static Duration Minutes(long minutes) => Duration.FromMinutes(minutes);

    public static CalendarDefinition Weekdays(string id, DateTimeZone zone, params string[] spans) =>
        Days(id, zone, Enumerable.Range(1, 5), spans);

    public static CalendarDefinition Daily(string id, DateTimeZone zone, params string[] spans) =>
        Days(id, zone, Enumerable.Range(1, 7), spans);

    public static IReadOnlyList<DailySpan> Spans(params string[] spans) => [.. spans.Select(Span)];

    public static DailySpan Span(string text) =>
        DailySpan.TryParse(text, out var span) ? span : throw new FormatException(text);

    public static IEnumerable<LocalDate> Dates(string list) =>
        list.Split(' ').Select(date => LocalDatePattern.Iso.Parse(date).Value);

    public static LocalDate Date(string date) => LocalDatePattern.Iso.Parse(date).Value;

    private static CalendarDefinition Days(string id, DateTimeZone zone, IEnumerable<int> days, string[] spans) =>
        new()
        {
            Id = id,
            Zone = zone,
            Week = days.ToDictionary(day => (IsoDayOfWeek)day, _ => Spans(spans)),
        };
}
