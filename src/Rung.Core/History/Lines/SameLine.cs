using Rung.Core.Cases;

namespace Rung.Core.History.Lines;

/// <summary>
/// Whether two lines are the same line of a log: what the log says is, whatever a mapping makes of it. This is what makes
/// importing twice change nothing.
/// </summary>
public sealed class SameLine : IEqualityComparer<Imported>
{
    public static SameLine Comparer { get; } = new();

    public bool Equals(Imported? one, Imported? other) =>
        one is not null
        && other is not null
        && one.At == other.At
        && one.Said == other.Said
        && one.By.Name == other.By.Name
        && one.Impact == other.Impact
        && one.Team == other.Team
        && Same(one.Kept, other.Kept);

    public int GetHashCode(Imported line) => HashCode.Combine(line.At, line.Said, line.By.Name, line.Impact, line.Team);

    private static bool Same(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other) =>
        (one?.Count ?? 0) == (other?.Count ?? 0)
        && (one is null || one.All(pair => other!.TryGetValue(pair.Key, out var value) && value == pair.Value));
}
