using System.Globalization;
using NodaTime;
using Rung.Core.History;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;
using Rung.Core.Wording;

namespace Rung.Server.Commands.Import;

/// <summary>What came of an import, in some lines that fit into 80 columns.</summary>
internal sealed class ImportSummary(TextWriter output, HistoryMap map, Casebook book)
{
    private readonly List<BookedLine> _lines = [.. book.Cases.SelectMany(one => one.Lines)];

    public void Print()
    {
        output.WriteLine($"{map.Name} ({map.Desk})");
        if (map.Source is { } source)
        {
            Wrapped($"Source: {source}");
        }
        output.WriteLine();
        output.WriteLine(
            $"{TextLines.Count(book.Rows, "row")}, {TextLines.Count(_lines.Count, "line")} of {TextLines.Count(book.Cases.Count, "case")}{Span()}"
        );
        output.WriteLine();
        Table(
            "What the lines say",
            Enum.GetValues<LineMeaning>()
                .Select(meaning => (ImportWords.Of(meaning), _lines.Count(line => line.Meaning == meaning)))
        );
        Table(
            "What became of them",
            Enum.GetValues<LineFate>()
                .Select(fate => (ImportWords.Of(fate), _lines.Count(line => line.Fate == fate)))
                .Append((ImportWords.Refused, book.Refused.Count))
        );
        Cases();
        Notes();
        NotRead();
    }

    private string Span() =>
        _lines.Count == 0
            ? ""
            : $", {Day(_lines.Min(line => line.Event.At))} to {Day(_lines.Max(line => line.Event.At))}";

    private string Day(Instant at) => Say.ShortDay(at.InZone(map.Times.Zone).Date);

    private void Table(string title, IEnumerable<((string Code, string Says) Words, int Count)> rows)
    {
        output.WriteLine(title);
        foreach (var (words, count) in rows.Where(row => row.Count > 0))
        {
            output.WriteLine($"  {words.Code, -20}{Number(count), 10}  {words.Says}");
        }
        output.WriteLine();
    }

    private void Cases()
    {
        output.WriteLine("Cases");
        Case("went back to work after they were done", book.Cases.Count(HasGoneBack));
        Case(
            "of these after they were closed",
            book.Cases.Count(one => one.Lines.Any(line => line.Meaning == LineMeaning.BackFromClosed))
        );
        Case(
            "begin in the middle",
            book.Cases.Count(one => one.Lines.Any(line => line.Meaning == LineMeaning.BeganInTheMiddle))
        );
        Case("have no end in the log", book.Cases.Count(one => one.Last?.IsEnd() != true));
        Case(
            "ended without a resolution",
            book.Cases.Count(one => one.Last == Rung.Core.Cases.ImportedState.Cancelled)
        );
        output.WriteLine();
    }

    private void Case(string what, int count) => output.WriteLine($"  {Number(count), 10}  {what}");

    private static bool HasGoneBack(BookedCase one) =>
        one.Lines.Any(line => line.Meaning is LineMeaning.BackFromResolved or LineMeaning.BackFromClosed);

    private void Notes()
    {
        var notes = _lines.Select(ImportWords.Note).Where(note => note.Length > 0).GroupBy(note => note).ToList();
        foreach (var note in notes)
        {
            Wrapped($"Note: {TextLines.Count(note.Count(), "line")}: {note.Key}.");
        }
    }

    private void NotRead()
    {
        var reasons = new Reasons();
        foreach (var row in book.Refused)
        {
            reasons.Add(row);
        }
        reasons.Print(output);
        if (!reasons.IsEmpty)
        {
            output.WriteLine();
        }
    }

    private void Wrapped(string text, string indent = "  ") => output.WriteLine(TextLines.Wrap(text, indent));

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
