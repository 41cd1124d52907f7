using Rung.Core.Guides;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Facts;
using Rung.Mail.Inbound.Senders;
using Rung.Mail.Inbound.Sorting;
using Rung.Mail.Inbound.Threading;
using Rung.Server.Desk.Mails;

namespace Rung.Server.Commands.Mail;

/// <summary>A message with all that can be said of it without knowing the desk's cases and contacts.</summary>
internal sealed record MailLook(
    ReceivedMail Mail,
    MailNature Nature,
    SenderStanding Sender,
    ThreadClues Clues,
    IReadOnlyList<FoundFact> Facts,
    string? HighImpact
)
{
    public static MailLook Of(byte[] message, Guide guide, string? authServId)
    {
        var mail = MailReader.Read(message);
        return new MailLook(
            mail,
            MailSorter.Sort(mail, new OwnAddresses(MailRoutes.Addresses(guide))),
            SenderCheck.Of(mail, authServId),
            ThreadClues.Of(mail, guide.Desk.ReferencePrefix, key: null),
            FactFinder.Find(guide, mail, KnownSender.Nobody),
            Rung.Mail.Inbound.Facts.HighImpact.In(mail)
        );
    }
}
