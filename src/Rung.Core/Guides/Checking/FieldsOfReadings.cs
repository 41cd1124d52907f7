using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Checking;

/// <summary>Readings whose <c>field</c> names a part that the file does not have.</summary>
internal static class FieldsOfReadings
{
    // What tells the items of a list apart.
    private static readonly string[] Naming = ["id", "number", "condition", "source"];

    public static GuideCheck Check { get; } = new([], Run);

    private static void Run(CheckContext context)
    {
        foreach (var reading in context.Guide.Readings)
        {
            if (
                reading.Field is { } field
                && context.Places.Map(reading)?.Entry("field") is { } entry
                && Missing(new Step(context.Root, "", field)) is { } missing
                && !IsLost(context, missing)
            )
            {
                Report(context, entry.Value.Place, field, missing);
            }
        }
    }

    private static void Report(CheckContext context, Place place, string field, Step missing)
    {
        var name = missing.Rest.Split('.')[0];
        var nearest = context.Findings.Nearest(name, Within(missing.Node).Select(one => one.Name));
        context.Findings.Add(
            ProblemCode.DanglingReference,
            place,
            $"there is no `{name}` in {(missing.Path.Length == 0 ? "the file" : $"`{missing.Path}`")}",
            nearest is null
                ? "write the keys that lead to the part, with dots between them, in lists the id: `targets.resolve.times`"
                : $"write `{field[..^missing.Rest.Length]}{nearest}{missing.Rest[name.Length..]}`"
        );
    }

    // Null: all of it is there. Ids may have dots in them, so every name that fits is tried.
    private static Step? Missing(Step at)
    {
        if (at.Rest.Length == 0 || at.Node is YamlRefused)
        {
            return null;
        }
        Step[] next = [.. Within(at.Node).Where(one => at.Begins(one.Name)).Select(one => at.To(one.Name, one.Node))];
        return next.Length == 0 ? at
            : Array.Exists(next, step => Missing(step) is null) ? null
            : Missing(next[0]);
    }

    private static IEnumerable<(string Name, YamlNode Node)> Within(YamlNode node) =>
        node switch
        {
            YamlMap map => map.Entries.Select(entry => (entry.Key, entry.Value)),
            YamlList list => list.Items.SelectMany(item =>
                item is YamlMap map ? Names(map).Select(name => (name, item))
                : item is YamlScalar scalar ? [(scalar.Text, item)]
                : Enumerable.Empty<(string, YamlNode)>()
            ),
            _ => [],
        };

    private static IEnumerable<string> Names(YamlMap map) =>
        Naming.Select(key => map.Entry(key)?.Value).OfType<YamlScalar>().Select(name => name.Text).Take(1);

    // What was mistyped there, or could not be read, is told already.
    private static bool IsLost(CheckContext context, Step missing) =>
        missing.Node is YamlMap map
            ? context.Parts.LostIn(map, missing.Rest.Split('.')[0]).Any()
            : missing.Around is { } around && context.Parts.LostIn(around.Map, around.Key).Any();

    /// <param name="Node">How far the file goes along with the field.</param>
    /// <param name="Path">The keys that led there.</param>
    /// <param name="Rest">What should be in it.</param>
    private sealed record Step(YamlNode Node, string Path, string Rest)
    {
        /// <summary>The mapping around, and its key that this is the value of, or in the value of; null: the file itself.</summary>
        public (YamlMap Map, string Key)? Around { get; private init; }

        public bool Begins(string name) => $"{Rest}.".StartsWith($"{name}.", StringComparison.Ordinal);

        public Step To(string name, YamlNode node) =>
            new(node, $"{Path}.{name}".TrimStart('.'), Rest[name.Length..].TrimStart('.'))
            {
                Around = Node is YamlMap map ? (map, name) : Around,
            };
    }
}
