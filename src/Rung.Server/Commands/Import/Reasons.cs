using Rung.Core.History.Lines;

namespace Rung.Server.Commands.Import;

/// <summary>Why rows are not read: each reason once, with how often, where first, and the first values that it is about.</summary>
internal sealed class Reasons
{
    private const int MostReasons = 12;
    private const int MostValues = 3;

    private readonly Dictionary<(string Column, string Why), Reason> _reasons = [];

    public bool IsEmpty => _reasons.Count == 0;

    public void Add(LogRow.Refused row)
    {
        if (!_reasons.TryGetValue((row.Column, row.Why), out var reason))
        {
            _reasons[(row.Column, row.Why)] = reason = new Reason(row.Line);
        }
        reason.Count++;
        if (row.Value is { } value)
        {
            reason.Values.Add(value);
        }
    }

    /// <summary>The most frequent ones, and how many more there are.</summary>
    public void Print(TextWriter output)
    {
        if (IsEmpty)
        {
            return;
        }
        output.WriteLine("Not read");
        foreach (var (what, reason) in _reasons.OrderByDescending(pair => pair.Value.Count).Take(MostReasons))
        {
            var where = what.Column.Length == 0 ? "" : $"{what.Column}: ";
            output.WriteLine(
                TextLines.Wrap(
                    $"  {reason.Count, 10:N0}  {where}{what.Why}{Values(reason)} (first on line {reason.First})",
                    "              "
                )
            );
        }
        if (_reasons.Count > MostReasons)
        {
            output.WriteLine(
                $"  and {TextLines.Count(_reasons.Count - MostReasons, "more reason")}; --report FILE.csv at the import names every row"
            );
        }
    }

    private static string Values(Reason reason)
    {
        var more = reason.Values.Count - MostValues;
        return reason.Values.Count == 0
            ? ""
            : $": {string.Join(", ", reason.Values.Take(MostValues).Select(value => $"'{value}'"))}{(more > 0 ? $" and {more:N0} others" : "")}";
    }

    private sealed class Reason(long first)
    {
        public long First { get; } = first;
        public int Count { get; set; }
        public HashSet<string> Values { get; } = new(StringComparer.Ordinal);
    }
}
