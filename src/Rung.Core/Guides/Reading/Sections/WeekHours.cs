using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>Reads the hours of the days of the week.</summary>
internal static class WeekHours
{
    private const long Day = NodaConstants.NanosecondsPerDay;

    public static IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<DailySpan>> Read(MapReader map)
    {
        var week = new Dictionary<IsoDayOfWeek, IReadOnlyList<DailySpan>>();
        var placed = new List<PlacedSpan>();
        foreach (var entry in map.Entries("week", map.Find("week")))
        {
            var spans = HoursList.Placed(map, entry.Key, entry.Value);
            foreach (var day in Days(map, entry.Key, entry.Place))
            {
                if (!week.TryAdd(day, [.. spans.Select(span => span.Span)]))
                {
                    ReportTwice(map, day, entry.Place);
                    continue;
                }
                placed.AddRange(spans.Select(span => new PlacedSpan(((int)day - 1) * Day, span.Span, span.Place)));
            }
        }
        HoursList.ReportOverlaps(map.Context.Findings, placed, 7 * Day);
        return week;
    }

    private static IReadOnlyList<IsoDayOfWeek> Days(MapReader map, string key, Place place)
    {
        if (DayNames.Read(key) is { } days)
        {
            return days;
        }
        map.Context.Findings.Add(
            ProblemCode.BadDay,
            place,
            $"`{key}` does not name days of the week",
            "write a day, a range or a list: `sat`, `mon-fri`, `\"sat, sun\"`"
        );
        return [];
    }

    private static void ReportTwice(MapReader map, IsoDayOfWeek day, Place place) =>
        map.Context.Findings.Add(
            ProblemCode.DuplicateKey,
            place,
            $"{day} already has its hours",
            "name each day of the week once"
        );
}
