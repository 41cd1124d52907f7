using Rung.Core.History.Lines;

namespace Rung.Core.History.Drafting;

/// <summary>What stands in one column of a log: how often which value, and which formats of time fit all of it.</summary>
public sealed class ColumnSurvey(string name)
{
    private const int MostValues = 400;
    private const int LongestValue = 80;

    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private List<TimeCandidate>? _formats;

    public string Name { get; } = name;

    /// <summary>Cells that are not empty.</summary>
    public int Filled { get; private set; }

    /// <summary>How many different values, exactly while they are few.</summary>
    public int Distinct => _all.Count;

    /// <summary>Values and how often each occurs; empty when there are too many to be told one by one.</summary>
    public IReadOnlyDictionary<string, int> Values => _values;

    /// <summary>Formats that every filled cell can be read by.</summary>
    public IReadOnlyList<TimeCandidate> Formats => Filled == 0 ? [] : _formats ?? [];

    public bool IsTime => Formats.Count > 0;

    /// <summary>Whether every time has its offset.</summary>
    public bool HasOffsets { get; private set; } = true;

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
        Fit(value);
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
        _formats ??= [.. TimeCandidate.All];
        if (_formats.Count > 0)
        {
            _formats.RemoveAll(format => format.Read(value) is null);
            HasOffsets &= _formats.Count > 0 && _formats[0].Read(value)?.Offset is not null;
        }
    }
}
