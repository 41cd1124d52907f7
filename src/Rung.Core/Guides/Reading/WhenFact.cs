using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading;

/// <param name="Check">Reports a value that the fact cannot have.</param>
internal sealed record WhenFact(Fact Fact, string Key, Action<MapReader, YamlScalar> Check)
{
    /// <summary>The part of a condition that asks for this fact, if the mapping has its key.</summary>
    public When? Read(MapReader map)
    {
        if (map.Find(Key) is not { } node)
        {
            return null;
        }
        var values = map.Scalars(Key, node);
        foreach (var value in values)
        {
            Check(map, value);
        }
        if (node is YamlList { Items.Count: 0 })
        {
            map.Context.Findings.Add(
                ProblemCode.EmptyValue,
                node.Place,
                $"`{Key}` is empty",
                "name at least one value"
            );
        }
        return new When.Is(Fact, [.. values.Select(value => value.Text)]);
    }
}
