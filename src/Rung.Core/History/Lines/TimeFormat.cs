using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Rung.Core.History.Lines;

/// <summary>
/// One way in which a log writes times: <c>iso</c>, <c>unix</c>, <c>unix-ms</c>, <c>excel</c>, or a pattern such as
/// <c>dd/MM/yyyy HH:mm</c>; <c>zzz</c> stands for an offset. A date alone is the start of that day.
/// </summary>
public sealed class TimeFormat
{
    /// <summary>ISO 8601 with a T or a space; seconds, fraction and offset may be missing.</summary>
    public const string Iso = "iso";

    /// <summary>Stands in a drafted mapping for what only a person can say; never accepted.</summary>
    public const string Ask = "??";

    private const string Unix = "unix";
    private const string UnixMillis = "unix-ms";

    // Days and parts of a day of wall time. Counted from 30 December 1899, since a spreadsheet has a 29 February 1900.
    private const string Excel = "excel";
    private const decimal LastExcelDay = 2_958_465;
    private const decimal MillisPerDay = NodaConstants.MillisecondsPerDay;
    private static readonly LocalDateTime ExcelEpoch = new(1899, 12, 30, 0, 0);

    private const string OffsetLetters = "zzz";
    private static readonly string[] Offsets = ["Z+HH:mm", "Z+HHmm", "Z+HH"];

    // The end of the year 9999.
    private const long LastMillis = 253_402_300_799_999;

    private readonly Func<string, WrittenTime?> _read;

    private TimeFormat(Func<string, WrittenTime?> read) => _read = read;

    /// <summary>What to write instead; null when the format can be used.</summary>
    public static string? Problem(string format)
    {
        if (format is Iso or Unix or UnixMillis or Excel)
        {
            return null;
        }
        if (format == Ask)
        {
            return "look into the log and write one of the formats that the draft names beside it";
        }
        if (
            !format.Contains('y', StringComparison.Ordinal)
            || !format.Contains('M', StringComparison.Ordinal)
            || !format.Contains('d', StringComparison.Ordinal)
        )
        {
            return "write `iso`, or day, month and year with letters like `dd/MM/yyyy HH:mm`";
        }
        try
        {
            Pattern(format);
            return null;
        }
        catch (InvalidPatternException)
        {
            return "use the letters yyyy, MM, MMM, dd, HH, hh, tt, mm, ss, fff and zzz, and quote other letters like `'at'`";
        }
    }

    /// <exception cref="InvalidPatternException"><see cref="Problem"/> had something to say.</exception>
    public static TimeFormat Of(string format) =>
        new(
            format switch
            {
                Iso => text => IsoTime.Read(Squeezed(text)),
                Unix => text => Number(text, 1000),
                UnixMillis => text => Number(text, 1),
                Excel => Serial,
                _ => Pattern(format),
            }
        );

    /// <summary>Null when the text is not written so.</summary>
    public WrittenTime? Read(string text) => _read(text);

    private static Func<string, WrittenTime?> Pattern(string written)
    {
        // Some programs fill one digit up to two with a space.
        var format = Squeezed(written);
        if (HasOffset(format))
        {
            var patterns = Array.ConvertAll(
                Offsets,
                offset =>
                    OffsetDateTimePattern.CreateWithInvariantCulture(
                        format.Replace(OffsetLetters, $"o<{offset}>", StringComparison.Ordinal)
                    )
            );
            return text => WithOffset(Plain(text, format), patterns);
        }
        var local = LocalDateTimePattern.CreateWithInvariantCulture(format);
        return text =>
            local.Parse(Plain(text, format)).TryGetValue(default, out var value) ? new WrittenTime(value, null) : null;
    }

    // Half of the day with or without dots, Greenwich by name.
    private static string Plain(string text, string format)
    {
        var plain = Squeezed(text);
        if (format.Contains("tt", StringComparison.Ordinal))
        {
            plain = plain.Replace(".m.", "m", StringComparison.OrdinalIgnoreCase);
        }
        return HasOffset(format)
            ? plain.Replace("GMT", "Z", StringComparison.Ordinal).Replace("UTC", "Z", StringComparison.Ordinal)
            : plain;
    }

    private static bool HasOffset(string format) => format.Contains(OffsetLetters, StringComparison.Ordinal);

    // Every run of spaces, also of those that Unicode calls so (some programs put a narrow one before PM), as one.
    private static string Squeezed(string text)
    {
        if (Ascii.IsValid(text) && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text;
        }
        var squeezed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var isSpace = char.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator;
            if (!isSpace || squeezed.Length == 0 || squeezed[^1] != ' ')
            {
                squeezed.Append(isSpace ? ' ' : letter);
            }
        }
        return squeezed.ToString();
    }

    private static WrittenTime? WithOffset(string text, OffsetDateTimePattern[] patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Parse(text).TryGetValue(default, out var value))
            {
                return new WrittenTime(value.LocalDateTime, value.Offset);
            }
        }
        return null;
    }

    private static WrittenTime? Serial(string text)
    {
        return IsNumber(text, out var days) && days is >= 1 and < LastExcelDay + 1
            ? new WrittenTime(ExcelEpoch.PlusMilliseconds((long)Math.Round(days * MillisPerDay)), null)
            : null;
    }

    private static WrittenTime? Number(string text, long millisEach)
    {
        return IsNumber(text, out var number) && number <= LastMillis / millisEach
            ? new WrittenTime(Whole(number * millisEach).InUtc().LocalDateTime, Offset.Zero)
            : null;
    }

    // To the microsecond, as everything is kept.
    private static Instant Whole(decimal millis) =>
        Instant.FromUnixTimeTicks((long)(millis * 1000) * (NodaConstants.TicksPerMillisecond / 1000));

    // A spreadsheet may write the comma of its country.
    private static bool IsNumber(string text, out decimal number) =>
        decimal.TryParse(
            text.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out number
        );
}

/// <summary>A time as it stands in a log.</summary>
/// <param name="Offset">Null when none was written: it is wall time of the log's zone.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WrittenTime(LocalDateTime Local, Offset? Offset);
