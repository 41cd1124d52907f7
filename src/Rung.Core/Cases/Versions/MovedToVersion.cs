using Rung.Core.Clocks;
using Rung.Core.Erasures;

namespace Rung.Core.Cases.Versions;

/// <summary>
/// The case goes on under another version of its guide. What happened before is read as the version it left read it; what
/// that had counted and not ended is held against what the other allows. ESS-02, semantics 14 and 29.
/// </summary>
/// <param name="From">The version that it was under.</param>
/// <param name="To">The version that it is under from now on.</param>
public sealed record MovedToVersion([Stays] string From, [Stays] string To) : CaseEvent
{
    /// <summary>How the clocks stood; null: none had started.</summary>
    [Stays]
    public IReadOnlyList<ClockStanding>? Clocks { get; init; }

    /// <summary>Of the reasons for which the case was held or waited so far, those that stopped clocks; null: none.</summary>
    [Stays]
    public IReadOnlyList<string>? Pausing { get; init; }

    /// <summary>The version that a case with these events is under.</summary>
    /// <param name="events">The first is <see cref="CaseLogged"/>.</param>
    public static string VersionOf(IReadOnlyList<CaseEvent> events)
    {
        for (var index = events.Count - 1; index > 0; index--)
        {
            if (events[index] is MovedToVersion moved)
            {
                return moved.To;
            }
        }
        return ((CaseLogged)events[0]).GuideVersion;
    }

    /// <summary>The present round of a clock then; null: it had not started, or the version had no such target.</summary>
    internal ClockStanding? Present(string target) => Clocks?.LastOrDefault(one => one.Target == target);

    /// <summary>The rounds before that, in their order.</summary>
    internal IEnumerable<ClockStanding> Earlier(string target) =>
        Clocks?.Where(one => one.Target == target).SkipLast(1) ?? [];
}

/// <summary>Where in the life of a case it was moved.</summary>
/// <param name="Marks">How many of its marks came before.</param>
/// <param name="Hold">The reason for which it was On-Hold then; null: it was not.</param>
internal readonly record struct VersionTurn(MovedToVersion Moved, int Marks, string? Hold)
{
    /// <summary>The reason for which it waited then; null: it did not.</summary>
    [Stays]
    public string? Wait { get; init; }

    /// <summary>How its priority had come about by then; null: it had none.</summary>
    public PrioritySet? Priority { get; init; }
}
