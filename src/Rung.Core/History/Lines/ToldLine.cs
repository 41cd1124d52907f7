using Rung.Core.Cases;

namespace Rung.Core.History.Lines;

/// <summary>
/// Which line of its case a line is: what it says, and the how manieth it is that says so. This is what makes importing twice
/// change nothing, and keeps what came again within one minute.
/// </summary>
/// <param name="Said">What the log says.</param>
/// <param name="Time">From 1.</param>
public readonly record struct ToldLine(Imported Said, int Time)
{
    /// <summary>Of lines that are kept, each of them a line of its own.</summary>
    public static IEnumerable<ToldLine> Of(IEnumerable<Imported> kept)
    {
        var times = new Dictionary<Imported, int>(SameLine.Comparer);
        return kept.Select(line => new ToldLine(line, times[line] = times.GetValueOrDefault(line) + 1));
    }

    /// <inheritdoc/>
    public bool Equals(ToldLine other) => Time == other.Time && SameLine.Comparer.Equals(Said, other.Said);

    /// <inheritdoc/>
    public override int GetHashCode() => SameLine.Comparer.GetHashCode(Said);
}
