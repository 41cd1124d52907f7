using Rung.Core.History.Lines;

namespace Rung.Core.History.Drafting;

/// <summary>A usual way of writing times, tried on a column.</summary>
public sealed class TimeCandidate
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    private const string Fraction = ".FFFFFF";

    // In May alone they read the same.
    private const string LongMonth = "MMMM";
    private const string ShortMonth = "MMM";

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
                    .. Days("yyyy-M-d"),
                    .. Days("yyyy/M/d"),
                    .. Days("d MMM yyyy"),
                    .. Days("d MMMM yyyy"),
                    .. Days("d-MMM-yyyy"),
                    .. Days("MMM d, yyyy"),
                    .. Days("MMMM d, yyyy"),
                    .. Days("yyyy.M.d"),
                    .. Days("MMM d yyyy"),
                    .. Days("MMMM d yyyy"),
                    .. Days("dddd, MMMM d, yyyy"),
                    .. Days("dddd, d MMMM yyyy"),
                    .. Days("yyyyMMdd"),
                    "yyyyMMdd HHmmss",
                    "yyyyMMdd HHmm",
                    "yyyyMMddHHmmss",
                    // ctime, date, SQL Server, Oracle, mail.
                    "ddd MMM d HH:mm:ss yyyy",
                    "ddd MMM d HH:mm:ss zzz yyyy",
                    "MMM d yyyy h:mmtt",
                    "d-MMM-yy hh.mm.ss.FFFFFF tt",
                    "ddd, d MMM yyyy HH:mm:ss zzz",
                    // DB2, web servers.
                    "yyyy-MM-dd-HH.mm.ss.FFFFFF",
                    "dd/MMM/yyyy:HH:mm:ss zzz",
                    .. Days("d/M/yy"),
                    .. Days("M/d/yy"),
                    .. Days("d.M.yy"),
                    .. Days("d-M-yy"),
                    .. Days("M-d-yy"),
                    .. Days("d/MMM/yy"),
                    .. Days("d/MMM/yyyy"),
                    .. Days("d-MMM-yy"),
                    .. Commas("d.M.yyyy"),
                    .. Commas("d/M/yyyy"),
                    .. Commas("M/d/yyyy"),
                    .. Commas("d.M.yy"),
                    .. Commas("d/M/yy"),
                    .. Commas("M/d/yy"),
                    .. Commas("d MMM yyyy"),
                    .. Commas("d MMMM yyyy"),
                    .. Commas("MMM d, yyyy"),
                    .. Commas("MMMM d, yyyy"),
                    .. Offsets("d/M/yyyy"),
                    .. Offsets("M/d/yyyy"),
                    .. Offsets("d.M.yyyy"),
                    .. Offsets("d-M-yyyy"),
                    .. Offsets("M-d-yyyy"),
                    .. Offsets("yyyy-M-d"),
                    .. Offsets("yyyy/M/d"),
                    .. Offsets("d MMM yyyy"),
                    .. Offsets("d MMMM yyyy"),
                    .. Offsets("d-MMM-yyyy"),
                    .. Offsets("MMM d, yyyy"),
                    .. Offsets("MMMM d, yyyy"),
                    "unix",
                    "unix-ms",
                ]
        ).Select(text => new TimeCandidate(text)),
    ];

    /// <summary>As a mapping writes it: <see cref="TimeFormat"/>.</summary>
    public string Text { get; }

    /// <summary>Whether another of these formats, which is simpler, reads whatever this one does.</summary>
    internal static bool IsNeedless(string format, IReadOnlyCollection<string> among) =>
        format != TimeFormat.Iso
        && (
            among.Contains(TimeFormat.Iso)
            || IsAmong(format.Replace(Fraction, "", StringComparison.Ordinal), format, among)
            || IsAmong(format.Replace(LongMonth, ShortMonth, StringComparison.Ordinal), format, among)
        );

    internal WrittenTime? Read(string value) =>
        _format.Read(value) is { Local.Year: >= FirstYear and <= LastYear } time ? time : null;

    private static bool IsAmong(string simpler, string format, IReadOnlyCollection<string> among) =>
        simpler != format && among.Contains(simpler);

    private static IEnumerable<string> Days(string date) => Clock.Select(time => $"{date} {time}").Append(date);

    // With its offset, or UTC, behind it.
    private static IEnumerable<string> Offsets(string date) => Clock.Select(time => $"{date} {time} zzz");

    private static IEnumerable<string> Commas(string date) => Clock.Select(time => $"{date}, {time}");
}
