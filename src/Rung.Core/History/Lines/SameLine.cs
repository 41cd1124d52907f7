using Rung.Core.Cases;

namespace Rung.Core.History.Lines;

/// <summary>
/// Whether two lines of a log say the same: what the log says, whatever a mapping makes of it. Which line is which is
/// <see cref="ToldLine"/>.
/// </summary>
public sealed class SameLine : IEqualityComparer<Imported>
{
    /// <summary>The one there is; it keeps nothing.</summary>
    public static SameLine Comparer { get; } = new();

    /// <summary>
    /// By time, words, person, impact, team and kept columns; not by the meaning that a mapping gives. Null equals
    /// nothing.
    /// </summary>
    public bool Equals(Imported? one, Imported? other) =>
        one is not null
        && other is not null
        && one.At == other.At
        && one.Said == other.Said
        && one.By.Name == other.By.Name
        && one.Impact == other.Impact
        && one.Team == other.Team
        && Same(one.Kept, other.Kept);

    /// <summary>Without the kept columns: lines that differ in those alone share it.</summary>
    public int GetHashCode(Imported line) => HashCode.Combine(line.At, line.Said, line.By.Name, line.Impact, line.Team);

    private static bool Same(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other) =>
        (one?.Count ?? 0) == (other?.Count ?? 0)
        && (one is null || one.All(pair => other!.TryGetValue(pair.Key, out var value) && value == pair.Value));
}
