using CsvHelper;
using NodaTime.Text;
using Rung.Core.Guides.Reading;
using Rung.Core.History;
using Rung.Core.History.Lines;
using Rung.Server.Csv;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Import;

/// <summary>A CSV file that says of every row of a log what became of it.</summary>
internal sealed class RowsReport : IDisposable
{
    private static readonly string[] Header = ["line", "case", "at", "said", "read_as", "means", "became", "note"];

    private readonly OutputFile _file;

    private RowsReport(OutputFile file) => _file = file;

    /// <exception cref="StartException">The file cannot be written, or is there and no such report.</exception>
    public static RowsReport Open(string file) =>
        new(OutputFile.Open(file, string.Join(',', Header), "Nothing was imported: name another file with --report."));

    /// <exception cref="IOException">The disk is full, or broken.</exception>
    public void Write(Casebook book)
    {
        using var csv = CsvWriter.Create(_file.Cleared(), SafeCsv.Options, leaveOpen: true);
        csv.WriteHeader(Header);
        var lines = book.Cases.SelectMany(one => one.Lines.Select(line => (one.Key, Line: line))).ToList();
        foreach (var row in Rows(lines).Concat(book.Refused.Select(Refused)).OrderBy(row => row.Line))
        {
            csv.WriteRecord(row.Cells);
        }
    }

    public void Dispose() => _file.Dispose();

    private static IEnumerable<(long Line, string[] Cells)> Rows(IEnumerable<(string Key, BookedLine Line)> lines) =>
        lines.Select(one => (one.Line.Line, Cells(one.Key, one.Line)));

    private static string[] Cells(string key, BookedLine line) =>
        [
            $"{line.Line}",
            key,
            InstantPattern.ExtendedIso.Format(line.Event.At),
            line.Event.Said,
            Words.Of(line.Event.State),
            line.Meaning is { } meaning ? ImportWords.Of(meaning).Code : "",
            ImportWords.Of(line.Fate).Code,
            ImportWords.Note(line),
        ];

    private static (long Line, string[] Cells) Refused(LogRow.Refused row)
    {
        var where = row.Column.Length == 0 ? "" : $"{row.Column}: ";
        return (row.Line, [$"{row.Line}", row.Case, "", "", "", "", ImportWords.Refused.Code, where + row.Sentence]);
    }
}
