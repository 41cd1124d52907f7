using CsCheck;
using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Tests.Time;

/// <summary>A random calendar, and the day about which to ask it: mostly near a change of its zone's clock.</summary>
public sealed record Sample(CalendarDefinition Calendar, Instant Centre);

/// <summary>Random calendars, more of them in zones that are known for trouble than in others.</summary>
public static class RandomCalendars
{
    private static readonly string[] Zones =
    [
        "Europe/London",
        "Europe/Jersey",
        "America/New_York",
        "Australia/Lord_Howe", // half an hour of summer time
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Pacific/Apia", // skipped 2011-12-30
        "Pacific/Kwajalein", // skipped 1993-08-21
        "Africa/Casablanca", // changes about Ramadan
        "America/Sao_Paulo", // changes at midnight
        "America/Havana", // midnight comes twice
        "America/St_Johns", // changed at 00:01
        "Asia/Tehran",
        "Antarctica/Troll", // two hours
        "Pacific/Chatham",
        "UTC",
    ];

    private static readonly Gen<DailySpan> Span = Gen.Select(
        Gen.Int[0, 287],
        Gen.Int[1, 287],
        (from, length) => new DailySpan(Time(from), Time(from + length))
    );

    private static readonly Gen<IReadOnlyList<DailySpan>> Spans = Gen.Frequency(
        (3, Gen.Const<IReadOnlyList<DailySpan>>([])),
        (4, Gen.Const<IReadOnlyList<DailySpan>>([new DailySpan(Time(96), Time(216))])),
        (1, Gen.Const<IReadOnlyList<DailySpan>>([DailySpan.WholeDay])),
        (4, Span.Array[1, 3].Select(spans => (IReadOnlyList<DailySpan>)spans))
    );

    private static readonly Instant Since = Instant.FromUtc(1985, 1, 1, 0, 0);
    private static readonly string[] AllZones = [.. DateTimeZoneProviders.Tzdb.Ids];

    private static readonly Gen<(string Zone, int Change, int Hours)> Place = Gen.Select(
        Gen.Frequency(
            (3, Gen.Int[0, Zones.Length - 1].Select(index => Zones[index])),
            (2, Gen.Int[0, AllZones.Length - 1].Select(index => AllZones[index]))
        ),
        Gen.Int[0, 200],
        Gen.Int[-200, 200]
    );

    private static readonly Gen<(int Day, int Length, int Kind, IReadOnlyList<DailySpan>[] Spans)[]> Dated = Gen.Select(
        Gen.Int[-12, 12],
        Gen.Int[0, 3],
        Gen.Int[0, 3],
        Spans.Array[7]
    ).Array[0, 3];

    /// <summary>All of them.</summary>
    public static Gen<Sample> All { get; } =
        Gen.Select(Place, Spans.Array[7], Gen.Int[-12, 12].Array[0, 4], Dated, Make);

    private static Sample Make(
        (string Zone, int Change, int Hours) place,
        IReadOnlyList<DailySpan>[] week,
        int[] holidays,
        (int Day, int Length, int Kind, IReadOnlyList<DailySpan>[] Spans)[] dated
    )
    {
        var zone = DateTimeZoneProviders.Tzdb[place.Zone];
        var centre = ChangeOf(zone, place.Change) + Duration.FromHours(place.Hours);
        var date = centre.InZone(zone).Date;
        var days = holidays.Distinct().ToDictionary(day => date.PlusDays(day), day => $"holiday {day}");
        var calendar = new CalendarDefinition
        {
            Id = "random",
            Zone = zone,
            Week = Week(week),
            Holidays = days.Count == 0 ? [] : [new HolidaySet("random", "random", days, 1900, 2200)],
            Dates =
            [
                .. dated.Select(it => new DatedHours(
                    date.PlusDays(it.Day),
                    date.PlusDays(it.Day + it.Length),
                    it.Spans[0],
                    "dated"
                )
                {
                    Week = it.Kind == 2 ? Week(it.Spans) : null,
                    Recurs = it.Kind == 3 ? Recurrence.EveryYear : Recurrence.Once,
                }),
            ],
        };
        return new Sample(calendar, centre);
    }

    private static Dictionary<IsoDayOfWeek, IReadOnlyList<DailySpan>> Week(IReadOnlyList<DailySpan>[] spans) =>
        spans
            .Select((hours, day) => (day, hours))
            .ToDictionary(pair => (IsoDayOfWeek)(pair.day + 1), pair => pair.hours);

    /// <summary>The last change of a zone's clock before 2037 and one between 1985 and then; none where it has none.</summary>
    public static IEnumerable<Instant> SomeChangesOf(DateTimeZone zone) =>
        ChangesOf(zone) is { Count: > 0 } changes ? new[] { changes[changes.Count / 2], changes[^1] }.Distinct() : [];

    private static Instant ChangeOf(DateTimeZone zone, int index)
    {
        var changes = ChangesOf(zone);
        return changes.Count == 0 ? Instant.FromUtc(2000 + (index % 30), 2, 28, 0, 0) : changes[index % changes.Count];
    }

    public static List<Instant> ChangesOf(DateTimeZone zone) =>
        [
            .. zone.GetZoneIntervals(Since, Instant.FromUtc(2037, 1, 1, 0, 0))
                .Where(interval => interval.HasStart && interval.Start > Since)
                .Select(interval => interval.Start),
        ];

    private static LocalTime Time(int fiveMinutes) => LocalTime.FromMinutesSinceMidnight(fiveMinutes * 5 % 1440);
}
