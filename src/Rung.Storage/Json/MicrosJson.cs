using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Rung.Storage.Json;

/// <summary>An instant as microseconds: short, quick to read, and nobody reads it here.</summary>
internal sealed class MomentJson : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Micros.ToInstant(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Micros.Of(value));
}

/// <summary>A length as microseconds.</summary>
internal sealed class LengthJson : JsonConverter<Duration>
{
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Micros.ToDuration(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Micros.Of(value));
}
