using System.Text;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;

namespace Rung.Server.Commands.Import;

/// <summary><c>--explain</c>: the first rows as they would be read, and everything that is not known.</summary>
internal sealed class ExplainReport(TextWriter output, HistoryMap map)
{
    private readonly ExplainedRows _rows = new(output, map);
    private readonly ExplainedCounts _counts = new(output, map);
    private readonly Reasons _reasons = new();
    private int _notes;

    /// <summary>Reads the log by a drafted mapping, with something assumed where only a person knows.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static int PrintWithoutMap(string log, DraftAsk ask)
    {
        if (DraftReport.Draft(log, ask) is not { } draft)
        {
            return ExitCode.Problems;
        }
        Console.Out.WriteLine("Without a mapping: read as the draft says that --draft prints.");
        if (draft.Questions.Count > 0)
        {
            Console.Out.WriteLine("Only you can answer these lines of it:");
            foreach (var question in draft.Questions)
            {
                Console.Out.WriteLine(TextLines.Wrap($"  {question}", "      "));
            }
            Console.Out.WriteLine("Until then the rows below are read by a guess that may be wrong.");
        }
        Console.Out.WriteLine();
        var reading = HistoryMapReader.Read(Encoding.UTF8.GetBytes(draft.ToLookAt));
        var code = reading.Map is { } map ? Print(log, map) : ExitCode.Problems;
        if (reading.Map is null)
        {
            Console.Out.Write(draft.Text);
        }
        if (draft.Questions.Count > 0)
        {
            Console.Error.WriteLine(
                $"rung: put the draft into a file, answer the lines with \"{TimeFormat.Ask}\", and give it with --map."
            );
        }
        return draft.Questions.Count > 0 ? ExitCode.Problems : code;
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
            $"{log}: {TextLines.Count(read, "row")}, cells parted by {Called(rows.Delimiter)}, {map.File.Encoding.Name()}"
        );
        output.WriteLine();
        _rows.Print();
        _counts.Print(header);
        Notes(rows);
        if (_reasons.IsEmpty)
        {
            output.WriteLine("Every row can be read.");
        }
        _reasons.Print(output);
        return rows.Problem is { } stopped ? Stopped(log, stopped)
            : _reasons.IsEmpty ? ExitCode.Ok
            : ExitCode.Problems;
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
        var count = 0L;
        while (rows.Read())
        {
            Take(
                rows.RowProblem is { } broken
                    ? new LogRow.Refused(rows.Line, "", "", broken)
                    : reader.Read(rows.Line, rows.Cells)
            );
            _counts.Add(rows.Cells, header);
            progress.At(++count);
        }
        progress.End();
        return count;
    }

    private void Take(LogRow row)
    {
        _rows.Add(row);
        if (row is LogRow.Refused refused)
        {
            _reasons.Add(refused);
        }
        else
        {
            _notes += ((LogRow.Read)row).Lines.Count(line => line.Change != ClockChange.None);
        }
    }

    private void Notes(CsvLog rows)
    {
        if (_notes > 0)
        {
            Note(
                $"{TextLines.Count(_notes, "time")} where the clocks changed: one that was skipped is read as later by the gap, one that came twice as the earlier."
            );
        }
        if (rows.Unseen > 0)
        {
            Note(ImportWords.Unseen(rows.Unseen));
        }
    }

    private void Note(string text)
    {
        output.WriteLine(TextLines.Wrap(text, "  "));
        output.WriteLine();
    }

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
