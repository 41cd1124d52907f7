using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Rung.Server.Pages.Heartbeats;

/// <summary>A length of time as somebody types it: <c>15 min</c>, <c>2 hours</c>, <c>1 day</c>; a number alone is minutes.</summary>
internal static partial class TypedInterval
{
    /// <returns>Null: it is none.</returns>
    public static Duration? Of(string text) =>
        Form().Match(text) is { Success: true } typed
        && int.TryParse(
            typed.Groups["number"].ValueSpan,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? (typed.Groups["unit"].Value is { Length: > 0 } unit ? char.ToLowerInvariant(unit[0]) : 'm') switch
            {
                'd' => Duration.FromDays(number),
                'h' => Duration.FromHours(number),
                _ => Duration.FromMinutes(number),
            }
            : null;

    /// <summary>As it would be typed.</summary>
    public static string Text(Duration length)
    {
        var minutes = (long)length.TotalMinutes;
        return minutes % (24 * 60) == 0 ? Text(minutes / (24 * 60), "d")
            : minutes % 60 == 0 ? Text(minutes / 60, "h")
            : Text(minutes, "min");
    }

    private static string Text(long number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}");

    [GeneratedRegex(
        @"^\s*(?<number>[0-9]{1,6})\s*(?<unit>m|mins?|minutes?|h|hours?|d|days?)?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Form();
}
