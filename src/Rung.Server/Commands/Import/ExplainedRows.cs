using NodaTime;
using NodaTime.Text;
using Rung.Core.Guides.Reading;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;

namespace Rung.Server.Commands.Import;

/// <summary>The first rows of a log as they would be read.</summary>
internal sealed class ExplainedRows(TextWriter output, HistoryMap map)
{
    private const int FirstRows = 10;

    private static readonly OffsetDateTimePattern At = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd HH:mm:sso<Z+HH:mm>"
    );

    private readonly List<LogRow> _first = [];

    public void Add(LogRow row)
    {
        if (_first.Count < FirstRows)
        {
            _first.Add(row);
        }
    }

    public void Print()
    {
        output.WriteLine("The first rows as they would be read");
        foreach (var row in _first)
        {
            Print(row);
        }
        output.WriteLine();
    }

    private void Print(LogRow row)
    {
        if (row is LogRow.Refused refused)
        {
            output.WriteLine(TextLines.Wrap($"  line {row.Line}: not read: {refused.Sentence}", "      "));
            return;
        }
        var read = (LogRow.Read)row;
        output.WriteLine(TextLines.Wrap($"  line {row.Line}: case {row.Case}{Besides(read)}", "      "));
        foreach (var line in read.Lines)
        {
            var said = $"{Words.Of(line.Event.State)}, said '{line.Event.Said}'{Change(line.Change)}";
            output.WriteLine(TextLines.Wrap($"      {Time(line.Event.At)} {said}", "        "));
        }
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
            ClockChange.TwiceAndLater => " (this time came twice; the later)",
            ClockChange.Twice => " (this time came twice; the earlier)",
            _ => "",
        };
}
