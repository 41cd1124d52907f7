using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Mail.Inbound.Facts;

namespace Rung.Server.Desk.Mails;

/// <summary>
/// Which mails ask to escalate: all that come to the address of a level, and those that say so where the guide lets no
/// escalation begin (S-04). What that comes to, the next level or a note, the case decides.
/// </summary>
internal static class EscalatingMail
{
    /// <summary>What a mail on a case asks for; null: nothing of the kind.</summary>
    public static AskToEscalate? Wish(CaseSnapshot found, Arrived arrived)
    {
        var ask = new AskToEscalate(arrived.Text, Channel.Email);
        var mailbox = EmailAddress.WithoutTag(arrived.Taken.Mailbox);
        string[] addresses = [mailbox, .. arrived.AlsoAt.Select(EmailAddress.WithoutTag)];
        var ladder = found
            .Guide.LaddersOf(found.State, arrived.Taken.ReceivedAt)
            .FirstOrDefault(one => one.Levels.Any(level => addresses.Any(address => IsOf(level, address))));
        return ladder is not null ? ask with { Ladder = ladder.Id }
            : MailRoutes.AddressOf(found.Guide, mailbox) is { MayEscalate: Permission.No }
            && EscalationWish.In(arrived.Mail)
                ? ask
            : null;
    }

    /// <summary>Whether a level of the guide is reached at this address.</summary>
    public static bool IsForALevel(Guide guide, string mailbox) =>
        guide.Ladders.SelectMany(ladder => ladder.Levels).Any(level => IsOf(level, EmailAddress.WithoutTag(mailbox)));

    /// <summary>Whether the case knows of it already: it was asked before the process ended.</summary>
    public static bool IsKnown(CaseSnapshot found, Arrived arrived) =>
        found.Events.Any(happened =>
            happened.RecordedAt >= arrived.Taken.ReceivedAt
            && happened switch
            {
                EscalationAsked asked => asked.Text == arrived.Text,
                Escalated entered => entered.Note == arrived.Text.Trim(),
                EscalationRepeated repeated => repeated.Note == arrived.Text.Trim(),
                _ => false,
            }
        );

    // The contact may say more than the address: "or the form at …".
    private static bool IsOf(Level level, string mailbox) =>
        level
            .Contact?.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Contains(mailbox, StringComparer.OrdinalIgnoreCase) == true;
}
