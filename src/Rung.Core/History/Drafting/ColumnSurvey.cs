namespace Rung.Core.History.Drafting;

/// <summary>
/// What stands in one column of a log, or in a date's and the time of day's beside it: how often which value, and which
/// formats of time fit it.
/// </summary>
public sealed class ColumnSurvey(params IReadOnlyList<string> names)
{
    private const int MostValues = 400;
    private const int LongestValue = 80;
    private const int MostOdd = 5;

    // A format is given up when it has failed this often and more than one time in five.
    private const int Patience = 20;

    // One value in twenty may be no time; what is odd is listed.
    private const int OneIn = 20;

    private static readonly HashSet<string> Nothing = new(
        ["null", "(null)", "<null>", "n/a", "na", "-", "--", "none", "nil", "\\n"],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly Dictionary<string, int> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly List<string> _odd = [];
    private readonly SortedSet<string> _blanks = new(StringComparer.OrdinalIgnoreCase);
    private List<Fitting>? _formats;
    private int _tried;

    /// <summary>The column, or the column of dates and that of times of day.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The first of them.</summary>
    public string Name => names[0];

    /// <summary>Cells that are not empty.</summary>
    public int Filled { get; private set; }

    /// <summary>How many different values, exactly while they are few.</summary>
    public int Distinct => _all.Count;

    /// <summary>Values without regard to capitals, and how often each occurs; empty when there are too many to be told one by one.</summary>
    public IReadOnlyDictionary<string, int> Values => _values;

    /// <summary>Formats that read the most, and nearly all, of what is not empty.</summary>
    public IReadOnlyList<TimeCandidate> Formats
    {
        get
        {
            var best = (_formats ?? []).Select(one => one.Misses).DefaultIfEmpty(int.MaxValue).Min();
            return best < _tried && (long)best * OneIn <= _tried
                ? [.. _formats!.Where(one => one.Misses == best).Select(one => one.Format)]
                : [];
        }
    }

    /// <summary>Whether some usual way of writing times reads all but one in twenty of what is not empty.</summary>
    public bool IsTime => Formats.Count > 0;

    /// <summary>Whether every time has its offset.</summary>
    public bool HasOffsets { get; private set; } = true;

    /// <summary>Values that no usual way of writing times reads, the first few; and how many there are.</summary>
    public IReadOnlyList<string> Odd => _odd;

    /// <summary>How many cells no usual way of writing times reads; in a column of words, nearly all.</summary>
    public int OddCount { get; private set; }

    /// <summary>What stands in cells that seem to say nothing, such as NULL.</summary>
    public IReadOnlyCollection<string> Blanks => _blanks;

    /// <summary>The first value that is not empty; null: all are empty.</summary>
    public string? Example { get; private set; }

    internal void Add(string cell)
    {
        var value = cell.Trim();
        if (value.Length == 0)
        {
            return;
        }
        Filled++;
        Example ??= value;
        Count(value);
        if (Nothing.Contains(value))
        {
            _blanks.Add(value);
        }
        else
        {
            Fit(value);
        }
    }

    private void Count(string value)
    {
        if (_all.Count > MostValues && _values.Count == 0)
        {
            _all.Add(value);
            return;
        }
        _all.Add(value);
        var shown = value.Length > LongestValue ? value[..LongestValue] : value;
        _values[shown] = _values.GetValueOrDefault(shown) + 1;
        if (_values.Count > MostValues)
        {
            _values.Clear();
        }
    }

    private void Fit(string value)
    {
        _formats ??= [.. TimeCandidate.All.Select(format => new Fitting(format))];
        _tried++;
        var isRead = false;
        foreach (var one in _formats)
        {
            if (one.Format.Read(value) is not { } time)
            {
                one.Misses++;
            }
            else if (!isRead)
            {
                isRead = true;
                HasOffsets &= time.Offset is not null;
            }
        }
        _formats.RemoveAll(one => one.Misses > Patience && one.Misses * 5 > _tried);
        if (!isRead)
        {
            OddCount++;
            if (_odd.Count < MostOdd && !_odd.Contains(value))
            {
                _odd.Add(value.Length > LongestValue ? value[..LongestValue] : value);
            }
        }
    }

    private sealed class Fitting(TimeCandidate format)
    {
        public TimeCandidate Format { get; } = format;
        public int Misses { get; set; }
    }
}
