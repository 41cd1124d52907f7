using Rung.Core.Clocks;

namespace Rung.Core.Cases.Versions;

/// <summary>What becomes of one case under another version of its guide.</summary>
/// <param name="State">The case before it.</param>
/// <param name="Hindrances">Why it cannot go on there, a sentence each; empty: it can.</param>
/// <param name="Clocks">The clocks that come out differently, in the guide's order.</param>
/// <param name="AtOnce">What happens at once because the other version wants it, such as a level that is entered.</param>
/// <param name="Change">What is to be kept; null: it cannot go on there, or it closed meanwhile.</param>
public sealed record VersionChange(
    CaseState State,
    IReadOnlyList<string> Hindrances,
    IReadOnlyList<ClockDifference> Clocks,
    IReadOnlyList<CaseEvent> AtOnce,
    Change? Change
);

/// <summary>A clock under one version and under the other.</summary>
/// <param name="Before">Null: it has none there.</param>
/// <param name="After">Null: it has none there.</param>
public sealed record ClockDifference(ClockReading? Before, ClockReading? After)
{
    /// <summary>The target, as its version has it that has it last.</summary>
    public Guides.Target Target => (After ?? Before)!.Target;

    /// <summary>Overdue under the new version, and not under the old.</summary>
    public bool MissesNow => After is { IsMissed: true } && Before is not { IsMissed: true };

    internal bool IsOne =>
        Before is null
        || After is null
        || (Before.Due, Before.State, Before.Total) != (After.Due, After.State, After.Total);
}
