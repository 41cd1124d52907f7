using System.Text.Json.Nodes;

namespace Rung.Server.Tests.Fuzzing;

/// <summary>Values as a schema of the document has them, with what the desk has in them.</summary>
internal sealed class SchemaValues(JsonNode document, DeskWords words, Random dice)
{
    private const int Deepest = 8;

    private static readonly int[] Numbers = [0, 1, 1, 2, 2, 3, 4, 7, 30, 60, 240];
    private static readonly string[] Durations = ["PT30M", "PT2H", "P1D", "PT30H"];
    private static readonly string[] Moments =
    [
        "2026-12-24T15:10:00Z",
        "2026-12-24T16:00:00+00:00",
        "2026-12-24T17:45:00+01:00",
        "2026-12-23T09:00:00Z",
        "2027-01-05T11:30:00Z",
        "2026-10-25T01:30:00+01:00",
        "1900-01-01T00:00:00Z",
        "2199-12-31T23:59:59.999999Z",
    ];
    private static readonly string[] Dates = ["2026-12-24", "2027-01-04", "1900-01-01", "2200-01-01"];

    // What may be left out mostly is: the more there is, the likelier something in it is refused.
    private readonly int _rare = dice.Next(3) == 0 ? 3 : 12;

    public JsonNode? Of(JsonNode schema, string member) => Of(schema, member, 0);

    private JsonNode? Of(JsonNode schema, string member, int depth)
    {
        var shape = Resolved(schema);
        if (shape["enum"] is JsonArray choices)
        {
            return choices[dice.Next(choices.Count)]?.DeepClone();
        }
        return Type(shape) switch
        {
            "object" => Object(shape, member, depth + 1),
            "array" => Array(shape, member, depth + 1),
            "integer" or "number" => Numbers[dice.Next(Numbers.Length)],
            "boolean" => dice.Next(2) == 0,
            _ => Text(shape, member),
        };
    }

    private JsonNode Resolved(JsonNode schema)
    {
        while (true)
        {
            if ((string?)schema["$ref"] is { } reference)
            {
                schema = document["components"]!["schemas"]![reference.Split('/')[^1]]!;
            }
            else if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray several)
            {
                var real = several.Where(one => (string?)one!["type"] != "null").ToList();
                schema = real[dice.Next(real.Count)]!;
            }
            else
            {
                return schema;
            }
        }
    }

    private static string? Type(JsonNode shape) =>
        shape["type"] is JsonArray several
            ? several.Select(one => (string)one!).First(one => one != "null")
            : (string?)shape["type"];

    private JsonObject Object(JsonNode shape, string member, int depth)
    {
        var made = new JsonObject();
        if (depth > Deepest)
        {
            return made;
        }
        var required = (shape["required"]?.AsArray() ?? []).Select(one => (string)one!).ToHashSet();
        foreach (var (name, value) in shape["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name) || dice.Next(_rare) == 0)
            {
                made[name] = Of(value!, name, depth);
            }
        }
        if (shape["properties"] is null && member == "answers")
        {
            Answer(made);
        }
        return made;
    }

    private void Answer(JsonObject made)
    {
        for (var question = 0; question < 4; question++)
        {
            made[words.For("question", dice)] = words.For("option", dice);
        }
    }

    private JsonArray Array(JsonNode shape, string member, int depth) =>
        [.. Enumerable.Range(0, dice.Next(3)).Select(_ => Of(shape["items"]!, member, depth))];

    private string Text(JsonNode shape, string member) =>
        ((string?)shape["format"], member) switch
        {
            ("date-time", _) => Moments[dice.Next(Moments.Length)],
            ("duration", _) => Durations[dice.Next(Durations.Length)],
            ("date", _) => Dates[dice.Next(Dates.Length)],
            ("case-reference", _) => words.Any("reference", dice),
            (_, "content") => "JVBERi0xLjcK",
            (_, "mediaType") => "application/pdf",
            _ => words.For(member, dice),
        };
}
