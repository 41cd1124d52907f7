using Rung.Core.History.Lines;

namespace Rung.Core.History.Drafting;

/// <summary>A usual way of writing times, tried on a column.</summary>
public sealed class TimeCandidate
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    private const string Fraction = ".FFFFFF";

    private static readonly string[] Clock = ["H:mm:ss", "H:mm:ss" + Fraction, "H:mm", "h:mm:ss tt", "h:mm tt"];

    private readonly TimeFormat _format;

    private TimeCandidate(string text) => (Text, _format) = (text, TimeFormat.Of(text));

    /// <summary>In the order in which a draft prefers them: where several read a column alike, days come before months.</summary>
    public static IReadOnlyList<TimeCandidate> All { get; } =
    [
        .. (
            (string[])
                [
                    TimeFormat.Iso,
                    .. Days("d/M/yyyy"),
                    .. Days("M/d/yyyy"),
                    .. Days("d.M.yyyy"),
                    .. Days("d-M-yyyy"),
                    .. Days("M-d-yyyy"),
                    .. Days("yyyy/M/d"),
                    .. Days("d MMM yyyy"),
                    .. Days("d-MMM-yyyy"),
                    .. Days("MMM d, yyyy"),
                    .. Days("MMMM d, yyyy"),
                    .. Days("yyyy.M.d"),
                    "yyyyMMddHHmmss",
                    // ctime, SQL Server, Oracle, mail.
                    "ddd MMM d HH:mm:ss yyyy",
                    "MMM d yyyy h:mmtt",
                    "d-MMM-yy hh.mm.ss.FFFFFF tt",
                    "ddd, d MMM yyyy HH:mm:ss zzz",
                    .. Days("d/M/yy"),
                    .. Days("M/d/yy"),
                    .. Days("d.M.yy"),
                    .. Days("d/MMM/yy"),
                    .. Days("d/MMM/yyyy"),
                    .. Days("d-MMM-yy"),
                    .. Commas("d.M.yyyy"),
                    .. Commas("d/M/yyyy"),
                    .. Commas("M/d/yyyy"),
                    .. Commas("d.M.yy"),
                    .. Commas("d/M/yy"),
                    .. Commas("M/d/yy"),
                    "unix",
                    "unix-ms",
                ]
        ).Select(text => new TimeCandidate(text)),
    ];

    /// <summary>As a mapping writes it: <see cref="TimeFormat"/>.</summary>
    public string Text { get; }

    /// <summary>The format that reads the same where no fraction is written; null: it reads none.</summary>
    internal static string? WithoutFraction(string format) =>
        format.EndsWith(Fraction, StringComparison.Ordinal) ? format[..^Fraction.Length] : null;

    internal WrittenTime? Read(string value) =>
        _format.Read(value) is { Local.Year: >= FirstYear and <= LastYear } time ? time : null;

    private static IEnumerable<string> Days(string date) => Clock.Select(time => $"{date} {time}").Append(date);

    private static IEnumerable<string> Commas(string date) => Clock.Select(time => $"{date}, {time}");
}
