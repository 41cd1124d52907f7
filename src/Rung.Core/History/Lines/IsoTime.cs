using NodaTime;
using NodaTime.Text;

namespace Rung.Core.History.Lines;

/// <summary>ISO 8601 as logs write it: with a T or a space, with or without seconds, fractions and offset.</summary>
internal static class IsoTime
{
    private static readonly OffsetDateTimePattern[] WithOffset =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<Z+HHmm>"),
    ];

    private static readonly LocalDateTimePattern[] WithoutOffset =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFF"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd"),
    ];

    private const int DateLength = 10;

    public static WrittenTime? Read(string text)
    {
        var iso = text.Length > DateLength && text[DateLength] == ' ' ? WithT(text) : text;
        return HasOffset(iso) ? ReadWithOffset(iso) : ReadWithoutOffset(iso);
    }

    private static string WithT(string text) =>
        string.Concat(
            text.AsSpan(0, DateLength),
            "T",
            text.AsSpan(DateLength + 1).ToString().Replace(" ", "", StringComparison.Ordinal)
        );

    private static bool HasOffset(string text) =>
        text.Length > DateLength && (text[^1] == 'Z' || text.AsSpan(DateLength).ContainsAny('+', '-'));

    private static WrittenTime? ReadWithOffset(string text)
    {
        foreach (var pattern in WithOffset)
        {
            if (pattern.Parse(text).TryGetValue(default, out var value))
            {
                return new WrittenTime(value.LocalDateTime, value.Offset);
            }
        }
        return null;
    }

    private static WrittenTime? ReadWithoutOffset(string text)
    {
        foreach (var pattern in WithoutOffset)
        {
            if (pattern.Parse(text).TryGetValue(default, out var value))
            {
                return new WrittenTime(value, null);
            }
        }
        return null;
    }
}
