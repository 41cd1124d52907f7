using System.Text;
using System.Text.Json.Nodes;

namespace Rung.Server.Tests.Fuzzing;

/// <summary>Makes of a good request one that no honest caller would send.</summary>
internal static class Breaking
{
    private static readonly Action<FuzzRequest, Random>[] OfAddress = [Part, Asked, Stray, Twice, Header, Method];
    private static readonly Action<FuzzRequest, Random>[] OfBody =
    [
        Value,
        Value,
        Value,
        Without,
        Unknown,
        Doubled,
        Cut,
        Flipped,
        Type,
    ];

    public static void Once(FuzzRequest request, Random dice)
    {
        var ways = request.Body is JsonObject && dice.Next(3) > 0 ? OfBody : OfAddress;
        dice.GetItems(ways, 1)[0](request, dice);
    }

    private static void Part(FuzzRequest request, Random dice)
    {
        var names = request.Parts.Keys.ToArray();
        if (names.Length > 0)
        {
            request.Parts[dice.GetItems(names, 1)[0]] = Text(dice);
        }
    }

    private static void Asked(FuzzRequest request, Random dice)
    {
        var names = request.Operation.Parameters.Where(one => one.In == "query").Select(one => one.Name).ToArray();
        if (names.Length > 0)
        {
            request.Query.Add((dice.GetItems(names, 1)[0], Text(dice)));
        }
    }

    private static void Stray(FuzzRequest request, Random dice) => request.Query.Add(($"x{Text(dice)}", Text(dice)));

    private static void Twice(FuzzRequest request, Random dice) => request.Query.AddRange([.. request.Query]);

    private static void Header(FuzzRequest request, Random dice)
    {
        string[] names = ["Rung-Actor", "Rung-Role", "Rung-Customer", "Idempotency-Key", "If-Match", "If-None-Match"];
        string[] others =
        [
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Range",
            "Cookie",
            "X-Forwarded-For",
            "Prefer",
        ];
        var name = dice.GetItems([.. names, .. others], 1)[0];
        var value = name.StartsWith("If-", StringComparison.Ordinal) ? dice.GetItems(Hostile.Tags, 1)[0] : Text(dice);
        request.Headers.Add((name, value));
    }

    private static void Method(FuzzRequest request, Random dice) =>
        request.Method = dice.GetItems(Hostile.Methods, 1)[0];

    private static void Value(FuzzRequest request, Random dice)
    {
        const string Mark = "here stands something else";
        if (Anywhere(request.Body!, dice) is not { } place)
        {
            return;
        }
        var isText = dice.Next(3) == 0;
        place.ReplaceWith(isText ? Text(dice) : Mark);
        if (!isText)
        {
            var text = request.Body!.ToJsonString();
            var raw = dice.GetItems(Hostile.Json, 1)[0];
            request.Bytes = Encoding.UTF8.GetBytes(text.Replace($"\"{Mark}\"", raw, StringComparison.Ordinal));
        }
    }

    private static void Without(FuzzRequest request, Random dice)
    {
        var parts = request.Body!.AsObject();
        if (parts.Count > 0)
        {
            parts.Remove(dice.GetItems(parts.Select(part => part.Key).ToArray(), 1)[0]);
        }
    }

    private static void Unknown(FuzzRequest request, Random dice)
    {
        request.Body!.AsObject()[$"x{Text(dice)}"] = Text(dice);
        request.Bytes = null;
        request.Broken = "it has a member that nobody knows";
    }

    private static void Doubled(FuzzRequest request, Random dice)
    {
        var parts = request.Body!.AsObject();
        if (parts.Count == 0)
        {
            return;
        }
        var (name, value) = parts.ElementAt(dice.Next(parts.Count));
        var one = new JsonObject { [name] = value?.DeepClone() }.ToJsonString()[1..^1];
        request.Bytes = Encoding.UTF8.GetBytes($"{{{one},{parts.ToJsonString()[1..]}");
        request.Broken = $"it has {name} twice";
    }

    private static void Cut(FuzzRequest request, Random dice)
    {
        var whole = Encoding.UTF8.GetBytes(request.Body!.ToJsonString());
        // Without any body at all it would be a command without fields, and right.
        request.Bytes = whole[..dice.Next(1, whole.Length)];
        request.Broken = "its end is missing";
    }

    private static void Flipped(FuzzRequest request, Random dice)
    {
        var bytes = Encoding.UTF8.GetBytes(request.Body!.ToJsonString());
        for (var times = dice.Next(1, 4); times > 0; times--)
        {
            bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
        }
        request.Bytes = bytes;
    }

    private static void Type(FuzzRequest request, Random dice)
    {
        request.Type = dice.GetItems(Hostile.Types, 1)[0];
        request.Broken = "it is not said to be JSON";
    }

    /// <summary>A value of the body, however deep; null: it has none.</summary>
    private static JsonNode? Anywhere(JsonNode node, Random dice)
    {
        var inside = Inside(node).ToArray();
        return inside.Length == 0 ? null : dice.GetItems(inside, 1)[0];
    }

    private static IEnumerable<JsonNode> Inside(JsonNode node)
    {
        var parts = node switch
        {
            JsonObject members => members.Select(part => part.Value),
            JsonArray items => items,
            _ => [],
        };
        return parts.OfType<JsonNode>().SelectMany(part => Inside(part).Prepend(part));
    }

    private static string Text(Random dice) => dice.GetItems(Hostile.Texts, 1)[0];
}
