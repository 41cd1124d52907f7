using Rung.Core.History.Lines;

namespace Rung.Core.History.Drafting;

/// <summary>A usual way of writing times, tried on a column.</summary>
public sealed class TimeCandidate
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    private readonly TimeFormat _format;

    private TimeCandidate(string text) => (Text, _format) = (text, TimeFormat.Of(text));

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
                    .. Days("d/M/yy"),
                    .. Days("M/d/yy"),
                    "unix",
                    "unix-ms",
                ]
        ).Select(text => new TimeCandidate(text)),
    ];

    public string Text { get; }

    internal WrittenTime? Read(string value) =>
        _format.Read(value) is { Local.Year: >= FirstYear and <= LastYear } time ? time : null;

    private static IEnumerable<string> Days(string date) =>
        ((string[])["H:mm:ss", "H:mm", "h:mm:ss tt", "h:mm tt"]).Select(time => $"{date} {time}").Append(date);
}
