using NodaTime;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Time;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>Reads dates with their own hours: one date or a range, once or every year, the same hours on each or a week of them.</summary>
internal static class DatedHoursReader
{
    // Every day of the year exists in it.
    private const int LeapYear = 2000;

    public static DatedHours Read(MapReader map)
    {
        var on = map.OneOf("on", "from");
        var from = Day(map, on);
        var to = on == "from" ? Day(map, "to") : from;
        if (on != "from" && map.Find("to") is not null)
        {
            map.Context.Findings.Add(
                ProblemCode.OneOf,
                map.PlaceOf("to"),
                "`to` belongs to `from`",
                "write `from` in place of `on`, or delete `to`"
            );
        }
        ReportMixed(map, from, to);
        ReportReversed(map, from, to);
        var form = map.OneOf("hours", "week");
        return new DatedHours(
            from.Date,
            from.Recurs == Recurrence.Once && to.Date < from.Date ? from.Date : to.Date,
            form == "hours" ? HoursList.Read(map, "hours", map.Find("hours")) : [],
            map.Text("label", "")
        )
        {
            Week = form == "week" ? WeekHours.Read(map) : null,
            Recurs = from.Recurs,
        };
    }

    private static DatedDay Day(MapReader map, string? key)
    {
        var scalar = key is null ? null : map.Scalar(key, map.Require(key));
        if (scalar is not null && MapReader.DayOfYear(scalar) is { } day)
        {
            return new DatedDay(day.InYear(LeapYear), Recurrence.EveryYear, IsRead: true);
        }
        return map.DateIn(scalar) is { } date
            ? new DatedDay(date, Recurrence.Once, IsRead: true)
            : new DatedDay(new LocalDate(LeapYear, 1, 1), Recurrence.Once, IsRead: false);
    }

    private static void ReportMixed(MapReader map, DatedDay from, DatedDay to)
    {
        if (from.IsRead && to.IsRead && from.Recurs != to.Recurs)
        {
            map.Context.Findings.Add(
                ProblemCode.BadDate,
                map.PlaceOf("to"),
                "one end of the range names a year and the other does not",
                "write both like `2026-12-24`, or both like `\"12-24\"` for every year"
            );
        }
    }

    private static void ReportReversed(MapReader map, DatedDay from, DatedDay to)
    {
        if (from.Recurs == Recurrence.Once && to.Recurs == Recurrence.Once && to.Date < from.Date && to.IsRead)
        {
            map.Context.Findings.Add(
                ProblemCode.DatesReversed,
                map.PlaceOf("to"),
                "the last date lies before the first",
                "put the dates in order"
            );
        }
    }

    private sealed record DatedDay(LocalDate Date, Recurrence Recurs, bool IsRead);
}
