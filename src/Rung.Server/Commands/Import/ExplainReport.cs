using System.Text;
using NodaTime;
using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Core.Guides.Reading;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;

namespace Rung.Server.Commands.Import;

/// <summary><c>--explain</c>: the first rows as they would be read, and everything that is not known.</summary>
internal sealed class ExplainReport(TextWriter output, HistoryMap map)
{
    private const int FirstRows = 10;
    private const int MostListed = 30;

    private static readonly OffsetDateTimePattern At = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd HH:mm:sso<Z+HH:mm>"
    );

    private readonly Dictionary<string, int> _states = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _impacts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (int Count, long First)> _reasons = [];
    private readonly List<LogRow> _first = [];
    private int[] _filled = [];
    private int _notes;

    /// <summary>Reads the log by a drafted mapping.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static int PrintWithoutMap(string log, string? zone)
    {
        if (DraftReport.Draft(log, zone) is not { } draft)
        {
            return ExitCode.Problems;
        }
        Console.Out.WriteLine("Without a mapping: read as the draft says that --draft prints.");
        Console.Out.WriteLine();
        var reading = HistoryMapReader.Read(Encoding.UTF8.GetBytes(draft));
        if (reading.Map is { } map)
        {
            return Print(log, map);
        }
        Console.Out.Write(draft);
        Console.Error.WriteLine(
            $"rung: only you can answer the lines with \"{TimeFormat.Ask}\": put the draft into a file, answer them, and give it with --map."
        );
        return ExitCode.Problems;
    }

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static int Print(string log, HistoryMap map) => new ExplainReport(Console.Out, map).Print(log);

    private int Print(string log)
    {
        using var rows = CsvLog.Open(log, map.File);
        var header = rows.Problem is null ? new LogHeader(rows.Header, map) : null;
        if (header is null || header.Problems.Count > 0)
        {
            foreach (var problem in header?.Problems ?? [$"{log} cannot be read: {rows.Problem}."])
            {
                Console.Error.WriteLine($"rung: {problem}");
            }
            return ExitCode.Problems;
        }
        var read = Read(rows, header);
        output.WriteLine(
            $"{log}: {read:N0} rows, cells parted by {Called(rows.Delimiter)}, {map.File.Encoding.Name()}"
        );
        output.WriteLine();
        Rows();
        Columns(header);
        Known(
            "States",
            _states,
            state => map.Rows is null || !map.Rows.States.TryGetValue(state, out var meaning) ? "" : Words.Of(meaning)
        );
        Known(
            "Impacts",
            _impacts,
            impact =>
                map.Words.Priorities?.TryGetValue(impact, out var priority) == true
                    ? priority
                    : map.Words.Otherwise ?? ""
        );
        Reasons();
        return rows.Problem is { } stopped ? Stopped(log, stopped)
            : _reasons.Count > 0 ? ExitCode.Problems
            : ExitCode.Ok;
    }

    private static int Stopped(string log, string why)
    {
        Console.Error.WriteLine($"rung: {log} cannot be read to its end: {why}.");
        return ExitCode.Problems;
    }

    private long Read(CsvLog rows, LogHeader header)
    {
        var reader = new RowReader(map, header, HistoryData.Now());
        var progress = new Progress("Looking", "rows", null);
        _filled = new int[header.Names.Count];
        var count = 0L;
        while (rows.Read())
        {
            Take(
                rows.RowProblem is { } broken
                    ? new LogRow.Refused(rows.Line, "", "", broken)
                    : reader.Read(rows.Line, rows.Cells)
            );
            Count(rows.Cells, header);
            progress.At(++count);
        }
        progress.End();
        return count;
    }

    private void Take(LogRow row)
    {
        if (_first.Count < FirstRows)
        {
            _first.Add(row);
        }
        if (row is LogRow.Refused refused)
        {
            var why = refused.Column.Length == 0 ? refused.Why : $"{refused.Column}: {refused.Why}";
            var (count, first) = _reasons.GetValueOrDefault(why, (0, refused.Line));
            _reasons[why] = (count + 1, first);
        }
        else
        {
            _notes += ((LogRow.Read)row).Lines.Count(line => line.Change != ClockChange.None);
        }
    }

    private void Count(IReadOnlyList<string> cells, LogHeader header)
    {
        for (var place = 0; place < Math.Min(cells.Count, _filled.Length); place++)
        {
            _filled[place] += string.IsNullOrWhiteSpace(cells[place]) ? 0 : 1;
        }
        if (cells.Count == header.Names.Count)
        {
            Add(_states, map.Rows?.State.Select(name => cells[PlaceOf(header, name)].Trim()));
            Add(_impacts, map.Columns.Impact is { } impact ? [cells[PlaceOf(header, impact)].Trim()] : null);
        }
    }

    private static void Add(Dictionary<string, int> counts, IEnumerable<string>? parts)
    {
        if (parts is not null)
        {
            var value = string.Join(StateRows.Between, parts);
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }
    }

    private static int PlaceOf(LogHeader header, string name) =>
        header.Names.ToList().FindIndex(one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase));

    private void Rows()
    {
        output.WriteLine("The first rows as they would be read");
        foreach (var row in _first)
        {
            switch (row)
            {
                case LogRow.Read read:
                    output.WriteLine(TextLines.Wrap($"  line {row.Line}: case {row.Case}{Besides(read)}", "      "));
                    foreach (var line in read.Lines)
                    {
                        output.WriteLine(
                            TextLines.Wrap(
                                $"      {Time(line.Event.At)}  {Words.Of(line.Event.State)}, said '{line.Event.Said}'{Change(line.Change)}",
                                "        "
                            )
                        );
                    }
                    break;
                case LogRow.Refused refused:
                    output.WriteLine(TextLines.Wrap($"  line {row.Line}: not read: {refused.Why}", "      "));
                    break;
            }
        }
        output.WriteLine();
    }

    private string Time(Instant at) => At.Format(at.InZone(map.Times.Zone).ToOffsetDateTime());

    private string Besides(LogRow.Read read)
    {
        var line = read.Lines[0].Event;
        string?[] parts =
        [
            read.Subject,
            line.Impact is { } impact ? $"impact {impact}" : null,
            line.By.Name == map.Name ? null : line.By.Name,
            line.Team,
            read.Customer,
        ];
        return string.Concat(parts.OfType<string>().Select(part => $", {part}"));
    }

    private static string Change(ClockChange change) =>
        change switch
        {
            ClockChange.Skipped => " (the clocks skipped this time)",
            ClockChange.Twice => " (this time came twice; the earlier)",
            _ => "",
        };

    private void Columns(LogHeader header)
    {
        output.WriteLine("Columns");
        for (var place = 0; place < header.Names.Count; place++)
        {
            var use = header.Unread.Contains(header.Names[place]) ? "not read" : "read";
            output.WriteLine($"  {Cut(header.Names[place], 40), -40}  {_filled[place], 10:N0} filled  {use}");
        }
        output.WriteLine();
    }

    private void Known(string title, Dictionary<string, int> counts, Func<string, string> meaning)
    {
        if (counts.Count == 0)
        {
            return;
        }
        output.WriteLine(title);
        foreach (var (value, count) in counts.OrderByDescending(pair => pair.Value).Take(MostListed))
        {
            var means = meaning(value);
            output.WriteLine(
                $"  {Cut(value, 40), -40}  {count, 10:N0} times   {(means.Length == 0 ? "NOT KNOWN" : means)}"
            );
        }
        if (counts.Count > MostListed)
        {
            output.WriteLine($"  and {counts.Count - MostListed:N0} more");
        }
        output.WriteLine();
    }

    private void Reasons()
    {
        if (_notes > 0)
        {
            output.WriteLine(
                TextLines.Wrap(
                    $"{_notes:N0} times lie where the clocks changed: one that was skipped is read as later by the gap, one that came twice as the earlier.",
                    "  "
                )
            );
            output.WriteLine();
        }
        if (_reasons.Count == 0)
        {
            output.WriteLine("Every row can be read.");
            return;
        }
        output.WriteLine("Not read");
        foreach (var (why, (count, first)) in _reasons.OrderByDescending(pair => pair.Value.Count).Take(MostListed))
        {
            output.WriteLine(TextLines.Wrap($"  {count, 10:N0}  {why} (first on line {first})", "              "));
        }
    }

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1), "…");

    private static string Called(char delimiter) =>
        delimiter switch
        {
            ',' => "commas",
            ';' => "semicolons",
            '\t' => "tabs",
            '|' => "bars",
            _ => $"'{delimiter}'",
        };
}
