using System.Text.Json;

namespace Rung.Core.Tests.Guides;

/// <summary>A place in the published JSON Schema, with references followed.</summary>
internal sealed class SchemaNode
{
    private const string Definitions = "#/definitions/";

    private readonly JsonElement _root;
    private readonly JsonElement[] _parts;

    private SchemaNode(JsonElement root, IEnumerable<JsonElement> parts) => (_root, _parts) = (root, [.. parts]);

    public static SchemaNode Root(JsonElement root) => new(root, [root]);

    /// <summary>Names of the definitions that lead here.</summary>
    public IEnumerable<string> Names =>
        _parts
            .Where(part => part.TryGetProperty("$ref", out _))
            .Select(part => part.GetProperty("$ref").GetString()![Definitions.Length..]);

    /// <summary>The keys a mapping may have here; empty where its keys are the author's own.</summary>
    public IEnumerable<string> Keys =>
        Under("properties").SelectMany(properties => properties.EnumerateObject()).Select(property => property.Name);

    public IEnumerable<string> Required =>
        Under("required").SelectMany(list => list.EnumerateArray()).Select(key => key.GetString()!);

    public bool RefusesOthers => Under("additionalProperties").Any(others => others.ValueKind == JsonValueKind.False);

    public SchemaNode? Property(string key) =>
        Whole(Under("properties").Where(all => all.TryGetProperty(key, out _)).Select(all => all.GetProperty(key)))
        ?? Whole(Under("additionalProperties").Where(others => others.ValueKind == JsonValueKind.Object));

    public SchemaNode? Item => Whole(Under("items"));

    // What a value has to satisfy: the parts themselves, what they refer to, and the ways they may be.
    private static IEnumerable<JsonElement> Unfold(JsonElement root, JsonElement part)
    {
        yield return part;
        var further = new List<JsonElement>();
        if (part.TryGetProperty("$ref", out var reference))
        {
            further.Add(root.GetProperty("definitions").GetProperty(reference.GetString()![Definitions.Length..]));
        }
        foreach (var key in new[] { "allOf", "anyOf" })
        {
            further.AddRange(part.TryGetProperty(key, out var ways) ? ways.EnumerateArray() : []);
        }
        foreach (var unfolded in further.SelectMany(next => Unfold(root, next)))
        {
            yield return unfolded;
        }
    }

    private SchemaNode? Whole(IEnumerable<JsonElement> parts)
    {
        var all = parts.SelectMany(part => Unfold(_root, part)).ToArray();
        return all.Length == 0 ? null : new SchemaNode(_root, all);
    }

    private IEnumerable<JsonElement> Under(string key) =>
        _parts.Where(part => part.TryGetProperty(key, out _)).Select(part => part.GetProperty(key));
}
