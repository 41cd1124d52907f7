using System.Globalization;
using CsvHelper;
using NodaTime;
using NodaTime.Text;
using Rung.Core.History.Replaying;
using Rung.Core.Time;
using Rung.Server.Csv;

namespace Rung.Server.Commands.Replay;

/// <summary>A CSV file with a row for each case, and with a block of columns for each guide.</summary>
internal static class ReplayCsv
{
    private static readonly string[] Block =
    [
        "guide",
        "target",
        "priority",
        "start",
        "due",
        "stopped",
        "outcome",
        "missed_at",
        "allowed_hours",
        "used_hours",
        "on_hold_hours",
        "holiday_data",
        "why_not_judged",
    ];

    private static readonly string[] Life = ["case", "life"];

    /// <exception cref="Hosting.StartException">The file cannot be written, or is there and no such report.</exception>
    public static OutputFile Open(string file) =>
        OutputFile.Open(
            file,
            string.Join(',', Life.Concat(Block)),
            "Nothing was replayed: name another file with --csv."
        );

    /// <exception cref="IOException">The disk is full, or broken.</exception>
    public static void Write(OutputFile file, ReplayHistory history, IReadOnlyList<Replayed> replays)
    {
        using var csv = CsvWriter.Create(file.Cleared(), SafeCsv.Options, leaveOpen: true);
        csv.WriteHeader([
            .. Life,
            .. replays.SelectMany((_, index) => Block.Select(name => index == 0 ? name : $"{name}_{index + 1}")),
            .. replays.Count == 2 ? ["difference"] : Array.Empty<string>(),
        ]);
        var sides = replays.Count == 2 ? new SideBySide(TextWriter.Null, history, replays[0], replays[1]) : null;
        for (var index = 0; index < replays[0].Lives.Count; index++)
        {
            var life = replays[0].Lives[index];
            var why = sides?.Why(replays[0].Verdicts[index], replays[1].Verdicts[index]);
            csv.WriteRecord(
                (string[])
                    [
                        life.Key,
                        $"{life.Number}",
                        .. replays.SelectMany(replay => Cells(replay, replay.Verdicts[index], history.End)),
                        .. why is null ? Array.Empty<string>() : [why],
                    ]
            );
        }
    }

    private static string[] Cells(Replayed replay, Judged judged, Instant end)
    {
        var clock = judged.Clock;
        return
        [
            replay.Name,
            replay.Target.Id,
            judged.Priority ?? "",
            Time(judged.Start),
            Time(clock?.Due),
            Time(clock?.StoppedAt),
            OutcomeWords.Of(judged.Outcome),
            Time(clock?.MissedAt),
            Hours(clock?.Total),
            Hours(clock?.Used),
            Hours(Judging.OnHold(judged.Folded.Life, end, (from, to) => to - from)),
            clock?.Note == CalendarNote.BeyondHolidayData ? "beyond holiday data" : "",
            judged.Why ?? "",
        ];
    }

    private static string Time(Instant? at) => at is { } instant ? InstantPattern.ExtendedIso.Format(instant) : "";

    private static string Hours(Duration? length) =>
        length?.TotalHours.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
