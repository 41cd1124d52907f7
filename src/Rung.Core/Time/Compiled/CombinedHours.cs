using NodaTime;

namespace Rung.Core.Time.Compiled;

/// <summary>How two calendars are put together.</summary>
internal enum Combination
{
    Union,
    Intersect,
    Minus,
}

/// <summary>Open spans of two calendars put together. Dates are those of the first one's zone.</summary>
internal sealed class CombinedHours(Combination how, WorkingCalendar a, WorkingCalendar b) : HoursSource
{
    public override bool IsAlwaysOpen =>
        how switch
        {
            Combination.Union => a.IsAlwaysOpen || b.IsAlwaysOpen,
            Combination.Intersect => a.IsAlwaysOpen && b.IsAlwaysOpen,
            _ => false,
        };

    public override Duration? NominalDay => null;

    public override List<OpenSpan> Covered { get; } = SpanAlgebra.Intersect(a.Source.Covered, b.Source.Covered);

    public override List<OpenSpan> Spans(long from, long to)
    {
        var (first, second) = (a.Source.Spans(from, to), b.Source.Spans(from, to));
        return how switch
        {
            Combination.Union => SpanAlgebra.Union(first, second),
            Combination.Intersect => SpanAlgebra.Intersect(first, second),
            _ => SpanAlgebra.Minus(first, second, from, to),
        };
    }

    // Closed by the first where it is closed, else by the second; what was taken out is named after its calendar.
    public override ClosedReason WhyClosed(long at)
    {
        if (!a.IsOpen(Nanos.ToInstant(at)))
        {
            return a.Source.WhyClosed(at);
        }

        return how == Combination.Minus ? new ClosedReason(StretchKind.OutsideHours, b.Id) : b.Source.WhyClosed(at);
    }

    public override IEnumerable<long> ReasonChanges(long from, long to) =>
        [
            .. a.Source.ReasonChanges(from, to),
            .. b.Source.ReasonChanges(from, to),
            .. a.Source.Spans(from, to).SelectMany(Edges),
            .. b.Source.Spans(from, to).SelectMany(Edges),
        ];

    public override IEnumerable<int> WorkingDays() =>
        Spans(Nanos.Earliest, Nanos.Latest)
            .SelectMany(span => Enumerable.Range(DateOf(span.From), DateOf(span.To - 1) - DateOf(span.From) + 1))
            .Distinct();

    public override List<OpenSpan> SpansOf(int day)
    {
        var clock = new WallClock(a.Zone);
        return clock.Has(day) ? Spans(clock.Opening(day * Nanos.Day), clock.Opening((day + 1) * Nanos.Day)) : [];
    }

    private int DateOf(long at) => Days.Of(Nanos.ToInstant(at).InZone(a.Zone).Date);

    private static IEnumerable<long> Edges(OpenSpan span) => [span.From, span.To];
}
