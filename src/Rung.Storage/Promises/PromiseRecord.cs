using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rung.Core.Promises;
using Rung.Storage.Json;
using Rung.Storage.Queue;

namespace Rung.Storage.Promises;

/// <summary>A promise as it is stored: what it is found and sorted by as columns, all of it as JSON.</summary>
internal sealed record PromiseRecord(string Key, long DueAt, long MootAt, string Kind, string Owner, string Json)
{
    public string? Channel { get; init; }

    public const long Never = long.MaxValue;

    private static readonly PromiseJsonContext Context = new(
        new JsonSerializerOptions(PromiseJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <param name="entry">With a due.</param>
    public static PromiseRecord Of(PromiseEntry entry) =>
        new(
            entry.Key,
            Micros.Of(entry.Due!.Value),
            entry.MootFrom is { } moot ? Micros.Of(moot) : Never,
            entry.Kind.ToString(),
            entry.Owner.Name,
            JsonSerializer.Serialize(entry, Context.PromiseEntry)
        )
        {
            Channel = entry.Channel?.ToString(),
        };

    public static PromiseEntry Read(string json) => JsonSerializer.Deserialize(json, Context.PromiseEntry)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(MomentJson), typeof(LengthJson)]
)]
[JsonSerializable(typeof(PromiseEntry))]
internal sealed partial class PromiseJsonContext : JsonSerializerContext;
