using NodaTime;
using NodaTime.Text;

namespace Rung.Core.History.Lines;

/// <summary>
/// ISO 8601 as logs and databases write it: with a T or a space, extended or basic, with or without seconds, fractions and
/// offset; the offset as <c>Z</c>, <c>z</c>, <c>UTC</c>, <c>+01:00</c>, <c>+0100</c> or <c>+01</c>.
/// </summary>
internal static class IsoTime
{
    private static readonly OffsetPattern[] Offsets =
    [
        OffsetPattern.CreateWithInvariantCulture("+HH:mm"),
        OffsetPattern.CreateWithInvariantCulture("+HHmm"),
        OffsetPattern.CreateWithInvariantCulture("+HH"),
    ];

    private static readonly LocalDateTimePattern[] Times =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFF"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss;FFFFFFFFF"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmm"),
    ];

    private const int DateLength = 10;
    private const int Longest = 80;

    public static WrittenTime? Read(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }
        // The name of the zone, which Java adds, says nothing that the offset before it does not.
        if (text.EndsWith(']') && text.IndexOf('[', StringComparison.Ordinal) is var zone and > DateLength)
        {
            text = text[..zone];
        }
        var end = OffsetIn(text);
        if (end == text.Length)
        {
            return Local(text) is { } wall ? new WrittenTime(wall, null) : null;
        }
        return Local(text[..end].TrimEnd(' ')) is { } local && OffsetOf(text[end..]) is { } offset
            ? new WrittenTime(local, offset)
            : null;
    }

    private static LocalDateTime? Local(string text)
    {
        var iso =
            text.Length > DateLength && (text[DateLength] is ' ' or 't')
                ? string.Concat(text.AsSpan(0, DateLength), "T", text.AsSpan(DateLength + 1))
                : text;
        foreach (var pattern in Times)
        {
            if (pattern.Parse(iso).TryGetValue(default, out var value))
            {
                return value;
            }
        }
        return null;
    }

    private static Offset? OffsetOf(string text)
    {
        if (text[0] is not ('+' or '-'))
        {
            return Offset.Zero;
        }
        foreach (var pattern in Offsets)
        {
            if (pattern.Parse(text).TryGetValue(default, out var value))
            {
                return value;
            }
        }
        return null;
    }

    // Behind the date only, whose hyphens are none of an offset's; the length of the text: there is none.
    private static int OffsetIn(string text)
    {
        if (text.Length <= DateLength)
        {
            return text.Length;
        }
        if (text[^1] is 'Z' or 'z')
        {
            return text.Length - 1;
        }
        if (text.EndsWith("UTC", StringComparison.Ordinal) || text.EndsWith("GMT", StringComparison.Ordinal))
        {
            return text.Length - "UTC".Length;
        }
        var sign = text.AsSpan().LastIndexOfAny('+', '-');
        return sign > DateLength ? sign : text.Length;
    }
}
