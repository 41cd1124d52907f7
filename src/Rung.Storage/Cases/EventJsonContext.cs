using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Rung.Core.Cases;

namespace Rung.Storage.Cases;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson), typeof(DurationJson), typeof(LocalDateJson), typeof(CaseReferenceJson)]
)]
[JsonSerializable(typeof(CaseEvent))]
internal sealed partial class EventJsonContext : JsonSerializerContext;

/// <summary>An instant as <c>2026-12-24T15:31:00.000001Z</c>; no more digits than needed, at most six.</summary>
internal sealed class InstantJson : TextJson<Instant>
{
    private static readonly InstantPattern Pattern = InstantPattern.Create(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFF'Z'",
        CultureInfo.InvariantCulture
    );

    protected override string Write(Instant value) => Pattern.Format(value);

    protected override Instant Read(string text) => Pattern.Parse(text).Value;
}

/// <summary>A length in hours, minutes and seconds, such as <c>30:00:00</c>.</summary>
internal sealed class DurationJson : TextJson<Duration>
{
    protected override string Write(Duration value) => DurationPattern.JsonRoundtrip.Format(value);

    protected override Duration Read(string text) => DurationPattern.JsonRoundtrip.Parse(text).Value;
}

internal sealed class LocalDateJson : TextJson<LocalDate>
{
    protected override string Write(LocalDate value) => LocalDatePattern.Iso.Format(value);

    protected override LocalDate Read(string text) => LocalDatePattern.Iso.Parse(text).Value;
}

internal sealed class CaseReferenceJson : TextJson<CaseReference>
{
    protected override string Write(CaseReference value) => value.Text;

    protected override CaseReference Read(string text) => CaseReference.FromStored(text);
}
