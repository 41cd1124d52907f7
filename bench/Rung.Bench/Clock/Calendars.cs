using NodaTime;
using Rung.Core.Time;

namespace Rung.Bench.Clock;

/// <summary>The calendar that is measured: a desk open 08:00-18:00 Monday to Friday, with eight holidays a year.</summary>
public static class Calendars
{
    /// <summary>Begin of the ten years that questions are about.</summary>
    public static readonly Instant First = Instant.FromUtc(2020, 1, 1, 0, 0);

    /// <summary>End of the ten years that questions are about.</summary>
    public static readonly Instant Last = Instant.FromUtc(2030, 1, 1, 0, 0);

    /// <summary>The desk.</summary>
    public static CalendarDefinition SchoolsDesk { get; } =
        new()
        {
            Id = "desk",
            Zone = DateTimeZoneProviders.Tzdb["Europe/London"],
            Week = Weekdays.ToDictionary(day => day, _ => (IReadOnlyList<DailySpan>)[Hours]),
            Holidays = [new HolidaySet("bench", "eight fixed dates", Holidays(), 2015, 2034)],
        };

    /// <summary>Three spans a day, one of them over midnight, all week.</summary>
    public static CalendarDefinition Shifts { get; } =
        new()
        {
            Id = "shifts",
            Zone = DateTimeZoneProviders.Tzdb["America/New_York"],
            Week = Enumerable
                .Range(1, 7)
                .ToDictionary(
                    day => (IsoDayOfWeek)day,
                    _ =>
                        (IReadOnlyList<DailySpan>)
                            [
                                new(new LocalTime(6, 0), new LocalTime(10, 30)),
                                new(new LocalTime(12, 0), new LocalTime(14, 0)),
                                new(new LocalTime(22, 0), new LocalTime(2, 0)),
                            ]
                ),
        };

    private static IEnumerable<IsoDayOfWeek> Weekdays => Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day);

    private static DailySpan Hours => new(new LocalTime(8, 0), new LocalTime(18, 0));

    private static Dictionary<LocalDate, string> Holidays() =>
        Enumerable
            .Range(2015, 20)
            .SelectMany(year => Dates.Select(date => new LocalDate(year, date.Month, date.Day)))
            .ToDictionary(date => date, _ => "holiday");

    private static IEnumerable<AnnualDate> Dates =>
        [new(1, 1), new(4, 3), new(4, 6), new(5, 4), new(5, 25), new(8, 31), new(12, 25), new(12, 28)];
}
