using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Climbing;

/// <summary>A level that is entered by itself unless the case changes first.</summary>
/// <param name="Entry">Which of the level's ways in, from 0.</param>
/// <param name="Anchor">What it is counted from; null: from nothing, a fact is enough. Each anchor counts once.</param>
/// <param name="At">When it is entered.</param>
internal sealed record Rise(Ladder Ladder, Level Level, int Entry, Instant? Anchor, Instant At)
{
    public EntryWay Way =>
        Level.Entries[Entry] switch
        {
            Guides.Entry.ByTime => EntryWay.Time,
            Guides.Entry.ByTarget => EntryWay.Target,
            _ => EntryWay.Condition,
        };

    /// <summary>What is done at the very instant of a target is in time: a level that follows from a miss comes after it.</summary>
    public bool FollowsMiss { get; init; }
}
