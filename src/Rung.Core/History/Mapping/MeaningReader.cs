using Rung.Core.Cases;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.History.Lines;

namespace Rung.Core.History.Mapping;

/// <summary>Reads what states, moments and impacts mean.</summary>
internal static class MeaningReader
{
    public static IReadOnlyDictionary<string, ImportedState> States(MapReader top)
    {
        var states = new Dictionary<string, ImportedState>(StringComparer.OrdinalIgnoreCase);
        var node = top.Find("states");
        ReportEmpty(top, "states", node, "each state with its meaning, such as `Waiting for customer: onHold`");
        foreach (var entry in top.Entries("states", node))
        {
            if (StateOf(top, entry) is { } state && !states.TryAdd(entry.Key.Trim(), state))
            {
                top.Context.Findings.Add(
                    ProblemCode.DuplicateKey,
                    entry.Place,
                    $"`{entry.Key}` differs only in capitals from a state above",
                    "give each state once; capitals make no difference"
                );
            }
        }
        return states;
    }

    public static IReadOnlyList<Milestone> Milestones(MapReader top)
    {
        var milestones = new List<Milestone>();
        var node = top.Find("milestones");
        ReportEmpty(top, "milestones", node, "each moment with its column, such as `open: Opened at`");
        foreach (var entry in top.Entries("milestones", node))
        {
            var at = TimeIn(top, entry.Key, entry.Value);
            if (Word(top, new YamlScalar(entry.Place, entry.Key, isPlain: true)) is { } state && at.Names.Count > 0)
            {
                milestones.Add(new Milestone(state, at));
            }
        }
        if (node is YamlMap { Entries.Count: > 0 } && !milestones.Exists(one => one.State == ImportedState.Open))
        {
            top.Context.Findings.Add(
                ProblemCode.MissingKey,
                node.Place,
                "nothing says when a case began",
                "add `open` with the column of that time"
            );
        }
        return milestones;
    }

    /// <summary>One column, or a list of those that make up the time.</summary>
    public static TimeColumns TimeIn(MapReader map, string key, YamlNode? node)
    {
        map.ReportEmpty(key, node, "the name of a column");
        return new TimeColumns([.. map.Scalars(key, node).Select(column => column.Text.Trim())]);
    }

    public static GuideWords Called(MapReader map) =>
        new(
            map.OptionalText("kind"),
            map.OptionalText("contract"),
            map.OptionalText("hold"),
            map.Has("priorities") ? Priorities(map) : null,
            map.OptionalText("otherwise")
        );

    public static IReadOnlyDictionary<string, GuideWords> Guides(MapReader top)
    {
        var guides = new Dictionary<string, GuideWords>();
        foreach (var entry in top.Entries("guides", top.Find("guides")))
        {
            if (top.AsMap(entry.Key, entry.Value) is { } map)
            {
                guides[entry.Key] = MapReader.Read(top.Context, map, "the words of a guide", Called);
            }
        }
        return guides;
    }

    private static Dictionary<string, string> Priorities(MapReader map)
    {
        var priorities = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in map.Entries("priorities", map.Find("priorities")))
        {
            if (map.Scalar(entry.Key, entry.Value) is { } priority)
            {
                if (priority.Text == TimeFormat.Ask)
                {
                    map.Bad(
                        ProblemCode.UnknownWord,
                        priority,
                        "a priority",
                        "write the id of one of your guide's priorities"
                    );
                }
                priorities[entry.Key.Trim()] = priority.Text.Trim();
            }
        }
        return priorities;
    }

    private static ImportedState? StateOf(MapReader top, YamlEntry entry) =>
        top.Scalar(entry.Key, entry.Value) is { } scalar ? Word(top, scalar) : null;

    private static ImportedState? Word(MapReader top, YamlScalar scalar)
    {
        if (Words<ImportedState>.TryRead(scalar.Text, out var state))
        {
            return state;
        }
        top.UnknownWord(scalar, [.. Words<ImportedState>.All]);
        return null;
    }

    private static void ReportEmpty(MapReader top, string key, YamlNode? node, string wanted)
    {
        if (node is YamlMap { Entries.Count: 0 })
        {
            top.Context.Findings.Add(ProblemCode.EmptyValue, node.Place, $"`{key}` is empty", $"add {wanted}");
        }
    }
}
