using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rung.Storage.Json;

/// <summary>A value that JSON holds as text, in what is stored and in the API.</summary>
public abstract class TextJson<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Read(reader.GetString()!)
            : throw new JsonException($"Text is expected here: {Expected}.");

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Write(value));

    /// <summary>What the text says, for who wrote something else: "an instant such as …".</summary>
    protected abstract string Expected { get; }

    protected abstract string Write(T value);

    /// <exception cref="JsonException">The text is not such a value.</exception>
    protected abstract T Read(string text);

    protected JsonException Wrong(string text) =>
        new($"\"{(text.Length > 60 ? text[..60] + "…" : text)}\" is not {Expected}.");
}
