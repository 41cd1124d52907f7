using Rung.Mail.Inbound;
using Rung.Storage;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk.Mails;

/// <summary>Finds the same mail where it came another way: to a second address of ours, or by a second mailbox.</summary>
internal sealed class MailCopies(RungDatabase database)
{
    // There are programs that give every mail the same Message-ID: of those a few are compared.
    private const int MostCompared = 10;

    /// <summary>The other copies of it at its desk that were handled, in the order in which they were taken up.</summary>
    public async Task<IReadOnlyList<InboundMail>> Of(Arrived arrived)
    {
        if (arrived.Mail is not { MessageId: { } id, From: { } from })
        {
            return [];
        }
        var copies = new List<InboundMail>();
        foreach (var other in await database.Inbound.Same(arrived.Taken, id, from.Key, MostCompared))
        {
            if (await IsSame(arrived.Mail, other.Id))
            {
                copies.Insert(0, other);
            }
        }
        return copies;
    }

    // The same Message-ID is not enough.
    private async Task<bool> IsSame(ReceivedMail mail, long other)
    {
        var there = MailReader.Read(await database.Inbound.Content(other) ?? []);
        return there.Subject == mail.Subject && there.Body.Text == mail.Body.Text;
    }
}
