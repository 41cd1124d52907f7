using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>The JSON Schema that editors use says what the reader does.</summary>
public sealed class SchemaTests
{
    private static readonly string Text = File.ReadAllText(
        Path.Combine(GuideFiles.Root, "guides", "guide.schema.json")
    );

    private static readonly JsonElement Json = JsonDocument.Parse(Text).RootElement;

    public static TheoryData<string> Guides => [.. GuideFiles.Shipped, .. Examples, EveryKey];

    private static IEnumerable<string> Examples =>
        Directory.Exists(Path.Combine(GuideFiles.Root, "docs", "examples", "guide")) ? GuideFiles.Examples : [];

    private static string EveryKey => Path.Combine(GuideFiles.Root, "tests", "Core.Tests", "Guides", "every-key.yaml");

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task Every_shipped_guide_is_valid(string path)
    {
        var schema = await JsonSchema.FromJsonAsync(Text, TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(AsJson(File.ReadAllText(path))!.ToJsonString()));
    }

    [Theory]
    [InlineData("title: Every key", "titel: Every key")]
    [InlineData("  title: Every key\n", "")]
    [InlineData("mode: sequential", "mode: sequental")]
    [InlineData("{ elapsed: 4h }", "{ elapsed: 4h, working: 4h }")]
    [InlineData("allow: { elapsed: 4h }", "allow: 4h")]
    [InlineData("left: 25%", "left: soon")]
    [InlineData("telephone: true", "telephone: maybe")]
    [InlineData("effectiveFrom: 2026-01-01", "effectiveFrom: tomorrow")]
    [InlineData("drafts: 1 month", "drafts: 0 months")]
    [InlineData("drafts: 1 month", "draughts: 1 month")]
    public async Task What_the_reader_refuses_an_editor_underlines(string instead, string written)
    {
        var schema = await JsonSchema.FromJsonAsync(Text, TestContext.Current.CancellationToken);

        Assert.NotEmpty(
            schema.Validate(AsJson(Mistake.Guide.Replace(instead, written, StringComparison.Ordinal))!.ToJsonString())
        );
    }

    /// <summary>Walks the guide that uses every key and the schema side by side.</summary>
    [Fact]
    public void Schema_and_reader_know_the_same_keys()
    {
        var draft = Mistake.Read(Mistake.Guide).Draft!;
        var seen = new Dictionary<string, List<IReadOnlyCollection<string>>>();

        Walk(draft.Root, SchemaNode.Root(Json), draft.Context.Asked, seen);

        Assert.Empty(
            Json.GetProperty("definitions")
                .EnumerateObject()
                .Select(definition => definition.Name)
                .Where(HasKeys)
                .Except(seen.Keys)
        );
        foreach (var (name, required) in seen.Where(pair => pair.Key != "allowance"))
        {
            var always = required.Aggregate((some, others) => [.. some.Intersect(others)]);
            Assert.Equal(Required(name).Order(), always.Except(OneOf(name)).Order());
        }
    }

    [Fact]
    public void Schema_and_reader_know_the_same_words()
    {
        Same<GuideStatus>("status");
        Same<Channel>("channel");
        Same<RoleSide>("side");
        Same<OutOfHoursHandling>("outOfHoursHandling");
        Same<WorkingDayReading>("workingDayReading");
        Same<KindHandling>("handling");
        Same<QuestionType>("questionType");
        Same<Need>("need");
        Same<StartFrom>("startFrom");
        Same<StartOutOfHours>("startOutOfHours");
        Same<TargetRole>("targetRole");
        Same<Firmness>("firmness");
        Same<Repeat>("repeat");
        Same<OnPriorityChange>("onPriorityChange");
        Same<CaseMoment>("moment");
        Same<Condition>("conditionName");
        Same<Pauses>("pauses");
        Same<HoldEnds>("holdEnds");
        Same<DispositionEffect>("effect");
        Same<LadderMode>("ladderMode");
        Same<Precondition>("precondition");
        Same<LevelKind>("levelKind");
        Same<LevelEffect>("levelEffect");
        Same<UntilWhat>("until");
        Same<StageClock>("stageClock");
        Same<OnSilence>("onSilence");
        Same<Told>("told");
        Same<HoursAre>("hoursAre");
        Assert.Equal(Words<AudienceKind>.All.Except(["role"]), InSchema("audienceWord"));
    }

    private static void Same<T>(string definition)
        where T : struct, Enum => Assert.Equal(Words<T>.All, InSchema(definition));

    private static IEnumerable<string> InSchema(string definition) =>
        Json.GetProperty("definitions")
            .GetProperty(definition)
            .GetProperty("enum")
            .EnumerateArray()
            .Select(word => word.GetString()!);

    private static void Walk(
        YamlNode node,
        SchemaNode schema,
        IReadOnlyDictionary<YamlMap, AskedKeys> asked,
        Dictionary<string, List<IReadOnlyCollection<string>>> seen
    )
    {
        foreach (var item in (node as YamlList)?.Items ?? [])
        {
            Walk(item, schema.Item!, asked, seen);
        }
        if (node is not YamlMap map)
        {
            return;
        }
        if (asked.TryGetValue(map, out var keys))
        {
            Assert.Equal(keys.All.Order(), schema.Keys.Order());
            Assert.True(schema.RefusesOthers);
            foreach (var name in schema.Names.Where(HasKeys))
            {
                seen.TryAdd(name, []);
                seen[name].Add(keys.Required);
            }
        }
        foreach (var entry in map.Entries)
        {
            Walk(entry.Value, schema.Property(entry.Key)!, asked, seen);
        }
    }

    private static IEnumerable<string> Required(string name) =>
        Json.GetProperty("definitions").GetProperty(name).TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(key => key.GetString()!)
            : [];

    // Of these keys exactly one is required, which the schema says by oneOf.
    private static IEnumerable<string> OneOf(string name) =>
        Json.GetProperty("definitions").GetProperty(name).TryGetProperty("oneOf", out var ways)
            ? ways.EnumerateArray()
                .SelectMany(way => way.GetProperty("required").EnumerateArray())
                .Select(key => key.GetString()!)
            : [];

    private static bool HasKeys(string name) =>
        Json.GetProperty("definitions").GetProperty(name).TryGetProperty("properties", out _);

    private static JsonNode? AsJson(string yaml) => AsJson(YamlTree.Read(yaml, new Findings())!);

    // Plain values as an editor's YAML 1.2 reads them.
    private static JsonNode? AsJson(YamlNode node) =>
        node switch
        {
            YamlMap map => new JsonObject(
                map.Entries.Select(entry => KeyValuePair.Create(entry.Key, AsJson(entry.Value)))
            ),
            YamlList list => new JsonArray([.. list.Items.Select(AsJson)]),
            YamlScalar { IsPlain: true, Text: "true" or "false" } word => word.Text == "true",
            YamlScalar { IsPlain: true } number when decimal.TryParse(number.Text, out var value) => value,
            YamlScalar text => text.Text,
            _ => null,
        };
}
