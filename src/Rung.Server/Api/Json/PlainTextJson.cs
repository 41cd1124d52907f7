using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rung.Server.Api.Json;

/// <summary>Text without the character NUL, which not every database can keep.</summary>
internal sealed class PlainTextJson : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    /// <exception cref="JsonException">What stands here is no text, or no good one.</exception>
    public static string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("Text is expected here.");
        }
        return Name(ref reader);
    }

    /// <summary>The text of a name or of a value.</summary>
    public static string Name(ref Utf8JsonReader reader)
    {
        var text = Valid(ref reader);
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new JsonException("The text has the character U+0000 in it: leave it out.")
            : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    public override string ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => Name(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    // The reader reports half of a surrogate pair as a bug of its caller.
    private static string Valid(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException("The text is not valid Unicode.", half);
        }
    }
}
