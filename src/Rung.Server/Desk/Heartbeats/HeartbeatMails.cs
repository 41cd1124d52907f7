using Rung.Core.Guides;
using Rung.Mail.Inbound.Threading;
using Rung.Server.Desk.Mails;
using Rung.Storage;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Desk.Heartbeats;

/// <summary>Heartbeats that come by mail, each to an address of its own; what stands in the mail does not matter. R15.</summary>
public sealed class HeartbeatMails(RungDatabase database, HeartbeatDesk desk, HeartbeatAddress addresses)
{
    /// <summary>Where it writes to; null: the desk takes no mail.</summary>
    public string? AddressOf(Guide guide, Heartbeat heartbeat) =>
        HeartbeatPlace.Of(guide) is { } address ? addresses.Of(address, heartbeat.Desk, heartbeat.Id) : null;

    /// <summary>Hears the heartbeat whose mail this is.</summary>
    /// <returns>Why the mail is left alone; null: it is no heartbeat's.</returns>
    internal async Task<string?> Hear(ReadMail read)
    {
        var (kept, mail) = (read.Kept, read.Mail);
        List<string> signed =
        [
            .. mail
                .DeliveredTo.Concat(mail.To)
                .Concat(mail.Cc)
                .Select(one => one.Address)
                .Append(kept.Mailbox)
                .Where(HeartbeatAddress.MayBe),
        ];
        if (signed.Count == 0)
        {
            return null;
        }
        var all = await database.Heartbeats.OfDesk(kept.Desk);
        var found = all.FirstOrDefault(one => signed.Exists(address => addresses.IsOf(address, one.Desk, one.Id)));
        if (found is null)
        {
            return null;
        }
        await desk.Hear(found.Desk, found.Id, kept.ReceivedAt, HeardBy.Mail);
        return $"It is a heartbeat: {found.Name} is heard of.";
    }
}
