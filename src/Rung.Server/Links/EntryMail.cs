using NodaTime;
using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Desk.Mails;
using Rung.Storage.Outbox;

namespace Rung.Server.Links;

/// <summary>The mail with a link by which somebody gets in, as the outbox keeps it.</summary>
internal static class EntryMail
{
    private const string Kind = "entry";
    private const string Change = "entry-changed";

    /// <summary>Whether a message is one: what a case causes has its case, and a rule of the guide may have any name.</summary>
    public static bool Is(OutboxMessage message) => message is { Kind: Kind, CaseId: null, Answers: null };

    /// <summary>A mail without a link, about how somebody gets in.</summary>
    public static OutboxMessage Of(Guide guide, string to, MessageTemplate letter, Instant now) =>
        new()
        {
            Key = $"{Change}/{Secret.Id()}",
            Kind = Change,
            To = to,
            Subject = letter.Subject,
            Text = letter.Text,
            NotBefore = now,
            QueuedAt = now,
            MessageId = MailIds.New(guide, []),
            Desk = guide.Document.Id,
        };

    /// <param name="of">What it says, without the link; and the link, see <see cref="SealedLinks"/>.</param>
    public static OutboxMessage Of(Guide guide, string to, (MessageTemplate Letter, string Seal) of, Instant now) =>
        Of(guide, to, of.Letter, now) with
        {
            Key = $"{Kind}/{Secret.Id()}",
            Kind = Kind,
            Sealed = of.Seal,
        };
}
