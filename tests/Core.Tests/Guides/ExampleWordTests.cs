using System.Text.Json;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>
/// Every key and every fixed word of the guide language, as the published schema has them, stands in an example guide;
/// and that guide has nothing to complain of.
/// </summary>
public sealed class ExampleWordTests
{
    private static readonly JsonElement Schema = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(GuideFiles.Root, "guides", "guide.schema.json")))
        .RootElement;

    [Fact]
    public void Every_key_and_every_fixed_word_of_the_language_stands_in_an_example_that_is_sound()
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in GuideFiles.Examples)
        {
            Assert.Empty(GuideFiles.Complaints(file));
            Collect(YamlTree.Read(File.ReadAllText(file), new Findings())!, said);
        }
        var words = new SortedSet<string>(StringComparer.Ordinal);
        Collect(Schema, words);

        Assert.True(words.Count > 300, $"The schema has {words.Count} keys and words only: is it still read rightly?");
        Assert.Superset(new HashSet<string>(["intersect", "carryUsed", "linkedCases", "inPerson"]), words.ToHashSet());
        Assert.Empty(words.Except(said));
    }

    private static void Collect(YamlNode node, HashSet<string> said)
    {
        switch (node)
        {
            case YamlMap map:
                foreach (var entry in map.Entries)
                {
                    said.Add(entry.Key);
                    Collect(entry.Value, said);
                }
                break;
            case YamlList list:
                list.Items.ToList().ForEach(item => Collect(item, said));
                break;
            case YamlScalar scalar:
                said.Add(scalar.Text);
                break;
            default:
                Assert.Fail($"An example holds {node.Called}.");
                break;
        }
    }

    private static void Collect(JsonElement schema, SortedSet<string> words)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            schema.EnumerateArray().ToList().ForEach(item => Collect(item, words));
        }
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        foreach (var part in schema.EnumerateObject())
        {
            if (part is { Name: "properties", Value.ValueKind: JsonValueKind.Object })
            {
                words.UnionWith(part.Value.EnumerateObject().Select(key => key.Name));
            }
            if (part is { Name: "enum", Value.ValueKind: JsonValueKind.Array })
            {
                words.UnionWith(part.Value.EnumerateArray().Select(word => word.ToString()));
            }
            Collect(part.Value, words);
        }
    }
}
