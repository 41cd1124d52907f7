using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Guides;
using Rung.Mail.Inbound.Senders;
using Rung.Mail.Inbound.Sorting;
using Rung.Mail.Outbound;
using Rung.Storage;
using Rung.Storage.Outbox;

namespace Rung.Server.Desk.Mails;

/// <summary>
/// Whether a mail that waits to be logged is answered at once, and how (ESS-40, RFC 3834). A forged sender is told nothing,
/// an answer to a mail of ours neither; an address hears it once until the desk opens; and where no header gives a robot
/// away, the number of receipts to one domain, and in all, is limited (S28).
/// </summary>
internal sealed class Receipts(RungDatabase database)
{
    private const int MostToDomain = 5;
    private const int MostInAll = 60;
    private static readonly Duration Hour = Duration.FromHours(1);

    // What lay in a mailbox for longer was written to somebody who has long gone on (R7).
    private static readonly Duration Fresh = Duration.FromHours(24);

    /// <summary>What the guide promises to whoever wrote it, by the mail alone.</summary>
    /// <returns>Null: nothing.</returns>
    public static OutgoingMessage? Promised(ReadMail read, Instant now) =>
        read.Sender.Standing == Standing.Failed
        || read.Nature.Sort != MailSort.Person
        || now - read.Kept.ReceivedAt > Fresh
        || read.Mail.From is not { } from
        || !NamedAddress.TryParse(null, from.Key, out var to)
            ? null
            : Written(read.Arrived, to);

    /// <returns>Null: none is due.</returns>
    public async Task<OutboxMessage?> For(Arrived arrived, OutgoingMessage promised, Instant now)
    {
        if (await AnswersUs(arrived) || await IsTooMany(arrived, arrived.Mail.From!.Domain, now))
        {
            return null;
        }
        return QueuedMessages.Of(promised, now) with
        {
            Answers = arrived.Taken.Id,
            MessageId = MailIds.New(arrived.Guide, []),
        };
    }

    private static OutgoingMessage? Written(Arrived arrived, NamedAddress to)
    {
        var received = arrived.Taken.ReceivedAt;
        var mailbox = EmailAddress.WithoutTag(arrived.Taken.Mailbox);
        var effective = MailTimes.EffectiveReceipt(arrived.Guide, mailbox, received);
        return Receipt.Of(arrived.Guide, new Receipt.Arrival(mailbox, to.Address, received, effective));
    }

    private async Task<bool> AnswersUs(Arrived arrived)
    {
        foreach (var id in arrived.Mail.Answers)
        {
            if (await database.Outbox.Knows(id))
            {
                return true;
            }
        }
        return false;
    }

    // Whoever is on file as a contact is always answered: the limit is for those who are not.
    private async Task<bool> IsTooMany(Arrived arrived, string domain, Instant now)
    {
        if (await database.Customers.ByEmail(arrived.Taken.Desk, arrived.Mail.From!.Address) is { Count: > 0 })
        {
            return false;
        }
        var (toDomain, inAll) = await database.Outbox.Receipts(domain, now - Hour);
        return toDomain >= MostToDomain || inAll >= MostInAll;
    }
}
