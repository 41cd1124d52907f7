using NodaTime;
using Rung.Core.Cases;

namespace Rung.Core.Retention;

/// <summary>
/// Somebody's word that something is kept whatever its time is up: neither retention nor a person's erasure touches what is under
/// it. It stops no clock; a case that waits for its customer is On-Hold, which is something else.
/// </summary>
/// <param name="Reason">Why, in a sentence; never empty.</param>
public sealed record LegalHold(string Desk, UnderHold On, string Reason, Instant At, Actor By)
{
    /// <summary>Counts up over all desks; 0: it is not kept yet.</summary>
    public long Number { get; init; }

    /// <summary>That it was lifted; null: it stands.</summary>
    public HoldLifted? Lifted { get; init; }

    /// <summary>Whether it still keeps what is under it.</summary>
    public bool Stands => Lifted is null;
}

/// <summary>A legal hold came to its end.</summary>
/// <param name="Reason">Why, in a sentence; never empty.</param>
public sealed record HoldLifted(string Reason, Instant At, Actor By);
