using NodaTime;

namespace Rung.Core.Time.Compiled;

/// <summary>Open spans from a calendar's definition: dated hours before holidays before the week.</summary>
internal sealed class DefinedHours : HoursSource
{
    private readonly DateTimeZone _zone;
    private readonly DayHours[] _week;
    private readonly Dictionary<int, DayHours> _holidays;
    private readonly DatedHoursIndex _dated;

    public DefinedHours(CalendarDefinition definition)
    {
        _zone = definition.Zone;
        _week = [.. Enumerable.Range(1, 7).Select(day => OfWeek(definition, (IsoDayOfWeek)day))];
        _holidays = Holidays(definition);
        _dated = new DatedHoursIndex(definition.Dates);
        IsAlwaysOpen =
            _week.All(day => day.IsWholeDay) && definition.Holidays.Count == 0 && definition.Dates.Count == 0;
        NominalDay = definition.NominalDay ?? Commonest(_week.Where(day => day.IsWorking).Select(day => day.Length));
        Covered = HolidayCoverage.Of(definition);
    }

    public override bool IsAlwaysOpen { get; }

    public override Duration? NominalDay { get; }

    public override List<OpenSpan> Covered { get; }

    public override List<OpenSpan> Spans(long from, long to)
    {
        if (IsAlwaysOpen)
        {
            return [new OpenSpan(from, to)];
        }

        var (first, last) = (Nanos.DayOf(from) - 3, Nanos.DayOf(to) + 2);
        var spans = new List<OpenSpan>(last - first + 1);
        var clock = new WallClock(_zone);
        for (var day = first; day <= last; day++)
        {
            AddSpans(day, clock, spans);
        }

        return SpanAlgebra.Normalise(spans, from, to);
    }

    public override List<OpenSpan> SpansOf(int day)
    {
        var spans = new List<OpenSpan>();
        AddSpans(day, new WallClock(_zone), spans);
        return SpanAlgebra.Normalise(spans, long.MinValue, long.MaxValue);
    }

    public override IEnumerable<int> WorkingDays()
    {
        var clock = new WallClock(_zone);
        for (var day = Days.First; day <= Days.Last; day++)
        {
            if (On(day).IsWorking && clock.Has(day))
            {
                yield return day;
            }
        }
    }

    public override ClosedReason WhyClosed(long at) => On(Days.Of(Nanos.ToInstant(at).InZone(_zone).Date)).Closed;

    public override IEnumerable<long> ReasonChanges(long from, long to)
    {
        var clock = new WallClock(_zone);
        for (var day = Nanos.DayOf(from) - 1; day <= Nanos.DayOf(to) + 1; day++)
        {
            yield return clock.Opening(day * Nanos.Day);
        }
    }

    /// <summary>The value met most often, the longest of several; null when there is none.</summary>
    internal static Duration? Commonest(IEnumerable<long> lengths) =>
        lengths
            .GroupBy(length => length)
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key)
            .Select(group => (Duration?)Duration.FromNanoseconds(group.Key))
            .FirstOrDefault();

    private static DayHours OfWeek(CalendarDefinition definition, IsoDayOfWeek day)
    {
        var spans = definition.Week.GetValueOrDefault(day) ?? [];
        var closed = spans.Count == 0 ? StretchKind.NonWorkingDay : StretchKind.OutsideHours;
        return DayHours.Of(spans, new ClosedReason(closed, null));
    }

    // Names of sets that agree on a date are kept once; the first set names it.
    private static Dictionary<int, DayHours> Holidays(CalendarDefinition definition)
    {
        var holidays = new Dictionary<int, DayHours>();
        foreach (var (date, name) in definition.Holidays.SelectMany(set => set.Days))
        {
            holidays.TryAdd(Days.Of(date), new DayHours([], new ClosedReason(StretchKind.Holiday, name)));
        }

        return holidays;
    }

    private DayHours On(int day)
    {
        var dated = _dated.Find(day);
        return dated?.Same ?? _holidays.GetValueOrDefault(day) ?? (dated?.Week ?? _week)[Days.OfWeek(day)];
    }

    private void AddSpans(int day, WallClock clock, List<OpenSpan> spans)
    {
        var hours = On(day).Written;
        if (hours.Count == 0 || !clock.Has(day))
        {
            return;
        }

        for (var i = 0; i < hours.Count; i++)
        {
            var midnight = day * Nanos.Day;
            var (opening, closing) = (clock.Opening(midnight + hours[i].From), clock.Closing(midnight + hours[i].To));
            if (opening < closing)
            {
                spans.Add(new OpenSpan(opening, closing));
            }
        }
    }
}
