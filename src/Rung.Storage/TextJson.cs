using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rung.Storage;

/// <summary>A value that JSON holds as text.</summary>
internal abstract class TextJson<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(reader.GetString() ?? throw new JsonException("text is missing"));

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Write(value));

    protected abstract string Write(T value);

    protected abstract T Read(string text);
}
