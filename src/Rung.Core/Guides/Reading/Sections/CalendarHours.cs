using NodaTime;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Time;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>The hours a calendar gives itself: zone, week or always, public holidays, dates with their own hours.</summary>
internal static class CalendarHours
{
    public static IReadOnlyList<string> Keys { get; } = ["zone", "holidays", "dates"];

    public static CalendarDefinition Read(MapReader map, string id)
    {
        var zone = ZoneName.Read(map, map.Require("zone")) ?? DateTimeZone.Utc;
        var week = WeekHours.Read(map);
        var definition = IsAlways(map)
            ? CalendarDefinition.AlwaysOpen(id, zone)
            : new CalendarDefinition
            {
                Id = id,
                Zone = zone,
                Week = week,
            };
        definition = definition with
        {
            Holidays =
            [
                .. map.Scalars("holidays", map.Find("holidays")).SelectMany(region => AllHolidays(map, region)),
            ],
            Dates = map.List("dates", "dated hours", DatedHoursReader.Read),
        };
        ReportEmpty(map, definition);
        return definition;
    }

    private static bool IsAlways(MapReader map)
    {
        if (map.Find("always") is null)
        {
            return false;
        }
        if (map.Permission("always", Permission.Yes) == Permission.No)
        {
            map.Context.Findings.Add(
                ProblemCode.OneOf,
                map.PlaceOf("always"),
                "`always: false` says nothing",
                "delete it and give the hours of the `week`"
            );
        }
        return true;
    }

    private static IEnumerable<HolidaySet> AllHolidays(MapReader map, YamlScalar region) =>
        Holidays(map, region) is { } set
            ? [set, .. map.Context.Holidays.Further.Where(more => more.Region == region.Text)]
            : [];

    private static HolidaySet? Holidays(MapReader map, YamlScalar region)
    {
        var library = map.Context.Holidays.Regions;
        if (library.TryGetValue(region.Text, out var file))
        {
            return HolidayFindings.Report(map.Context.Findings, file, region);
        }
        var nearest = map.Context.Findings.Nearest(region.Text, library.Keys);
        map.Context.Findings.Add(
            ProblemCode.MissingHolidays,
            region.Place,
            $"there is no holiday file `{region.Text}.ics`",
            nearest is null
                ? $"put `{region.Text}.ics` into the folder `holidays` beside the guide"
                : $"write `{nearest}`"
        );
        return null;
    }

    private static void ReportEmpty(MapReader map, CalendarDefinition definition)
    {
        // Hours that are there and cannot be read are reported where they stand.
        if (
            !IsWritten(map.Find("week"))
            && !IsWritten(map.Find("dates"))
            && definition.Week.Values.All(spans => spans.Count == 0)
            && definition.Dates.All(dated => (dated.Week?.Values ?? [dated.Spans]).All(spans => spans.Count == 0))
        )
        {
            map.Context.Findings.Add(
                ProblemCode.EmptyHours,
                map.PlaceOf("week"),
                $"the calendar `{definition.Id}` is never open",
                "give hours for at least one day, like `mon-fri: [\"08:00-18:00\"]`, or `always: true`"
            );
        }
    }

    private static bool IsWritten(YamlNode? node) =>
        node switch
        {
            YamlList list => list.Items.Any(item => item is YamlScalar || IsWritten(item)),
            YamlMap map => map.Entries.Any(entry => entry.Value is not YamlScalar && IsWritten(entry.Value)),
            _ => false,
        };
}
