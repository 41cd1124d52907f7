using Rung.Core.Customers;
using Rung.Storage.Answers;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;

namespace Rung.Storage.Customers;

/// <summary>A referral with all that is kept and told with it.</summary>
public sealed record ReferralWrite(Referral Referral)
{
    /// <summary>What the caller is told, kept under its idempotency key; null: nothing.</summary>
    public KeptAnswer? Answer { get; init; }

    /// <summary>What the other team and whoever asked are told; their keys become the referral's.</summary>
    public IReadOnlyList<OutboxMessage> Messages { get; init; } = [];

    /// <summary>The mail that is handed over; when something became of it before, nothing is written.</summary>
    public InboundOutcome? Mail { get; init; }
}

/// <param name="Earlier">What was answered under the same key before, and nothing was noted.</param>
public sealed record Recorded(KeptAnswer? Earlier, RecordedNow Now);

public enum RecordedNow
{
    Yes,

    /// <summary>It was recorded before, under the same idempotency key.</summary>
    Before,

    /// <summary>Something else became of the mail.</summary>
    MailSettled,
}
