using NodaTime;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Time;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>Reads the open hours of one day: a list of spans, none for a closed day.</summary>
internal static class HoursList
{
    public static IReadOnlyList<DailySpan> Read(MapReader map, string key, YamlNode? node)
    {
        var placed = Placed(map, key, node);
        ReportOverlaps(
            map.Context.Findings,
            [.. placed.Select(span => new PlacedSpan(0, span.Span, span.Place))],
            null
        );
        return [.. placed.Select(span => span.Span)];
    }

    public static IReadOnlyList<(DailySpan Span, Place Place)> Placed(MapReader map, string key, YamlNode? node)
    {
        var spans = new List<(DailySpan, Place)>();
        foreach (var scalar in map.Scalars(key, node))
        {
            if (DailySpan.TryParse(scalar.Text, out var span))
            {
                spans.Add((span, scalar.Place));
            }
            else
            {
                map.Bad(
                    ProblemCode.BadHours,
                    scalar,
                    "a span of open hours",
                    "write the opening and a later closing, like `\"08:00-18:00\"`"
                );
            }
        }
        return spans;
    }

    /// <param name="cycle">Nanoseconds after which the days begin again; null: they do not.</param>
    public static void ReportOverlaps(Findings findings, IReadOnlyList<PlacedSpan> spans, long? cycle)
    {
        var all = cycle is { } round
            ? spans.Concat(spans.Select(span => span with { DayStart = span.DayStart + round }))
            : spans;
        var ordered = all.OrderBy(span => span.Start).ToArray();
        foreach (var (before, after) in ordered.Zip(ordered.Skip(1)))
        {
            if (after.Start < before.End)
            {
                findings.Add(
                    ProblemCode.OverlappingHours,
                    before.Place.IsAfter(after.Place) ? before.Place : after.Place,
                    $"`{after.Span}` overlaps `{before.Span}`",
                    "let one span end where or before the next begins"
                );
            }
        }
    }
}

/// <param name="DayStart">Midnight of the span's day, in nanoseconds from the week's first.</param>
internal sealed record PlacedSpan(long DayStart, DailySpan Span, Place Place)
{
    public long Start => DayStart + Span.From.NanosecondOfDay;

    public long End => Start + (long)Span.Length.TotalNanoseconds;
}
