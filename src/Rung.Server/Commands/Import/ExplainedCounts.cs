using Rung.Core.Guides.Reading;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;

namespace Rung.Server.Commands.Import;

/// <summary>How often each column is filled and each state and impact occurs, and which of them the mapping knows.</summary>
internal sealed class ExplainedCounts(TextWriter output, HistoryMap map)
{
    private const int MostListed = 30;
    private const int Widest = 40;

    private readonly Dictionary<string, int> _states = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _impacts = new(StringComparer.OrdinalIgnoreCase);
    private int[] _filled = [];

    public void Add(IReadOnlyList<string> cells, LogHeader header)
    {
        if (_filled.Length == 0)
        {
            _filled = new int[header.Names.Count];
        }
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

    public void Print(LogHeader header)
    {
        Columns(header);
        Known("States", _states, StateMeans);
        Known("Impacts", _impacts, PriorityOf);
    }

    private string StateMeans(string state) =>
        map.Rows is { } rows && rows.States.TryGetValue(state, out var meaning) ? Words.Of(meaning) : "";

    private string PriorityOf(string impact) =>
        map.Words.Priorities is { } priorities && priorities.TryGetValue(impact, out var priority)
            ? priority
            : map.Words.Otherwise ?? "";

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

    private void Columns(LogHeader header)
    {
        output.WriteLine("Columns");
        for (var place = 0; place < header.Names.Count; place++)
        {
            var use = header.Unread.Contains(header.Names[place]) ? "not read" : "read";
            var filled = _filled.ElementAtOrDefault(place);
            output.WriteLine($"  {Cut(header.Names[place]), -Widest}  {filled, 10:N0} filled  {use}");
        }
        output.WriteLine();
    }

    // What is not known comes first, so that no length of list hides it.
    private void Known(string title, Dictionary<string, int> counts, Func<string, string> meaning)
    {
        if (counts.Count == 0)
        {
            return;
        }
        output.WriteLine(title);
        var ordered = counts.OrderBy(pair => meaning(pair.Key).Length > 0).ThenByDescending(pair => pair.Value);
        foreach (var (value, count) in ordered.Take(MostListed))
        {
            var means = meaning(value);
            output.WriteLine(
                $"  {Cut(value), -Widest}  {count, 10:N0} {(count == 1 ? "time " : "times")}   {(means.Length == 0 ? "NOT KNOWN" : means)}"
            );
        }
        if (counts.Count > MostListed)
        {
            output.WriteLine($"  and {counts.Count - MostListed:N0} more");
        }
        output.WriteLine();
    }

    private static string Cut(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Widest ? line : string.Concat(line.AsSpan(0, Widest - 1), "…");
    }
}
