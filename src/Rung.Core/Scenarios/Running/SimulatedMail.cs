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

/// <summary>The mails of a scenario.</summary>
internal sealed class SimulatedMails
{
    private readonly List<SimulatedMail> _mails = [];

    public SimulatedMail? Find(string alias) => _mails.Find(one => one.Alias == alias);

    /// <summary>The mail of that name, or the one that the case of that name began with.</summary>
    public SimulatedMail? Of(string? alias) =>
        alias is null ? null : _mails.Find(one => one.Alias == alias || one.Case == alias);

    public void Remember() => _mails.ForEach(one => one.Remember());

    public void Receive(SimulatedDesk desk, IncomingMail mail)
    {
        var effective = EffectiveReceipt.Of(desk.Guide, mail.To, desk.Now);
        _mails.Add(new SimulatedMail(mail.Alias, desk.Now, effective, Receipts(desk, mail, effective)));
    }

    // As the desk does: none without an address to write to, and each only once.
    private IReadOnlyList<OutgoingMessage> Receipts(SimulatedDesk desk, IncomingMail mail, Instant effective)
    {
        if (mail.From is not { } from)
        {
            return [];
        }
        var arrival = new Receipt.Arrival(mail.To?.Address ?? "", from, desk.Now, effective);
        return
            Receipt.Of(desk.Guide, arrival) is { } receipt
            && !_mails.Exists(one => one.Receipts.Any(told => told.Key == receipt.Key))
            ? [receipt]
            : [];
    }
}
