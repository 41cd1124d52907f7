using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime.Text;
using Rung.Core.Cases;

namespace Rung.Storage.Cases;

/// <summary>
/// Events as rows. Type, moments and actor have columns of their own and are not repeated in the JSON.
/// </summary>
internal static class EventJson
{
    private static readonly JsonSerializerOptions Options = new(EventJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = EventJsonContext.Default.WithAddedModifier(LeaveOutColumns),
    };

    private static readonly FrozenDictionary<string, Type> ByName = Kinds()
        .ToFrozenDictionary(kind => (string)kind.TypeDiscriminator!, kind => kind.DerivedType, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> ByType = Kinds()
        .ToFrozenDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);

    /// <summary>Looks at the shape of every kind of event, which the first of its kind would otherwise wait for.</summary>
    public static void Prepare()
    {
        foreach (var type in ByType.Keys)
        {
            Options.GetTypeInfo(type).MakeReadOnly();
        }
    }

    public static EventRow Write(long sequence, CaseEvent happened)
    {
        var type = happened.GetType();
        return new EventRow(
            sequence,
            ByType[type],
            Micros.Of(happened.At),
            Micros.Of(happened.RecordedAt),
            happened.By.Name,
            happened.By.Role,
            JsonSerializer.Serialize(happened, Options.GetTypeInfo(type))
        )
        {
            ActorContact = happened.By.ContactId,
        };
    }

    /// <exception cref="CorruptCaseException">The type is unknown or the body does not fit it.</exception>
    public static CaseEvent Read(long caseId, EventRow row)
    {
        if (!ByName.TryGetValue(row.Type, out var type))
        {
            throw new CorruptCaseException(caseId, row.Sequence, $"'{row.Type}' is no kind of event known here.");
        }
        try
        {
            var body = (CaseEvent)JsonSerializer.Deserialize(row.Body, Options.GetTypeInfo(type))!;
            return body with
            {
                At = Micros.ToInstant(row.At),
                RecordedAt = Micros.ToInstant(row.RecordedAt),
                By = new Actor(row.ActorName, row.ActorRole) { ContactId = row.ActorContact },
            };
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or UnparsableValueException or NullReferenceException)
        {
            throw new CorruptCaseException(caseId, row.Sequence, unreadable.Message, unreadable);
        }
    }

    private static IEnumerable<JsonDerivedTypeAttribute> Kinds() =>
        typeof(CaseEvent).GetCustomAttributes<JsonDerivedTypeAttribute>();

    private static void LeaveOutColumns(JsonTypeInfo shape)
    {
        if (!shape.Type.IsAssignableTo(typeof(CaseEvent)) || shape.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }
        foreach (var column in shape.Properties.Where(property => property.Name is "at" or "recordedAt" or "by"))
        {
            column.ShouldSerialize = (_, _) => false;
            column.IsRequired = false;
        }
    }
}
