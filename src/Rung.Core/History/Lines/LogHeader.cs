using Rung.Core.Guides.Reading;
using Rung.Core.History.Mapping;

namespace Rung.Core.History.Lines;

/// <summary>The names of a log's columns, held against those that a mapping reads.</summary>
public sealed class LogHeader
{
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _twice = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<string> _used;

    /// <summary>Capitals and blanks around names make no difference.</summary>
    public LogHeader(IReadOnlyList<string> names, HistoryMap map)
    {
        Names = [.. names.Select(name => name.Trim())];
        for (var place = 0; place < Names.Count; place++)
        {
            if (!_places.TryAdd(Names[place], place))
            {
                _twice.Add(Names[place]);
            }
        }
        _used = [.. Used(map).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>As they stand in the log, trimmed.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Columns that the mapping does not name.</summary>
    public IReadOnlyList<string> Unread =>
        [.. Names.Where(name => !_used.Contains(name, StringComparer.OrdinalIgnoreCase))];

    /// <summary>Why the log cannot be read by this mapping, a sentence each; empty when it can.</summary>
    public IReadOnlyList<string> Problems =>
        [
            .. _used.Where(name => !_places.ContainsKey(name)).Select(Missing),
            .. _used.Where(_twice.Contains).Select(name => $"The header has two columns '{name}': rename one of them."),
        ];

    /// <summary>Where the column is; -1 when the mapping names none.</summary>
    internal int PlaceOf(string? name) => name is not null && _places.TryGetValue(name, out var place) ? place : -1;

    private string Missing(string name)
    {
        var nearest = Nearest.To(name, Names) is { } near ? $"Did you mean '{near}'?" : $"It has: {Listed()}.";
        return $"The log has no column '{name}'. {nearest}";
    }

    private string Listed() => string.Join(", ", Names.Take(30)) + (Names.Count > 30 ? ", …" : "");

    private static IEnumerable<string> Used(HistoryMap map)
    {
        var columns = map.Columns;
        string?[] single =
        [
            columns.Case,
            columns.Impact,
            columns.Subject,
            columns.Customer,
            columns.Person,
            columns.Team,
        ];
        return single
            .OfType<string>()
            .Concat(map.Rows?.At.Names ?? [])
            .Concat(map.Rows?.State ?? [])
            .Concat(map.Milestones.SelectMany(milestone => milestone.At.Names))
            .Concat(columns.Kept);
    }
}
