namespace Rung.Core.Time.Compiled;

/// <summary>Tiles a range of time with open and closed stretches.</summary>
internal static class StretchWalk
{
    public static IEnumerable<Stretch> Tile(OpenTable table, HoursSource source, long from, long to)
    {
        var at = from;
        foreach (var span in table.Slice(from, to))
        {
            foreach (var closed in Closed(source, at, span.From))
            {
                yield return closed;
            }

            yield return Stretch(span.From, span.To, new ClosedReason(StretchKind.Open, null));
            at = span.To;
        }

        foreach (var closed in Closed(source, at, to))
        {
            yield return closed;
        }
    }

    private static IEnumerable<Stretch> Closed(HoursSource source, long from, long to)
    {
        if (from >= to)
        {
            yield break;
        }

        var (begin, reason) = (from, source.WhyClosed(from));
        foreach (var cut in source.ReasonChanges(from, to).Where(cut => cut > from && cut < to).Distinct().Order())
        {
            var next = source.WhyClosed(cut);
            if (next != reason)
            {
                yield return Stretch(begin, cut, reason);
                (begin, reason) = (cut, next);
            }
        }

        yield return Stretch(begin, to, reason);
    }

    private static Stretch Stretch(long from, long to, ClosedReason reason) =>
        new(Nanos.ToInstant(from), Nanos.ToInstant(to), reason.Kind, reason.Label);
}
