using NodaTime;
using Rung.Core.Cases.Telling;
using Rung.Core.Clocks;

namespace Rung.Core.Scenarios.Running;

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
