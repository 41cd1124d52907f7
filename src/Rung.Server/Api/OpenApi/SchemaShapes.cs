using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;
using Rung.Core.Cases;

namespace Rung.Server.Api.OpenApi;

/// <summary>The shapes of what our own converters write: times as text, choices as names.</summary>
internal static class SchemaShapes
{
    private static readonly Dictionary<Type, (string Format, string Example)> Texts = new()
    {
        [typeof(Instant)] = ("date-time", "2026-12-24T15:20:00Z"),
        [typeof(Duration)] = ("duration", "PT30H"),
        [typeof(LocalDate)] = ("date", "2026-12-24"),
        [typeof(CaseReference)] = ("case-reference", "R-7K4-239"),
    };

    public static Task Shape(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (Texts.TryGetValue(type, out var text))
        {
            (schema.Type, schema.Format, schema.Examples) = (JsonSchemaType.String, text.Format, [text.Example]);
        }
        else if (type.IsEnum)
        {
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Names(type).Select(name => (JsonNode)name)]);
        }
        else if (type == typeof(string))
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (type == typeof(IReadOnlyList<string>))
        {
            (schema.Type, schema.Items) = (JsonSchemaType.Array, AnyText);
        }
        else if (type == typeof(IReadOnlyDictionary<string, string>))
        {
            (schema.Type, schema.AdditionalProperties) = (JsonSchemaType.Object, AnyText);
        }
        return Task.CompletedTask;
    }

    private static OpenApiSchema AnyText => new() { Type = JsonSchemaType.String };

    private static IEnumerable<string> Names(Type choices) =>
        Enum.GetNames(choices).Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName);
}
