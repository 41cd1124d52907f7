using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Rung.Storage.Json;

namespace Rung.Server.Api.Json;

/// <summary>
/// How the API reads and writes JSON. Strict: what is not known, doubled, missing or of another type is an error that
/// says where.
/// </summary>
internal static class ApiJson
{
    private static readonly JsonConverter[] Converters =
    [
        new InstantJson(),
        new DurationJson(),
        new LocalDateJson(),
        new CaseReferenceJson(),
        new PlainTextJson(),
        new TextListJson(),
        new TextMapJson(),
        new ChoiceJsonFactory(),
    ];

    public static JsonSerializerOptions Options { get; } = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Sets what <see cref="Options"/> is made of, for the framework's own writers.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.MaxDepth = 16;
        // Answers are JSON and never put into a page as they are.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolver = ApiJsonContext.Default.WithAddedModifier(NeedMembersWithoutDefault);
        foreach (var converter in Converters)
        {
            options.Converters.Add(converter);
        }
    }

    // A record's parameter that is neither nullable nor has a default has to be given.
    private static void NeedMembersWithoutDefault(JsonTypeInfo shape)
    {
        foreach (var property in shape.Properties)
        {
            if (
                property.AssociatedParameter is
                { IsNullable: false, HasDefaultValue: false, IsMemberInitializer: false }
            )
            {
                property.IsRequired = true;
            }
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
