using Rung.Core.Cases.Telling;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Desk.Mails;
using Rung.Storage;
using Rung.Storage.Answers;
using Rung.Storage.Customers;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk;

/// <summary>Records that somebody was sent elsewhere, and tells the team that takes it over: one transaction. ESS-05, ESS-12, ESS-86.</summary>
public sealed class HandingOver(RungDatabase database, DeskClock clock)
{
    /// <summary>Whoever calls is sent to another route, or to the customer's own desk.</summary>
    /// <param name="to">What is handed over to a route; null: to the customer's own desk, which nobody writes to.</param>
    /// <param name="keep">The answer that is kept under the caller's idempotency key; null: none is.</param>
    public Task<Recorded> Record(Guide guide, Referral referral, HandOver? to, KeptAnswer? keep = null) =>
        Write(guide, referral, to, new Kept(keep, null));

    /// <summary>A mail that waits is handed over; it is then left alone, as received when it was.</summary>
    internal Task<Recorded> Record(Guide guide, Referral referral, HandOver to, InboundOutcome mail) =>
        Write(guide, referral, to, new Kept(null, mail));

    private Task<Recorded> Write(Guide guide, Referral referral, HandOver? to, Kept kept)
    {
        var now = clock.Now();
        var messages = to is null ? [] : HandOverLetter.Of(guide, to, now);
        return database.Customers.Record(
            new ReferralWrite(Sent(referral, to))
            {
                Answer = kept.Answer,
                Mail = kept.Mail,
                Messages =
                [
                    .. messages.Select(message =>
                        QueuedMessages.Of(message, now) with
                        {
                            Answers = QueuedMessages.IsToCustomer(message) ? referral.MailId : null,
                            Encloses = message.Audience.Kind == AudienceKind.Route ? referral.MailId : null,
                            MessageId = QueuedMessages.IsToCustomer(message) ? MailIds.New(guide, []) : null,
                        }
                    ),
                ],
            }
        );
    }

    // Where it went and when they first asked, as the team is told.
    private static Referral Sent(Referral referral, HandOver? to) =>
        to is null ? referral : referral with { Route = to.Route.Id, ReceivedAt = to.ReceivedAt };

    private sealed record Kept(KeptAnswer? Answer, InboundOutcome? Mail);
}
