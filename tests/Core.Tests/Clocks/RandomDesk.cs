using CsCheck;
using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Core.Time;

namespace Rung.Core.Tests.Clocks;

/// <summary>Hours of a desk drawn at random, kept so plainly that a minute can be looked up without the time engine.</summary>
/// <param name="Week">For Monday to Sunday: opening and closing as minutes of the day; equal means closed.</param>
internal sealed record RandomDesk(string Zone, (int Open, int Close)[] Week, LocalDate[] Holidays)
{
    // Hours stay clear of the hours in which these zones change their clocks; those have tests of their own.
    private static readonly string[] Zones =
    [
        "Europe/London",
        "America/New_York",
        "Asia/Kolkata",
        "Pacific/Auckland",
        "America/St_Johns",
        "Australia/Lord_Howe",
    ];

    private static readonly Gen<(int, int)> Hours = Gen.Select(Gen.Int[5 * 4, 12 * 4], Gen.Int[4, 11 * 4])
        .Select((open, length) => (open * 15, (open + length) * 15));

    private static readonly Gen<(int, int)> MaybeHours = Gen.Frequency((1, Gen.Const((0, 0))), (4, Hours));

    public static Gen<RandomDesk> Any { get; } =
        Gen.Select(
            Gen.Int[0, Zones.Length - 1].Select(zone => Zones[zone]),
            Gen.Select(Hours, MaybeHours.Array[6], (monday, rest) => ((int, int)[])[monday, .. rest]),
            Gen.Int[0, 700].Select(day => new LocalDate(2026, 1, 1).PlusDays(day)).Array[0, 40],
            (zone, week, holidays) => new RandomDesk(zone, week, holidays)
        );

    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb[Zone];

    /// <summary>By the definition of the words: whether the minute that begins then is worked.</summary>
    public bool IsOpen(Instant minute)
    {
        var local = minute.InZone(TimeZone);
        var (open, close) = Week[(int)local.DayOfWeek - 1];
        var now = (local.Hour * 60) + local.Minute;
        return now >= open && now < close && !Holidays.Contains(local.Date);
    }

    /// <summary>The schools guide with these hours.</summary>
    public Guide Guide()
    {
        var schools = ShippedGuides.Schools;
        var calendars = new Dictionary<string, WorkingCalendar>(schools.Calendars) { ["desk"] = Compile() };
        return schools with { Calendars = calendars };
    }

    public override string ToString() =>
        $"{Zone}; {string.Join(' ', Week.Select(day => $"{day.Open / 60:00}:{day.Open % 60:00}-{day.Close / 60:00}:{day.Close % 60:00}"))}; {string.Join(' ', Holidays)}";

    private WorkingCalendar Compile() =>
        WorkingCalendar.Compile(
            new CalendarDefinition
            {
                Id = "desk",
                Zone = TimeZone,
                Week = Enumerable
                    .Range(0, 7)
                    .Where(day => Week[day].Close > Week[day].Open)
                    .ToDictionary(day => (IsoDayOfWeek)(day + 1), day => (IReadOnlyList<DailySpan>)[Span(Week[day])]),
                Holidays =
                [
                    new HolidaySet(
                        "random",
                        "drawn",
                        Holidays.Distinct().ToDictionary(day => day, _ => "Day off"),
                        2026,
                        2028
                    ),
                ],
            }
        );

    private static DailySpan Span((int Open, int Close) hours) =>
        new(LocalTime.Midnight.PlusMinutes(hours.Open), LocalTime.Midnight.PlusMinutes(hours.Close));
}
