using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Rung.Server.Commands.ClockCompute;

/// <summary>
/// Instants in ISO 8601. Nearly all of a hundred thousand lines write <c>2026-12-24T15:31:00Z</c>, so that form is read
/// and written by hand: a general pattern takes most of the program's short life to get compiled.
/// </summary>
internal static class IsoInstant
{
    private const string Plain = "0000-00-00T00:00:00Z";

    /// <summary>Reads an instant with <c>Z</c> or an offset, or reports why it is none.</summary>
    public static Instant Read(string? text, string name, FirstFinding findings)
    {
        var instant = default(Instant);
        if (text is null || TryPlain(text, out instant) || Patterns.TryRead(text, out instant))
        {
            return instant;
        }

        return findings.Add(
            "bad-instant",
            $"{name}: '{text}' is no instant; write for example 2026-12-24T15:31:00Z.",
            default(Instant)
        );
    }

    /// <summary>Writes an instant in UTC, with a fraction only if there is one.</summary>
    public static string Write(Instant instant)
    {
        var utc = instant.InUtc().LocalDateTime;
        return utc.NanosecondOfSecond == 0
            ? $"{utc.Year:D4}-{utc.Month:D2}-{utc.Day:D2}T{utc.Hour:D2}:{utc.Minute:D2}:{utc.Second:D2}Z"
            : InstantPattern.ExtendedIso.Format(instant);
    }

    private static bool TryPlain(string text, out Instant instant)
    {
        instant = default;
        if (text.Length != Plain.Length || !HasForm(text))
        {
            return false;
        }

        var (year, month, day) = (Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
        var (hour, minute, second) = (Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2));
        if (year < 1 || month is < 1 or > 12 || day < 1 || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var exists = day <= DateTime.DaysInMonth(year, month);
        instant = exists ? Instant.FromUtc(year, month, day, hour, minute, second) : default;
        return exists;
    }

    private static bool HasForm(string text)
    {
        for (var i = 0; i < Plain.Length; i++)
        {
            if (Plain[i] == '0' ? !char.IsAsciiDigit(text[i]) : text[i] != Plain[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int Number(string text, int start, int length) =>
        int.Parse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);

    // Apart, so that they are built only when a line needs them.
    private static class Patterns
    {
        private static readonly OffsetDateTimePattern Minutes = OffsetDateTimePattern.CreateWithInvariantCulture(
            "uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"
        );

        public static bool TryRead(string text, out Instant instant)
        {
            var isRead =
                OffsetDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var full)
                || Minutes.Parse(text).TryGetValue(default, out full);
            // An offset can lead outside what instants hold; the calendars answer for far less and say so.
            instant = full.Year is > -9998 and < 9999 ? full.ToInstant() : Instant.MaxValue;
            return isRead;
        }
    }
}
