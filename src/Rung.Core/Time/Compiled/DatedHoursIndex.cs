using NodaTime;

namespace Rung.Core.Time.Compiled;

/// <summary>Date ranges with their own hours, flattened so that no two overlap: the later in the list has won.</summary>
internal sealed class DatedHoursIndex
{
    private readonly List<int> _from = [];
    private readonly List<DatedRange?> _ranges = [];

    public DatedHoursIndex(IReadOnlyList<DatedHours> dates)
    {
        var edges = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < dates.Count; i++)
        {
            if (dates[i].Recurs == Recurrence.Once && dates[i].To < dates[i].From)
            {
                throw new ArgumentException($"Dated hours '{dates[i].Label}' end before they begin.", nameof(dates));
            }

            foreach (var range in dates[i].Ranges())
            {
                At(edges, Days.Of(range.Start)).Add(i);
                At(edges, Days.Of(range.End) + 1).Add(~i);
            }
        }

        Sweep(edges, [.. dates.Select(DatedRange.Of)]);
    }

    /// <summary>The range that a date is in, or null.</summary>
    public DatedRange? Find(int day)
    {
        if (_from.Count == 0)
        {
            return null;
        }

        var at = _from.BinarySearch(day);
        at = at < 0 ? ~at - 1 : at;
        return at < 0 ? null : _ranges[at];
    }

    private static List<int> At(SortedDictionary<int, List<int>> edges, int day) =>
        edges.TryGetValue(day, out var list) ? list : edges[day] = [];

    // Of a range that recurs, one may end on the day on which the next begins.
    private void Sweep(SortedDictionary<int, List<int>> edges, DatedRange[] ranges)
    {
        var current = new SortedSet<int>();
        foreach (var (day, changes) in edges)
        {
            foreach (var change in changes.Order())
            {
                _ = change >= 0 ? current.Add(change) : current.Remove(~change);
            }

            _from.Add(day);
            _ranges.Add(current.Count == 0 ? null : ranges[current.Max]);
        }
    }
}

/// <summary>The hours of a range's dates: the same on each, or by day of the week.</summary>
/// <param name="Same">Null where they differ by day of the week.</param>
/// <param name="Week">By day of the week, Monday first; public holidays go before these.</param>
internal sealed record DatedRange(DayHours? Same, DayHours[] Week)
{
    public static DatedRange Of(DatedHours dated)
    {
        var closed = new ClosedReason(StretchKind.DatedHours, dated.Label);
        return dated.Week is { } week
            ? new DatedRange(
                null,
                [
                    .. Enumerable
                        .Range(1, 7)
                        .Select(day => DayHours.Of(week.GetValueOrDefault((IsoDayOfWeek)day) ?? [], closed)),
                ]
            )
            : new DatedRange(DayHours.Of(dated.Spans, closed), []);
    }
}
