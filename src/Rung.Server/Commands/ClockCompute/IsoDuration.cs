using System.Globalization;
using System.Text;
using NodaTime;

namespace Rung.Server.Commands.ClockCompute;

/// <summary>
/// ISO 8601 durations in hours, minutes and seconds, exact to the nanosecond: <c>PT30H</c>, <c>-PT1H30M</c>,
/// <c>PT0.5S</c>. Days and longer are refused: a day of working time is not 24 hours.
/// </summary>
internal static class IsoDuration
{
    private const string Units = "HMS";
    private const int MostDecimals = 9;

    // More than lies between 1900 and 2200.
    private static readonly Int128 Longest = (Int128)3_000_000 * NodaConstants.NanosecondsPerHour;

    private static readonly long[] UnitNanos =
    [
        NodaConstants.NanosecondsPerHour,
        NodaConstants.NanosecondsPerMinute,
        NodaConstants.NanosecondsPerSecond,
    ];

    /// <summary>Reads a duration, or reports why it is none.</summary>
    public static Duration Read(string text, FirstFinding findings)
    {
        var isNegative = text.StartsWith('-');
        var rest = text.AsSpan(isNegative ? 1 : 0);
        if (!rest.StartsWith("PT") || !TrySum(rest[2..], out var nanos))
        {
            return findings.Add("bad-duration", $"amount: '{text}' is no duration; {Hint(text)}", Duration.Zero);
        }

        if (nanos > Longest)
        {
            return findings.Add(
                "out-of-range",
                $"amount: '{text}' is longer than the years 1900 to 2200.",
                Duration.Zero
            );
        }

        var (hours, left) = Int128.DivRem(nanos, NodaConstants.NanosecondsPerHour);
        var size = Duration.FromHours((int)hours) + Duration.FromNanoseconds((long)left);
        return isNegative ? -size : size;
    }

    /// <summary>Writes a duration without days, and nothing that is zero: <c>PT30H</c>, <c>-PT1.5S</c>, <c>PT0S</c>.</summary>
    public static string Write(Duration duration)
    {
        var size = duration < Duration.Zero ? -duration : duration;
        var text = new StringBuilder(duration < Duration.Zero ? "-PT" : "PT");
        Append(text, (size.Days * 24L) + size.Hours, 'H');
        Append(text, size.Minutes, 'M');
        if (size.SubsecondNanoseconds != 0)
        {
            text.Append($"{size.Seconds}.{size.SubsecondNanoseconds:D9}".TrimEnd('0')).Append('S');
        }
        else
        {
            Append(text, size.Seconds, 'S');
        }

        return text[^1] == 'T' ? "PT0S" : text.ToString();
    }

    private static void Append(StringBuilder text, long amount, char unit) =>
        _ = amount == 0 ? text : text.Append(amount).Append(unit);

    private static string Hint(string text) =>
        text.AsSpan().IndexOfAny("DWY") >= 0
            ? "days, weeks, months and years are refused, since a working day is not 24 hours: write hours, minutes and seconds, for example PT30H."
            : "write hours, minutes and seconds in this order, for example PT30H, -PT1H30M or PT0.5S.";

    // One part for each unit at most, larger ones first; decimals on the last one only.
    private static bool TrySum(ReadOnlySpan<char> text, out Int128 nanos)
    {
        nanos = 0;
        var next = 0;
        do
        {
            var end = text.IndexOfAny(Units);
            var unit = end < 0 ? -1 : Units.IndexOf(text[end]);
            if (unit < next || !TryPart(text[..end], UnitNanos[unit], end == text.Length - 1, out var part))
            {
                return false;
            }

            nanos += part;
            text = text[(end + 1)..];
            next = unit + 1;
        } while (!text.IsEmpty);

        return true;
    }

    // With nine decimals at most every unit comes to whole nanoseconds.
    private static bool TryPart(ReadOnlySpan<char> text, long unit, bool isLast, out Int128 nanos)
    {
        nanos = 0;
        var point = text.IndexOfAny('.', ',');
        var whole = point < 0 ? text : text[..point];
        var decimals = point < 0 ? "0" : text[(point + 1)..];
        if (!TryWhole(whole, out var amount) || !TryDecimals(decimals, out var fraction))
        {
            return false;
        }

        nanos = ((Int128)amount * unit) + ((Int128)fraction * unit / (long)Math.Pow(10, decimals.Length));
        return point < 0 || isLast;
    }

    // However many digits: what no number holds is longer than all years in any unit.
    private static bool TryWhole(ReadOnlySpan<char> text, out long amount)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out amount))
        {
            amount = long.MaxValue;
        }

        return !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
    }

    private static bool TryDecimals(ReadOnlySpan<char> text, out long fraction)
    {
        fraction = 0;
        return text.Length <= MostDecimals
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out fraction);
    }
}
