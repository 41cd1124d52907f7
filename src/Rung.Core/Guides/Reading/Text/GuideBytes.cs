using System.Text;

namespace Rung.Core.Guides.Reading.Text;

/// <summary>From the bytes of a file to text: UTF-8 and nothing else, within a size no guide needs.</summary>
internal static class GuideBytes
{
    public const int MostBytes = 2 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The text without its byte order mark, or null after one finding that says why there is none.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Findings findings)
    {
        if (bytes.Length > MostBytes)
        {
            findings.Add(
                ProblemCode.TooLarge,
                Place.Start,
                $"the file is larger than {MostBytes / 1024} KiB, the most that a guide may have",
                "check that this is a guide; move long texts to the documents it points to"
            );
            return null;
        }
        return HasWideMark(bytes) ? RefuseWide(findings) : DecodeStrictly(bytes, findings);
    }

    private static bool HasWideMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith([(byte)0xFF, (byte)0xFE]) || bytes.StartsWith([(byte)0xFE, (byte)0xFF]);

    private static string? RefuseWide(Findings findings)
    {
        findings.Add(ProblemCode.NotText, Place.Start, "the file is UTF-16, not UTF-8", "save it as UTF-8");
        return null;
    }

    private static string? DecodeStrictly(ReadOnlySpan<byte> bytes, Findings findings)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            findings.Add(
                ProblemCode.NotText,
                PlaceOf(bytes[..Math.Clamp(wrong.Index, 0, bytes.Length)]),
                $"the byte 0x{wrong.BytesUnknown?.FirstOrDefault() ?? 0:X2} here is not UTF-8 text",
                "save the file as UTF-8 (it may be in an older encoding such as Windows-1252)"
            );
            return null;
        }
    }

    private static Place PlaceOf(ReadOnlySpan<byte> before)
    {
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new Place(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
