using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Server.Desk.Mails;

/// <summary>The two times of a mail that waits to be logged, both from when and where it came.</summary>
/// <param name="EffectiveAt">From when it counts as received (ESS-40).</param>
/// <param name="LogBy">When it must have been logged (ESS-41, A-05); null: the guide sets no time.</param>
internal sealed record MailTimes(Instant EffectiveAt, Instant? LogBy)
{
    public static MailTimes Of(Guide guide, string mailbox, Instant receivedAt)
    {
        var effective = EffectiveReceipt(guide, mailbox, receivedAt);
        return new(effective, LogByClock.Read(guide, receivedAt, effective, receivedAt)?.Reading.Due);
    }

    /// <summary>From when a mail counts as received there (ESS-40).</summary>
    public static Instant EffectiveReceipt(Guide guide, string mailbox, Instant receivedAt) =>
        Core.Clocks.EffectiveReceipt.Of(guide, MailRoutes.AddressOf(guide, mailbox), receivedAt);
}
