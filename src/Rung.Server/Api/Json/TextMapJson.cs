using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rung.Server.Api.Json;

/// <summary>Texts under names, none of them null and no name twice.</summary>
internal sealed class TextMapJson : JsonConverter<IReadOnlyDictionary<string, string>>
{
    public override IReadOnlyDictionary<string, string> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Names with texts are expected here.");
        }
        var texts = new Dictionary<string, string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = PlainTextJson.Name(ref reader);
            reader.Read();
            if (!texts.TryAdd(name, PlainTextJson.Read(ref reader)))
            {
                throw new JsonException($"{name} is given twice.");
            }
        }
        return texts;
    }

    public override void Write(
        Utf8JsonWriter writer,
        IReadOnlyDictionary<string, string> value,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
        {
            writer.WriteString(name, text);
        }
        writer.WriteEndObject();
    }
}
