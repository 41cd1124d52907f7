using System.Globalization;
using NodaTime;

namespace Rung.Core.Guides.Reading;

/// <summary>Lengths of time and shares as a guide writes them: <c>1h30min</c>, <c>25%</c>.</summary>
internal static class LengthText
{
    public const string Mend = "write hours, minutes and seconds like `4h`, `30min`, `1h30min` or `90s`";

    private const int MostDigits = 5;

    private static readonly (string Unit, Duration Length)[] Units =
    [
        ("h", Duration.FromHours(1)),
        ("min", Duration.FromMinutes(1)),
        ("s", Duration.FromSeconds(1)),
    ];

    /// <summary>Hours, minutes and seconds in this order, at most 99,999 of each.</summary>
    public static bool TryParse(string text, out Duration length)
    {
        length = Duration.Zero;
        var rest = text.AsSpan();
        foreach (var (unit, duration) in Units)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits is > 0 and <= MostDigits && rest[digits..].StartsWith(unit))
            {
                length += duration * int.Parse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
                rest = rest[(digits + unit.Length)..].TrimStart(' ');
            }
        }
        return rest.IsEmpty && text.Length > 0;
    }

    /// <summary>A percentage above 0 and up to 100, as a share of 1.</summary>
    public static bool TryParseShare(string text, out decimal share)
    {
        share = 0;
        if (!text.EndsWith('%') || !TryDecimal(text[..^1], out var percent) || percent is <= 0 or > 100)
        {
            return false;
        }
        share = percent / 100;
        return true;
    }

    private static bool TryDecimal(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
