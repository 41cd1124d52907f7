using NodaTime;
using Rung.Core.Cases;
using Rung.Core.History.Mapping;

namespace Rung.Core.History.Lines;

/// <summary>Reads the rows of a log by a mapping. Total: every row is read, or refused with the reason.</summary>
/// <param name="now">When the lines are recorded.</param>
public sealed class RowReader(HistoryMap map, LogHeader header, Instant now)
{
    private const int LongestKey = 120;
    private const int LongestText = 4000;

    private readonly TimeReader _times = new(map.Times);
    private readonly int _case = header.PlaceOf(map.Columns.Case);
    private readonly int[] _at = Places(header, map.Rows?.At);
    private readonly int[] _state = [.. (map.Rows?.State ?? []).Select(header.PlaceOf)];
    private readonly int _impact = header.PlaceOf(map.Columns.Impact);
    private readonly int _subject = header.PlaceOf(map.Columns.Subject);
    private readonly int _customer = header.PlaceOf(map.Columns.Customer);
    private readonly int _person = header.PlaceOf(map.Columns.Person);
    private readonly int _team = header.PlaceOf(map.Columns.Team);
    private readonly int[][] _milestones = [.. map.Milestones.Select(milestone => Places(header, milestone.At))];
    private readonly HashSet<string> _empty = new(map.File.Empty, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Actor> _people = new(StringComparer.Ordinal);

    /// <param name="line">Line of the file on which the row begins.</param>
    /// <param name="cells">As many as the header has, unless something is wrong with the row.</param>
    public LogRow Read(long line, IReadOnlyList<string> cells)
    {
        if (cells.Count != header.Names.Count)
        {
            return Refused(
                line,
                "",
                "",
                $"the row has {cells.Count} cells and the header {header.Names.Count}: is a delimiter inside a cell that is not quoted?"
            );
        }
        var key = Cell(cells, _case) ?? "";
        if (key.Length is 0 or > LongestKey)
        {
            return Refused(
                line,
                "",
                map.Columns.Case,
                key.Length == 0 ? "there is no case" : $"the case's name is longer than {LongestKey} characters"
            );
        }
        for (var place = 0; place < cells.Count; place++)
        {
            if (cells[place].Length > LongestText)
            {
                return Refused(line, key, header.Names[place], $"the cell is longer than {LongestText:N0} characters");
            }
        }
        return map.Rows is null ? Milestones(line, key, cells) : Single(line, key, cells);
    }

    private LogRow Single(long line, string key, IReadOnlyList<string> cells)
    {
        var said =
            _state.Length == 1
                ? cells[_state[0]].Trim()
                : string.Join(StateRows.Between, _state.Select(place => cells[place].Trim()));
        if (!map.Rows!.States.TryGetValue(said, out var state))
        {
            return Refused(
                line,
                key,
                string.Join(", ", map.Rows.State),
                $"the mapping does not say what the state '{TimeReader.Short(said)}' means"
            );
        }
        return Time(cells, _at) is not { } written ? Refused(line, key, map.Rows.At.Said, "there is no time")
            : _times.Read(written, out var time) is { } why
                ? Refused(line, key, map.Rows.At.Said, why) with
                {
                    Value = TimeReader.Short(written),
                }
            : Whole(
                line,
                key,
                cells,
                [new ReadLine(Event(cells, time.At, state, said), time.Change) { Later = time.Later }]
            );
    }

    private LogRow Milestones(long line, string key, IReadOnlyList<string> cells)
    {
        var lines = new List<ReadLine>();
        Instant? began = null;
        for (var index = 0; index < _milestones.Length; index++)
        {
            var milestone = map.Milestones[index];
            if (Time(cells, _milestones[index]) is not { } cell)
            {
                continue;
            }
            if (_times.Read(cell, out var time) is { } why)
            {
                return Refused(line, key, milestone.At.Said, why) with { Value = TimeReader.Short(cell) };
            }
            began = milestone.State == ImportedState.Open ? time.At : began;
            var happened = Event(cells, time.At, milestone.State, milestone.At.Said);
            lines.Add(new ReadLine(happened, time.Change) { Later = time.Later });
        }
        if (began is { } from)
        {
            lines = lines.ConvertAll(one => one.NotBefore(from));
        }
        return began is not { } opening ? Refused(line, key, Opening, "nothing says when the case began")
            : lines.Find(one => one.Event.At < opening) is { Event: { } early }
                ? Refused(line, key, early.Said, "this lies before the case began")
            : Whole(line, key, cells, [.. lines.OrderBy(one => one.Event.At).ThenBy(one => one.Event.State)]);
    }

    private string Opening => map.Milestones.First(one => one.State == ImportedState.Open).At.Said;

    private LogRow.Read Whole(long line, string key, IReadOnlyList<string> cells, IReadOnlyList<ReadLine> lines) =>
        new(line, key, lines) { Subject = Cell(cells, _subject), Customer = Cell(cells, _customer) };

    private Imported Event(IReadOnlyList<string> cells, Instant at, ImportedState state, string said) =>
        new(state, said)
        {
            At = at,
            RecordedAt = now,
            By = Person(Cell(cells, _person) ?? map.Name),
            Impact = Cell(cells, _impact),
            Team = Cell(cells, _team),
            Kept = Kept(cells),
        };

    private Actor Person(string name)
    {
        if (!_people.TryGetValue(name, out var person))
        {
            _people[name] = person = new Actor(name.Length > LongestKey ? name[..LongestKey] : name, Actor.AgentRole);
        }
        return person;
    }

    private Dictionary<string, string>? Kept(IReadOnlyList<string> cells)
    {
        Dictionary<string, string>? kept = null;
        foreach (var column in map.Columns.Kept)
        {
            if (Cell(cells, header.PlaceOf(column)) is { } value)
            {
                (kept ??= [])[column] = value;
            }
        }
        return kept;
    }

    private static int[] Places(LogHeader header, TimeColumns? at) => [.. (at?.Names ?? []).Select(header.PlaceOf)];

    private string? Time(IReadOnlyList<string> cells, int[] places)
    {
        if (places.Length == 1)
        {
            return Cell(cells, places[0]);
        }
        var written = string.Join(TimeColumns.Between, places.Select(place => Cell(cells, place)).OfType<string>());
        return written.Length == 0 ? null : written;
    }

    private string? Cell(IReadOnlyList<string> cells, int place) =>
        place >= 0 && cells[place].Trim() is { Length: > 0 } text && !_empty.Contains(text) ? text : null;

    private static LogRow.Refused Refused(long line, string key, string column, string why) =>
        new(line, key, column, why);
}
