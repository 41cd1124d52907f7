using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Rung.Storage.Json;

/// <summary>
/// An instant in UTC as <c>2026-12-24T15:31:00.000001Z</c>, no more digits than needed and at most six; any offset is
/// understood (RFC 3339), and what is finer than a microsecond is cut.
/// </summary>
public sealed class InstantJson : TextJson<Instant>
{
    private static readonly InstantPattern Pattern = InstantPattern.Create(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss.FFFFFF'Z'",
        CultureInfo.InvariantCulture
    );

    public static string Format(Instant value) => Pattern.Format(value);

    /// <summary>Null when the text is no instant with its offset.</summary>
    public static Instant? Parse(string text) =>
        Pattern.Parse(text) is { Success: true, Value: var written } ? written
        : OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var read } ? Micros.Cut(read.ToInstant())
        : null;

    protected override string Expected => "an instant with its offset, such as 2026-12-24T15:20:00Z";

    protected override string Write(Instant value) => Format(value);

    protected override Instant Read(string text) => Parse(text) ?? throw Wrong(text);
}

public sealed class LocalDateJson : TextJson<LocalDate>
{
    protected override string Expected => "a date such as 2026-12-24";

    protected override string Write(LocalDate value) => LocalDatePattern.Iso.Format(value);

    protected override LocalDate Read(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var read } ? read : throw Wrong(text);
}
