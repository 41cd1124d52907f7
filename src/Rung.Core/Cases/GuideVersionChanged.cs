using Rung.Core.Clocks;

namespace Rung.Core.Cases;

/// <summary>
/// The case goes on under another version of its guide: what runs is counted by that one from the beginning, and what was
/// stopped or missed before stands as it was. ESS-02, semantics 14 and 29.
/// </summary>
/// <param name="From">The version that it was under.</param>
/// <param name="To">The version that it is under from now on.</param>
public sealed record GuideVersionChanged(string From, string To) : CaseEvent
{
    /// <summary>How each target stood that was stopped by then; it stays so unless the clock goes on. Null: none was.</summary>
    public IReadOnlyList<Verdict>? Verdicts { get; init; }

    /// <summary>The version that a case with these events is under.</summary>
    /// <param name="events">The first is <see cref="CaseLogged"/>.</param>
    public static string VersionOf(IReadOnlyList<CaseEvent> events)
    {
        for (var index = events.Count - 1; index > 0; index--)
        {
            if (events[index] is GuideVersionChanged changed)
            {
                return changed.To;
            }
        }
        return ((CaseLogged)events[0]).GuideVersion;
    }
}
