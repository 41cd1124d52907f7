using System.Text.Json.Nodes;

namespace Rung.Server.Tests.Fuzzing;

/// <summary>Requests that are as the document wants them, with what the desk has in them.</summary>
/// <param name="saysWhoActs">In a demo, where nobody signs in, headers say it.</param>
internal sealed class RequestMaker(JsonNode document, bool saysWhoActs)
{
    public FuzzRequest Make(ApiOperation operation, DeskWords words, Random dice)
    {
        var made = new FuzzRequest(operation, words.Desk);
        foreach (var parameter in operation.Parameters)
        {
            switch (parameter.In)
            {
                case "path":
                    made.Parts[parameter.Name] = Part(parameter.Name, operation.Path, words, dice);
                    break;
                case "query" when parameter.IsRequired || dice.Next(4) == 0:
                    made.Query.Add((parameter.Name, Asked(parameter, words, dice)));
                    break;
                case "header" when Header(parameter.Name, operation, words, dice) is { } value:
                    made.Headers.Add((parameter.Name, value));
                    break;
            }
        }
        if (operation.Body is { } schema)
        {
            made.Body = new SchemaValues(document, words, dice).Of(schema, "");
        }
        return made;
    }

    private static string Part(string name, string path, DeskWords words, Random dice) =>
        name switch
        {
            "desk" => words.Desk,
            "reference" => words.Any("reference", dice),
            "about" => dice.Next(2) == 0 ? "log" : words.Any("reference", dice),
            "id" when path.Contains("/customers/", StringComparison.Ordinal) => words.Any("customers", dice),
            "id" => words.Any("mails", dice),
            _ => words.For(name, dice),
        };

    private static string Asked(ApiParameter parameter, DeskWords words, Random dice) =>
        parameter switch
        {
            { Schema: var schema } when schema["enum"] is JsonArray choices => (string)
                choices[dice.Next(choices.Count)]!,
            { Name: "take" } => $"{dice.Next(1, 100)}",
            { Name: "happenedAt" } => "2026-12-24T15:18:00Z",
            { Name: "within" } => "PT2H",
            { Name: "q" } => words.Any(dice.Next(2) == 0 ? "reference" : "name", dice),
            _ => words.For(parameter.Name, dice),
        };

    private string? Header(string name, ApiOperation operation, DeskWords words, Random dice) =>
        name switch
        {
            "Rung-Actor" => saysWhoActs ? "Alex at the desk" : null,
            "Rung-Role" => saysWhoActs ? Role(operation, words, dice) : null,
            "Rung-Customer" => saysWhoActs && dice.Next(12) == 0 ? words.Any("customers", dice) : null,
            "Idempotency-Key" => dice.Next(4) == 0 ? $"key-{dice.Next(40)}" : null,
            "If-Match" => dice.Next(12) == 0 ? $"\"{dice.Next(6)}\"" : null,
            _ => null,
        };

    // An agent, whom no header is needed for, but about a complaint; now and then anybody.
    private static string? Role(ApiOperation operation, DeskWords words, Random dice)
    {
        if (dice.Next(8) == 0)
        {
            return words.For("role", dice);
        }
        string[] ofComplaints = ["complaint", "acknowledge", "holding-reply", "paper"];
        var isOfThose = ofComplaints.Any(one => operation.Path.Contains(one, StringComparison.Ordinal));
        return isOfThose && words.Has("roles", "complaint-handler") ? "complaint-handler" : null;
    }
}
