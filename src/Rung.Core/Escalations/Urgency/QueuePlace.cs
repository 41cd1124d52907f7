using NodaTime;
using Rung.Core.Cases;

namespace Rung.Core.Escalations.Urgency;

/// <summary>Where a case stands in the queue: what its order goes by, and nothing else. ESS-27.</summary>
/// <param name="Rank">0 while the priority is missing, 1 for the most urgent; granted urgency counts instead of the priority.</param>
/// <param name="Due">Null: nothing is owed by a time.</param>
/// <param name="CountsIn">Id of the calendar that the due is counted in; null: elapsed time.</param>
public sealed record QueuePlace(CaseReference Reference, long Rank, QueueStand Stand, Instant? Due, string? CountsIn)
{
    /// <summary>When the reference was issued.</summary>
    public required Instant LoggedAt { get; init; }

    /// <summary>The order in which cases are worked: rank, running before standing, nearest due, reference issued first.</summary>
    public static int InOrder(QueuePlace one, QueuePlace other) => one.Order.CompareTo(other.Order);

    private (long, QueueStand, Instant, Instant) Order => (Rank, Stand, Due ?? Instant.MaxValue, LoggedAt);
}

/// <summary>Whether anybody works on it.</summary>
public enum QueueStand
{
    /// <summary>Neither paused, resolved nor closed.</summary>
    Running,

    /// <summary>Paused, resolved or closed.</summary>
    Standing,
}
