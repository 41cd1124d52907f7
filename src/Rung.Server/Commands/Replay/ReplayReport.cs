using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rung.Core.Guides;
using Rung.Core.History.Replaying;
using Rung.Core.Wording;

namespace Rung.Server.Commands.Replay;

/// <summary>What came of a replay, in tables that fit into 80 columns.</summary>
internal sealed class ReplayReport(TextWriter output, ReplayHistory history, IReadOnlyList<Replayed> replays)
{
    private static readonly YearMonthPattern Month = YearMonthPattern.CreateWithInvariantCulture("uuuu-MM");

    public void Print()
    {
        Head();
        foreach (var replay in replays)
        {
            Under(replay);
        }
        if (replays.Count == 2)
        {
            new SideBySide(output, history, replays[0], replays[1]).Print();
        }
    }

    private void Head()
    {
        var first = history.Cases.Min(one => one.Lines[0].At);
        output.WriteLine(history.Map.Name);
        if (history.Map.Source is { } source)
        {
            output.WriteLine(TextLines.Wrap($"Source: {source}", "  "));
        }
        output.WriteLine(
            $"{TextLines.Count(history.Cases.Count, "case")}, {TextLines.Count(history.Cases.Sum(one => one.Lines.Count), "line")}, {Day(first)} to {Day(history.End)}"
        );
        if (history.Lacks is { } lacks)
        {
            output.WriteLine(TextLines.Wrap($"Not the whole log: {lacks}.", "  "));
        }
        output.WriteLine();
    }

    private void Under(Replayed replay)
    {
        var (guide, zone) = (replay.Guide, replay.Guide.DeskCalendar.Zone);
        var under =
            $"Under {guide.Document.Title} {guide.Document.Version} ({guide.Document.Id}): {replay.Target.Name}";
        output.WriteLine(TextLines.Wrap(under, "  "));
        output.WriteLine();
        Table("priority", guide.Priorities.Select(one => one.Id), replay, one => one.Priority ?? "none");
        Table("month", [], replay, one => Month.Format(one.Start.InZone(zone).Date.ToYearMonth()));
        Others(replay);
        Notes(replay);
    }

    // What repeats is left out: a log does not say when customers heard from the desk.
    private void Others(Replayed replay)
    {
        var once = replay.Guide.Targets.Where(target => target != replay.Target && target.Clock.Repeat == Repeat.Once);
        var rows = once.Select(target =>
                Attainment.Of(
                    target.Id,
                    [.. replay.Verdicts.Select(one => Judging.Judge(one.Folded, target))],
                    history.End
                )
            )
            .Where(row => row.Met + row.Missed > 0)
            .ToList();
        if (rows.Count > 0)
        {
            Header("other");
            rows.ForEach(Row);
            output.WriteLine();
        }
    }

    private void Table(string what, IEnumerable<string> order, Replayed replay, Func<Judged, string> name)
    {
        var ranks = order.ToList();
        var groups = replay
            .Verdicts.GroupBy(name)
            .OrderBy(group => ranks.IndexOf(group.Key))
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        Header(what);
        foreach (var group in groups)
        {
            Row(Attainment.Of(group.Key, [.. group], history.End));
        }
        Row(Attainment.Of("all", [.. replay.Verdicts], history.End));
        output.WriteLine();
    }

    private void Header(string what) =>
        output.WriteLine(
            $"{what, -11}{"cases", 7}{"met", 7}{"late", 6}{"never", 6}{"breach", 7}{"running", 8}{"unjudged", 9}{"attained", 9}{"on hold", 10}"
        );

    private void Row(Attainment row) =>
        output.WriteLine(
            $"{row.Name, -11}{N(row.Lives), 7}{N(row.Met), 7}{N(row.Late), 6}{N(row.NeverDone), 6}{N(row.Missed), 7}{N(row.Running), 8}{N(row.NotJudged), 9}{Share(row), 9}{Hours(row.OnHold), 10}"
        );

    private void Notes(Replayed replay)
    {
        var again = replay.Lives.Count(life => life.Number > 1);
        if (again > 0)
        {
            Note(
                $"{N(again)} times a closed case was worked on again; each counts as a new case with a clock of its own, since closed is closed here."
            );
        }
        foreach (
            var why in replay
                .Verdicts.Where(one => one.Why is not null)
                .GroupBy(one => one.Why)
                .OrderByDescending(group => group.Count())
        )
        {
            Note($"{N(why.Count())} are not judged: {why.Key}.");
        }
        if (replay.BeyondHolidays > 0)
        {
            var how = GivenHolidays.Regions(replay.Guide).Any()
                ? "Give the years with --holidays."
                : "Give the years as `dates` of its calendars in a copy of the guide.";
            Note(
                $"{N(replay.BeyondHolidays)} clocks are beyond holiday data: they touch years for which the guide has no holidays, and count as if there were none. {how}"
            );
        }
        Note(
            "A breach is late or never; 'never' was overdue and not done at the end of the log. Attained is met / (met + breach)."
        );
        output.WriteLine();
    }

    private void Note(string text) => output.WriteLine(TextLines.Wrap($"- {text}", "  "));

    private string Day(Instant at) => Say.ShortDay(at.InZone(history.Map.Times.Zone).Date);

    internal static string N(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Share(Attainment row) =>
        row.Share is { } share ? (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "-";

    private static string Hours(Duration length) =>
        length.TotalHours.ToString("N0", CultureInfo.InvariantCulture) + " h";
}
