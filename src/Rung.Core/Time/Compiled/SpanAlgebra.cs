namespace Rung.Core.Time.Compiled;

/// <summary>Arithmetic on lists of spans that are sorted, apart from each other and not empty.</summary>
internal static class SpanAlgebra
{
    /// <summary>Sorts, merges what touches or overlaps, and cuts to <c>[from, to)</c>: the same list, since it can be long.</summary>
    public static List<OpenSpan> Normalise(List<OpenSpan> spans, long from, long to)
    {
        SortIfNeeded(spans);
        var kept = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            var next = new OpenSpan(Math.Max(spans[i].From, from), Math.Min(spans[i].To, to));
            if (next.From >= next.To)
            {
                continue;
            }

            if (kept > 0 && next.From <= spans[kept - 1].To)
            {
                spans[kept - 1] = spans[kept - 1] with { To = Math.Max(spans[kept - 1].To, next.To) };
            }
            else
            {
                spans[kept++] = next;
            }
        }

        spans.RemoveRange(kept, spans.Count - kept);
        return spans;
    }

    public static List<OpenSpan> Union(List<OpenSpan> a, List<OpenSpan> b) =>
        Normalise([.. a, .. b], long.MinValue, long.MaxValue);

    public static List<OpenSpan> Intersect(List<OpenSpan> a, List<OpenSpan> b)
    {
        var both = new List<OpenSpan>();
        for (int i = 0, j = 0; i < a.Count && j < b.Count; )
        {
            Append(both, new OpenSpan(Math.Max(a[i].From, b[j].From), Math.Min(a[i].To, b[j].To)));
            if (a[i].To < b[j].To)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return both;
    }

    public static List<OpenSpan> Minus(List<OpenSpan> a, List<OpenSpan> b, long from, long to)
    {
        var closed = new List<OpenSpan>(b.Count + 1);
        var since = from;
        foreach (var span in b)
        {
            Append(closed, new OpenSpan(since, span.From));
            since = span.To;
        }

        Append(closed, new OpenSpan(since, to));
        return Intersect(a, closed);
    }

    private static void Append(List<OpenSpan> spans, OpenSpan next)
    {
        if (next.From >= next.To)
        {
            return;
        }

        if (spans.Count > 0 && next.From <= spans[^1].To)
        {
            spans[^1] = new OpenSpan(spans[^1].From, Math.Max(spans[^1].To, next.To));
            return;
        }

        spans.Add(next);
    }

    private static void SortIfNeeded(List<OpenSpan> spans)
    {
        for (var i = 1; i < spans.Count; i++)
        {
            if (spans[i].From < spans[i - 1].From)
            {
                spans.Sort((x, y) => x.From.CompareTo(y.From));
                return;
            }
        }
    }
}
