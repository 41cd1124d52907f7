using NodaTime;

namespace Rung.Storage.Dues;

/// <summary>Something of a case that falls due: it only wakes the engine, which asks the case whether it is still owed.</summary>
/// <param name="Rule">What falls due, e.g. <c>missed:resolve</c>.</param>
/// <param name="Occurrence">Which time; with case and rule it is the due's name for ever.</param>
public sealed record DueRow(string Rule, long Occurrence, Instant At);

/// <summary>A due that this claimer, and nobody else, has until its lease ends.</summary>
public sealed record ClaimedDue(long CaseId, string Rule, long Occurrence, Instant At);

/// <summary>Takes what has fallen due.</summary>
/// <param name="Owner">Who claims; a name of its own for each run of a process.</param>
/// <param name="Now">What is due by then is taken: never earlier.</param>
/// <param name="LeaseNow">The clock that leases go by, which may be another than the desk's.</param>
/// <param name="LeaseUntil">After this, on the lease clock, others may take what has not been dealt with.</param>
public sealed record DueClaim(string Owner, Instant Now, Instant LeaseNow, Instant LeaseUntil)
{
    /// <summary>The most that is taken; at least 1.</summary>
    public int Take { get; init; } = 200;
}
