using Rung.Core.History.Mapping;

namespace Rung.Core.History.Drafting;

/// <summary>What can be seen of a log without knowing what it means: its columns, their values, their times.</summary>
public sealed class LogSurvey
{
    private readonly Dictionary<string, int> _states = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int> _statePlaces;

    // Each column with the one behind it: a date may have its time of day there.
    private readonly List<ColumnSurvey> _pairs;

    /// <summary>Begins with the header; columns are known by these names, trimmed.</summary>
    public LogSurvey(IReadOnlyList<string> names)
    {
        Columns = [.. names.Select(name => new ColumnSurvey(name.Trim()))];
        _pairs = [.. Columns.Zip(Columns.Skip(1), (date, clock) => new ColumnSurvey(date.Name, clock.Name))];
        Guess = new ColumnGuess([.. Columns.Select(column => column.Name)]);
        _statePlaces = [.. Guess.States.Select(name => Columns.ToList().FindIndex(column => column.Name == name))];
    }

    /// <summary>In the order of the header.</summary>
    public IReadOnlyList<ColumnSurvey> Columns { get; }

    /// <summary>Rows seen so far, short ones included.</summary>
    public long Rows { get; private set; }

    /// <summary>What the names of the columns suggest.</summary>
    public ColumnGuess Guess { get; }

    /// <summary>The states that the columns of states make up together, and how often each occurs.</summary>
    public IReadOnlyDictionary<string, int> States => _states;

    /// <summary>Looks at one row; cells behind the last column are left out, missing ones are empty.</summary>
    public void Add(IReadOnlyList<string> cells)
    {
        Rows++;
        for (var place = 0; place < Math.Min(cells.Count, Columns.Count); place++)
        {
            Columns[place].Add(cells[place]);
            if (place > 0 && cells[place].Length > 0)
            {
                _pairs[place - 1].Add($"{cells[place - 1].Trim()}{TimeColumns.Between}{cells[place].Trim()}");
            }
        }
        if (_statePlaces.Count > 0 && _statePlaces.TrueForAll(place => place < cells.Count))
        {
            var state = string.Join(StateRows.Between, _statePlaces.Select(place => cells[place].Trim()));
            _states[state] = _states.GetValueOrDefault(state) + 1;
        }
    }

    /// <summary>The column of exactly this name; null: there is none.</summary>
    public ColumnSurvey? Column(string? name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>
    /// Columns whose cells are times, but for a few, and dates with the time of day beside them; a case's number may look
    /// like one.
    /// </summary>
    public IReadOnlyList<ColumnSurvey> Times =>
        [
            .. Columns
                .Select((column, place) => WithClock(place) ?? column)
                .Where(column => column.IsTime && column.Name != Guess.Case && !Guess.States.Contains(column.Name)),
        ];

    private ColumnSurvey? WithClock(int place) =>
        place < _pairs.Count && Columns[place].IsTime && !Columns[place + 1].IsTime && _pairs[place].IsTime
            ? _pairs[place]
            : null;
}
