using Rung.Mail.Inbound;
using Rung.Storage;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk.Mails;

/// <summary>Finds the same mail where it came another way: to a second address of ours, or by a second mailbox.</summary>
internal sealed class MailCopies(RungDatabase database)
{
    // There are programs that give every mail the same Message-ID: of those a few are compared.
    private const int MostCompared = 10;

    /// <summary>A mail with the copies of it that were handled before, by which it is decided what it still does.</summary>
    public async Task<(Arrived Arrived, IReadOnlyList<InboundMail> Copies)> Before(Arrived arrived)
    {
        if (arrived.Mail is not { MessageId: { } id, From: { } from })
        {
            return (arrived, []);
        }
        // Before they are looked at: whatever is handled in between takes this number.
        var number = await database.Inbound.CopyNumber(arrived.Taken, id, from.Key);
        var copies = await Of(arrived);
        return (arrived with { CopyNumber = number }, [.. copies.Where(copy => !(copy.CopyNumber > number))]);
    }

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
            if (await IsSame(arrived, other.Id))
            {
                copies.Insert(0, other);
            }
        }
        return copies;
    }

    // The same Message-ID is not enough: scanners and monitors write the same words each time.
    private async Task<bool> IsSame(Arrived arrived, long other)
    {
        var (mail, bytes) = (arrived.Mail, await database.Inbound.Content(other) ?? []);
        var there = MailReader.Read(bytes);
        return there.Subject == mail.Subject
            && there.Body.Text == mail.Body.Text
            && there.Written == mail.Written
            && there.Attachments.SequenceEqual(mail.Attachments)
            && (
                mail.Attachments.Count == 0
                || AreSame(mail, bytes, await database.Inbound.Content(arrived.Taken.Id) ?? [])
            );
    }

    private static bool AreSame(ReceivedMail mail, byte[] one, byte[] other)
    {
        var numbers = mail.Attachments.Select(file => file.Number).ToHashSet();
        var (those, these) = (MailReader.Contents(one, numbers), MailReader.Contents(other, numbers));
        return those.Count == these.Count
            && those.Zip(these).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
    }
}
