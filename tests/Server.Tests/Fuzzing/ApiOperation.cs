using System.Text.Json.Nodes;

namespace Rung.Server.Tests.Fuzzing;

/// <summary>One thing that the API does, as the running product's own document describes it.</summary>
/// <param name="Path">With its parts in braces.</param>
/// <param name="Body">The schema of what it takes; null: it takes nothing.</param>
internal sealed record ApiOperation(string Method, string Path, JsonNode? Body)
{
    public required IReadOnlyList<ApiParameter> Parameters { get; init; }

    /// <summary>The statuses that the document names.</summary>
    public required IReadOnlySet<string> Answers { get; init; }

    /// <summary>All there are below the API; the stream of live updates does not end, and is not one of them.</summary>
    public static IReadOnlyList<ApiOperation> All(JsonNode document) =>
        [
            .. document["paths"]!
                .AsObject()
                .Where(path => path.Key.StartsWith("/api/", StringComparison.Ordinal))
                .SelectMany(path => path.Value!.AsObject().Select(one => Of(path.Key, one.Key, one.Value!))),
        ];

    private static ApiOperation Of(string path, string method, JsonNode said) =>
        new(method.ToUpperInvariant(), path, said["requestBody"]?["content"]?["application/json"]?["schema"])
        {
            Parameters = [.. (said["parameters"]?.AsArray() ?? []).Select(one => ApiParameter.Of(one!))],
            Answers = said["responses"]!.AsObject().Select(one => one.Key).ToHashSet(StringComparer.Ordinal),
        };
}

/// <param name="In">path, query or header.</param>
internal sealed record ApiParameter(string Name, string In, JsonNode Schema)
{
    public bool IsRequired { get; private init; }

    public static ApiParameter Of(JsonNode said) =>
        new((string)said["name"]!, (string)said["in"]!, said["schema"]!)
        {
            IsRequired = (bool?)said["required"] == true,
        };
}
