using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rung.Server.Commands.ClockCompute;
using Rung.Server.Desk;

namespace Rung.Server.Api.Json;

/// <summary>An instant as RFC 3339 in UTC, to the microsecond; any offset is understood.</summary>
internal sealed class InstantJson : TextJson<Instant>
{
    private static readonly InstantPattern Pattern = InstantPattern.Create(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFF'Z'",
        CultureInfo.InvariantCulture
    );

    public static string Format(Instant value) => Pattern.Format(value);

    /// <summary>Null when the text is no instant with its offset.</summary>
    public static Instant? Parse(string text) =>
        OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var read }
            ? DeskClock.Whole(read.ToInstant())
            : null;

    protected override string Expected => "an instant with its offset, such as 2026-12-24T15:20:00Z";

    protected override string Write(Instant value) => Format(value);

    protected override Instant Read(string text) => Parse(text) ?? throw Wrong(text);
}

/// <summary>A length as ISO 8601 hours, minutes and seconds: <c>PT26H3M0.5S</c>; never days, whose length is the guide's.</summary>
internal sealed class DurationJson : TextJson<Duration>
{
    protected override string Expected => "a length such as PT30H";

    protected override string Write(Duration value) => IsoDuration.Write(value);

    protected override Duration Read(string text) => throw Wrong(text);
}

internal sealed class LocalDateJson : TextJson<LocalDate>
{
    protected override string Expected => "a date such as 2026-12-24";

    protected override string Write(LocalDate value) => LocalDatePattern.Iso.Format(value);

    protected override LocalDate Read(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var read } ? read : throw Wrong(text);
}
