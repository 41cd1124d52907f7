using NodaTime;

namespace Rung.Core.Clocks;

/// <summary>What a clock does over a stretch of a case's life.</summary>
public enum BandKind
{
    /// <summary>It counts, where its calendar is open.</summary>
    Running,

    /// <summary>It stands still for a hold or a wait.</summary>
    Paused,

    /// <summary>Resolved time that a rejection made undone; not counted.</summary>
    Resolved,
}

/// <summary>A stretch of a case's life in which a clock does one thing.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; null while it goes on.</param>
/// <param name="Kind">What the clock does.</param>
/// <param name="Reason">Hold reason of a pause; null for every other kind.</param>
/// <param name="Priority">The priority in force then; told apart only where the used time is carried over a change.</param>
public readonly record struct Band(Instant From, Instant? To, BandKind Kind, string? Reason, string? Priority);
