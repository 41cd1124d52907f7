using NodaTime;
using Rung.Core.Cases.Telling;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Desk.Mails;
using Rung.Storage.Outbox;

namespace Rung.Server.Links;

/// <summary>
/// The mails that say, at the old address and at the new, that a contact's address on file is another: whoever reads there gets in as
/// them, so that nobody can change it unnoticed.
/// </summary>
internal static class AddressMail
{
    private const string Kind = "address";

    public static IEnumerable<OutboxMessage> Of(
        Guide guide,
        Customer customer,
        (Contact Before, Contact Now) one,
        Instant now
    )
    {
        var letter = EntryLetter.Address(guide, (one.Before.Name, customer.Name));
        return new[] { one.Before.Email, one.Now.Email }
            .OfType<string>()
            .Select(to => new OutboxMessage
            {
                Key = $"{Kind}/{Secret.Id()}",
                Kind = Kind,
                To = to,
                Subject = letter.Subject,
                Text = letter.Text,
                NotBefore = now,
                QueuedAt = now,
                MessageId = MailIds.New(guide, []),
                Desk = guide.Document.Id,
            });
    }
}
