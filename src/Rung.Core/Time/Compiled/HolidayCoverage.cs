using NodaTime;

namespace Rung.Core.Time.Compiled;

/// <summary>The times for which holiday data exists, and whether a question stayed within them.</summary>
internal sealed class HolidayCoverage
{
    private readonly List<OpenSpan> _covered;
    private readonly OpenSpan _longest;

    public HolidayCoverage(List<OpenSpan> covered)
    {
        _covered = covered;
        _longest = covered.OrderByDescending(span => (double)span.To - span.From).FirstOrDefault();
    }

    /// <summary>Everything, for a calendar that uses no holidays.</summary>
    public static List<OpenSpan> Everything => [new OpenSpan(long.MinValue, long.MaxValue)];

    /// <summary>
    /// The years that every region in use has data for; of a calendar without regions those from the first to the last
    /// year of its own dates that are meant once. Sets of the same region add up; years are those of the calendar's zone.
    /// </summary>
    public static List<OpenSpan> Of(CalendarDefinition definition)
    {
        var clock = new WallClock(definition.Zone);
        return definition.Holidays.Count == 0
            ? OfDates([.. definition.Dates.Where(one => one.Recurs == Recurrence.Once)], clock)
            : OfRegions(definition.Holidays, clock);
    }

    private static List<OpenSpan> OfDates(IReadOnlyList<DatedHours> dates, WallClock clock) =>
        dates.Count == 0
            ? Everything
            :
            [
                new OpenSpan(
                    Begin(dates.Min(one => one.From.Year), clock),
                    Begin(dates.Max(one => one.To.Year) + 1, clock)
                ),
            ];

    private static List<OpenSpan> OfRegions(IReadOnlyList<HolidaySet> sets, WallClock clock) =>
        sets.GroupBy(set => set.Region, StringComparer.Ordinal)
            .Select(region => region.Select(set => Years(set, clock)).ToList())
            .Select(spans => SpanAlgebra.Normalise(spans, long.MinValue, long.MaxValue))
            .Aggregate(Everything, SpanAlgebra.Intersect);

    /// <summary>What to say about a question that touched <c>[from, to]</c>.</summary>
    public CalendarNote Note(long from, long to) =>
        from >= _longest.From && to <= _longest.To && from < _longest.To ? CalendarNote.None : Elsewhere(from, to);

    private CalendarNote Elsewhere(long from, long to) =>
        _covered.Exists(span => from >= span.From && to <= span.To && from < span.To)
            ? CalendarNote.None
            : CalendarNote.BeyondHolidayData;

    private static OpenSpan Years(HolidaySet set, WallClock clock) =>
        new(Begin(set.FirstYear, clock), Begin(set.LastYear + 1, clock));

    private static long Begin(int year, WallClock clock) =>
        year <= 1900 ? long.MinValue
        : year >= 2201 ? long.MaxValue
        : clock.Opening(Days.Of(new LocalDate(year, 1, 1)) * Nanos.Day);
}
