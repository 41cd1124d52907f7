using Rung.Core.Guides;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Facts;
using Rung.Mail.Inbound.Senders;
using Rung.Mail.Inbound.Sorting;
using Rung.Mail.Inbound.Threading;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk.Mails;

/// <summary>Reads a message that was kept, with what the desk knows about it; as often as somebody wants to look.</summary>
public sealed class MailReading(RungDatabase database, DeskRegister desks, MailOptions options, ReplyAddress replies)
{
    private const int MostFollowing = 10;

    /// <summary>What the desk knows about clues and senders.</summary>
    internal MailLooks Looks { get; } = new(database, replies);

    /// <summary>As somebody may see it who looks at it.</summary>
    internal async Task<ReadMail> Read(InboundMail kept)
    {
        var handled = await ReadToHandle(kept);
        var isWaiting = kept.State == InboundState.Unlogged;
        var read = handled with
        {
            Answered = (await Looks.Waiting(kept.Desk, handled.Mail))?.Id,
            Following = isWaiting ? await database.Inbound.Following(kept, MostFollowing) : [],
        };
        return read.Decision.Named is not { } named || await Looks.MayName(named)
            ? read with
            {
                Suggestion = read.Decision,
            }
            : read;
    }

    /// <summary>As the desk handles it, with nobody looking.</summary>
    internal async Task<ReadMail> ReadToHandle(InboundMail kept)
    {
        kept = kept with { Desk = Shelf.DeskOf(kept.Desk) };
        var (parsed, bytes) = Parsed(await database.Inbound.Content(kept.Id) ?? []);
        var mail = await Looks.Unfolded(parsed);
        var guide = desks.Active.First(one => one.Document.Id == kept.Desk);
        var sender = SenderCheck.Of(mail, options.AuthServId);
        var (customer, contact) = await Looks.Sender(kept.Desk, mail.From);
        var known = new KnownSender(customer, contact);
        var facts = FactFinder.Find(guide, mail, known);
        var seems = MailSorter.Sort(mail, new OwnAddresses(MailRoutes.Addresses(guide)), kept.EnvelopeSender);
        var found = await Looks.Decide(guide, mail, kept.Mailbox, new MailJudgement(seems, sender));
        var nature = await Looks.Settled(seems, mail, found);
        var decision = nature.Sort == MailSort.Doubtful ? found.AsHint() : found;
        var urgent = HighImpact.In(mail);
        var look = new InboundLook(
            nature.Sort.ToString(),
            sender.Standing.ToString(),
            mail.From is { Name.Length: > 0 } from ? from.Name : null,
            urgent,
            facts.Count,
            facts.Count(fact => fact.IsMissing),
            mail.Attachments.Count
        );
        return new ReadMail(new Arrived(kept, mail, guide) { Look = look }, nature, sender, known)
        {
            Bytes = bytes,
            Facts = facts,
            Urgent = urgent,
            Decision = decision,
            Suggestion = new ThreadDecision.New(),
        };
    }

    // The bytes are not kept for as long as the rest takes.
    private static (ReceivedMail Mail, int Bytes) Parsed(byte[] content) => (MailReader.Read(content), content.Length);
}
