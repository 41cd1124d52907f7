using Rung.Core.Cases;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading;

/// <summary>
/// Reads a condition: a mapping whose entries must all hold, a list of values being any of them. <c>all</c>, <c>any</c>
/// and <c>not</c> combine conditions; an empty mapping holds for everything.
/// </summary>
internal static class WhenReader
{
    public static When Read(MapReader around, string key, YamlNode node) =>
        around.AsMap(key, node) is { } map ? MapReader.Read(around.Context, map, "a `when`", Parts) : new When.Always();

    private static When Parts(MapReader map)
    {
        var parts = WhenFacts.All.Select(fact => fact.Read(map)).OfType<When>().ToList();
        parts.AddRange(Answers(map));
        parts.AddRange(Says(map));
        parts.AddRange(Counts(map));
        parts.AddRange(Times(map));
        parts.AddRange(Combined(map));
        return parts.Count switch
        {
            0 => new When.Always(),
            1 => parts[0],
            _ => new When.All(parts),
        };
    }

    private static IEnumerable<When> Combined(MapReader map)
    {
        if (map.Find("all") is { } all)
        {
            yield return new When.All(List(map, "all", all));
        }
        if (map.Find("any") is { } any)
        {
            yield return new When.Any(List(map, "any", any));
        }
        if (map.Find("not") is { } not)
        {
            yield return new When.Not(Read(map, "not", not));
        }
    }

    private static When[] List(MapReader map, string key, YamlNode node)
    {
        if (node is not YamlList list)
        {
            map.WrongType(key, node, "a list");
            return [];
        }
        if (list.Items.Count == 0)
        {
            map.Context.Findings.Add(
                ProblemCode.EmptyValue,
                node.Place,
                $"`{key}` is empty",
                "add a condition, or delete the key"
            );
        }
        return [.. list.Items.Select(item => Read(map, key, item))];
    }

    private static IEnumerable<When> Answers(MapReader map)
    {
        foreach (var entry in map.Entries("answers", map.Find("answers")))
        {
            map.Context.Names.Use(NameKind.Question, entry.Key, entry.Place);
            if (entry.Value is YamlMap bounds)
            {
                map.Context.Names.Use(NameKind.NumberQuestion, entry.Key, entry.Place);
                yield return MapReader.Read(map.Context, bounds, "a number", number => Number(number, entry.Key));
                continue;
            }
            var options = map.Scalars(entry.Key, entry.Value);
            map.ReportEmpty(entry.Key, entry.Value, "an option");
            foreach (var option in options)
            {
                map.Context.Names.Use(NameKind.Option, $"{entry.Key}/{option.Text}", option.Place);
            }
            yield return new When.Answered(entry.Key, [.. options.Select(option => option.Text)]);
        }
    }

    private static When[] Counts(MapReader map) =>
        map.Map(
            "counts",
            "`counts`",
            counts => Words<Count>.All.Select(word => Counted(counts, word)).OfType<When>().ToArray()
        ) ?? [];

    private static When.Counted? Counted(MapReader counts, string word)
    {
        Words<Count>.TryRead(word, out var count);
        return counts.Map(word, "a count", bounds => Bounds(bounds, count));
    }

    private static When.Counted Bounds(MapReader bounds, Count count)
    {
        var (least, most) = Bounds(bounds);
        return new When.Counted(count, least, most);
    }

    private static When.Numbered Number(MapReader bounds, string question)
    {
        var (least, most) = Bounds(bounds);
        return new When.Numbered(question, least, most);
    }

    private static (int? Least, int? Most) Bounds(MapReader bounds)
    {
        var (least, most) = (
            bounds.OptionalWhole("atLeast", 0, 1_000_000),
            bounds.OptionalWhole("atMost", 0, 1_000_000)
        );
        if (!bounds.Has("atLeast") && !bounds.Has("atMost"))
        {
            bounds.OneOf("atLeast", "atMost");
        }
        return (least, most);
    }

    private static IEnumerable<When> Says(MapReader map)
    {
        if (map.Find("words") is { } node)
        {
            map.ReportEmpty("words", node, "a word or a phrase");
            yield return new When.Says(map.Texts("words"));
        }
    }

    private static IEnumerable<When> Times(MapReader map)
    {
        if (map.OptionalLength("openFor") is { } length)
        {
            yield return new When.OpenFor(length);
        }
        if (map.Find("desk") is not null)
        {
            yield return new When.Hours(map.Context.DeskCalendar, map.Word<HoursAre>("desk"));
        }
        if (map.Map("hours", "`hours`", Hours) is { } hours)
        {
            yield return hours;
        }
    }

    private static When.Hours Hours(MapReader hours) =>
        new(hours.Use("calendar", NameKind.Calendar), hours.Word<HoursAre>("are"));
}
