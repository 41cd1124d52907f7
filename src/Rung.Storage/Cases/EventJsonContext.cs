using System.Text.Json.Serialization;
using Rung.Core.Cases;
using Rung.Storage.Json;

namespace Rung.Storage.Cases;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson), typeof(StoredDurationJson), typeof(LocalDateJson), typeof(StoredReferenceJson)]
)]
[JsonSerializable(typeof(CaseEvent))]
internal sealed partial class EventJsonContext : JsonSerializerContext;
