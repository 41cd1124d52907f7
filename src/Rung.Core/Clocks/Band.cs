using NodaTime;

namespace Rung.Core.Clocks;

/// <summary>What a clock does over a stretch of a case's life.</summary>
internal enum BandKind
{
    Running,
    Paused,

    /// <summary>Resolved time that a rejection made undone; not counted.</summary>
    Resolved,
}

/// <param name="To">End, exclusive; null while it goes on.</param>
/// <param name="Reason">Hold reason of a pause.</param>
/// <param name="Priority">The priority in force then; told apart only where the used time is carried over a change.</param>
internal readonly record struct Band(Instant From, Instant? To, BandKind Kind, string? Reason, string? Priority);
