using Rung.Core.Cases;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading;

/// <summary>The facts a condition may ask for, by their keys, and which values each can have.</summary>
internal static class WhenFacts
{
    private const int MostLevels = 20;

    public static IReadOnlyList<WhenFact> All { get; } =
    [
        Named(Fact.Priority, NameKind.Priority),
        Named(Fact.Kind, NameKind.Kind),
        Worded(Fact.Source, [.. Words<Channel>.All]),
        Named(Fact.Service, NameKind.Service),
        Named(Fact.ServiceClass, NameKind.ServiceClass),
        Worded(Fact.TakesDown, [.. Words<Channel>.All]),
        Worded(Fact.Services, ["none", "some", "all"]),
        Free(Fact.Customer),
        Named(Fact.Contract, NameKind.Contract),
        Free(Fact.Region),
        Named(Fact.Flag, NameKind.Flag),
        Worded(Fact.Condition, [.. Words<Condition>.All]),
        Named(Fact.HoldReason, NameKind.HoldReason),
        Named(Fact.WaitReason, NameKind.WaitReason),
        Named(Fact.Disposition, NameKind.Disposition),
        Worded(Fact.Channel, [.. Words<Channel>.All]),
        Worded(Fact.EscalationLevel, [.. Enumerable.Range(1, MostLevels).Select(level => $"{level}")], "level"),
        Named(Fact.EscalationReason, NameKind.EscalationReason),
        Worded(Fact.Alarm, ["active", "cleared"]),
        Worded(Fact.Continues, ["yes", "no"]),
    ];

    private static WhenFact Named(Fact fact, NameKind kind) =>
        new(fact, Words.Of(fact), (map, value) => map.Context.Names.Use(kind, value.Text, value.Place));

    private static WhenFact Free(Fact fact) => new(fact, Words.Of(fact), (_, _) => { });

    private static WhenFact Worded(Fact fact, string[] words, string? key = null) =>
        new(fact, key ?? Words.Of(fact), (map, value) => Check(map, value, words));

    private static void Check(MapReader map, YamlScalar value, string[] words)
    {
        if (!words.Contains(value.Text))
        {
            map.UnknownWord(value, words);
        }
    }
}
