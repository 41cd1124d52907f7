using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rung.Storage.Inbound;

/// <summary>What was seen of a mail as its row keeps it.</summary>
internal static class InboundLookJson
{
    public static string Write(InboundLook look) =>
        JsonSerializer.Serialize(look, InboundLookJsonContext.Default.InboundLook);

    public static InboundLook Read(string text) =>
        JsonSerializer.Deserialize(text, InboundLookJsonContext.Default.InboundLook)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(InboundLook))]
internal sealed partial class InboundLookJsonContext : JsonSerializerContext;
