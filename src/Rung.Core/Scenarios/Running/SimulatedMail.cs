using NodaTime;
using Rung.Core.Cases.Telling;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Core.Scenarios.Running;

/// <summary>A mail of a scenario: when it came, what was answered at once, and what became of it. ESS-40, A-05</summary>
/// <param name="effectiveAt">From when it counts as received.</param>
/// <param name="receipts">What its sender was told before anybody had read it.</param>
internal sealed class SimulatedMail(
    string alias,
    Instant receivedAt,
    Instant effectiveAt,
    IReadOnlyList<OutgoingMessage> receipts
)
{
    private Instant? _loggedAt;
    private bool _isTold;

    public string Alias { get; } = alias;
    public Instant ReceivedAt { get; } = receivedAt;
    public Instant EffectiveAt { get; } = effectiveAt;
    public IReadOnlyList<OutgoingMessage> Receipts { get; } = receipts;
    public IReadOnlyList<OutgoingMessage> FreshReceipts => _isTold ? [] : Receipts;

    /// <summary>Alias of the case that it became; null: it waits.</summary>
    public string? Case { get; private set; }

    public void BecameCase(string alias, Instant now) => (Case, _loggedAt) = (alias, now);

    public void Remember() => _isTold = true;

    /// <summary>The clock by which it is to be logged; null: the guide sets no time.</summary>
    public Ledger? LogBy(Guide guide, Instant now) =>
        _loggedAt is { } logged
            ? LogByClock.Stopped(guide, ReceivedAt, EffectiveAt, logged)
            : LogByClock.Read(guide, ReceivedAt, EffectiveAt, now);
}
