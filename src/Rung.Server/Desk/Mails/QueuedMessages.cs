using NodaTime;
using Rung.Core.Cases.Telling;
using Rung.Core.Guides;
using Rung.Storage.Outbox;

namespace Rung.Server.Desk.Mails;

/// <summary>Puts what the core says is told into the rows that storage keeps.</summary>
internal static class QueuedMessages
{
    /// <returns>Without case and Message-ID. What is no mail, or has no address, is shown on the case and waits for somebody to tell it.</returns>
    public static OutboxMessage Of(OutgoingMessage message, Instant now) =>
        new()
        {
            Key = message.Key,
            Kind = message.Rule,
            To = message.To ?? "",
            Subject = message.Subject,
            Text = message.Text,
            NotBefore = message.NotBefore ?? now,
            QueuedAt = now,
            Cause = message.Cause,
            Begins = message is { Channel: Channel.Email, To: not null } ? MessageState.Queued : MessageState.ByHand,
        };

    /// <summary>Whether it is for the customer; their answer to it then belongs to the case.</summary>
    public static bool IsToCustomer(OutgoingMessage message) =>
        message.Audience.Kind is AudienceKind.Originator or AudienceKind.Participants;
}
