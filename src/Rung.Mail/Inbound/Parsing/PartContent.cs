using System.Text;
using MimeKit;
using MimeKit.Encodings;

namespace Rung.Mail.Inbound.Parsing;

/// <summary>Undoes what mail does to content so that it can travel. Total: what cannot be decoded is passed over.</summary>
internal static class PartContent
{
    private const int Windows1252 = 1252;

    static PartContent() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] Bytes(ScannedPart part, ReadOnlySpan<byte> message, int most)
    {
        var raw = message.Slice(part.Begin, Math.Min(part.Length, most));
        IMimeDecoder? decoder = part.Encoding switch
        {
            ContentEncoding.Base64 => new Base64Decoder(),
            ContentEncoding.QuotedPrintable => new QuotedPrintableDecoder(),
            ContentEncoding.UUEncode => new UUDecoder(),
            _ => null,
        };
        if (decoder is null)
        {
            return raw.ToArray();
        }
        var output = new byte[decoder.EstimateOutputLength(raw.Length)];
        var length = decoder.Decode(raw.ToArray(), 0, raw.Length, output);
        return output[..length];
    }

    /// <summary>Bytes when decoded, reckoned without decoding.</summary>
    public static long Size(ScannedPart part) =>
        part.Encoding == ContentEncoding.Base64 ? part.Length / 78L * 57 + (part.Length % 78 * 3 / 4) : part.Length;

    public static string Text(ScannedPart part, byte[] message, MailNotes notes)
    {
        var bytes = Bytes(part, message, MailLimits.TextBytes);
        if (part.Length > MailLimits.TextBytes)
        {
            notes.Add(MailFault.TextCut);
        }
        return Text(bytes, part.Charset, notes);
    }

    private static string Text(byte[] bytes, string? charset, MailNotes notes)
    {
        if (ByMark(bytes) is { } marked)
        {
            return marked.GetString(bytes);
        }
        var name = (charset ?? "").Trim().ToLowerInvariant();
        var named = name.Length == 0 || name is "us-ascii" or "ascii" ? null : Known(name);
        if (named is null && name.Length > 0 && name is not ("us-ascii" or "ascii"))
        {
            notes.Add(MailFault.UnknownCharset, PlainText.OneLine(name, 40, notes));
        }
        return named is null or UTF8Encoding ? Guess(bytes, named, notes) : Decode(named, bytes, notes);
    }

    // What says nothing, or says it is plain ASCII, is UTF-8 if it can be and Western otherwise.
    private static string Guess(byte[] bytes, Encoding? named, MailNotes notes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            notes.Add(MailFault.BadCharacters);
            return (named ?? Encoding.GetEncoding(Windows1252)).GetString(bytes);
        }
    }

    private static string Decode(Encoding encoding, byte[] bytes, MailNotes notes)
    {
        var text = encoding.GetString(bytes);
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            notes.Add(MailFault.BadCharacters);
        }
        return text;
    }

    private static Encoding? ByMark(byte[] bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    // Writers of mail call this one Latin 1 and mean its superset.
    private static Encoding? Known(string name)
    {
        try
        {
            return name is "iso-8859-1" or "latin1" ? Encoding.GetEncoding(Windows1252) : Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
