using MimeKit;

namespace Rung.Mail.Inbound.Parsing;

/// <summary>Reads what the headers of a part say about its content.</summary>
internal static class PartHeaders
{
    public static ScannedPart Read(ContentType type, IReadOnlyList<Header> headers, int? alternative)
    {
        var disposition = Disposition(headers);
        var isNone = IsUnreadable(headers);
        return new ScannedPart
        {
            MediaType = isNone ? "text" : type.MediaType.ToLowerInvariant(),
            MediaSubtype = isNone ? "plain" : type.MediaSubtype.ToLowerInvariant(),
            Charset = type.Parameters["charset"],
            Name = disposition?.FileName ?? type.Name,
            IsFlowed = IsSet(type, "format", "flowed"),
            IsDelSp = IsSet(type, "delsp", "yes"),
            IsAttachment = disposition?.IsAttachment == true,
            Encoding = Encoding(headers),
            ContentId = Value(headers, HeaderId.ContentId)?.Trim('<', '>', ' '),
            Alternative = alternative,
        };
    }

    // RFC 2045: what cannot be read counts as not said, and what is not said is plain text.
    private static bool IsUnreadable(IReadOnlyList<Header> headers) =>
        headers.FirstOrDefault(header => header.Id == HeaderId.ContentType) is { } header
        && !ContentType.TryParse(header.RawValue, out _);

    private static bool IsSet(ContentType type, string name, string value) =>
        string.Equals(type.Parameters[name], value, StringComparison.OrdinalIgnoreCase);

    private static ContentDisposition? Disposition(IReadOnlyList<Header> headers) =>
        headers.FirstOrDefault(header => header.Id == HeaderId.ContentDisposition) is { } header
        && ContentDisposition.TryParse(header.RawValue, out var disposition)
            ? disposition
            : null;

    private static ContentEncoding Encoding(IReadOnlyList<Header> headers) =>
        Value(headers, HeaderId.ContentTransferEncoding)?.Trim().ToLowerInvariant() switch
        {
            "base64" => ContentEncoding.Base64,
            "quoted-printable" => ContentEncoding.QuotedPrintable,
            "x-uuencode" or "uuencode" or "x-uue" => ContentEncoding.UUEncode,
            _ => ContentEncoding.Binary,
        };

    private static string? Value(IReadOnlyList<Header> headers, HeaderId id) =>
        headers.FirstOrDefault(header => header.Id == id)?.Value;
}
