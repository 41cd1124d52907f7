using NodaTime;

namespace Rung.Storage.Outbox;

/// <summary>Takes messages that are to leave.</summary>
/// <param name="Owner">Who claims; a name of its own for each run of a process.</param>
/// <param name="Now">The desk's clock: what may leave by then is taken.</param>
/// <param name="LeaseNow">The clock that leases go by.</param>
/// <param name="LeaseUntil">After this, on the lease clock, others may take what was not dealt with.</param>
public sealed record OutboxClaim(string Owner, Instant Now, Instant LeaseNow, Instant LeaseUntil)
{
    public int Take { get; init; } = 20;
}

/// <summary>What one attempt came to.</summary>
/// <param name="To">Queued: to be tried again at <paramref name="At"/>; else the end of it, at <paramref name="At"/>.</param>
/// <param name="Answer">In the mail server's words where it has any.</param>
public sealed record DeliveryOutcome(MessageState To, Instant At, string? Answer);

/// <summary>The mails of a case in the order of time, by their Message-IDs.</summary>
/// <param name="Theirs">Whether somebody sent it to us.</param>
public sealed record ThreadMail(string MessageId, Instant At, bool Theirs);
