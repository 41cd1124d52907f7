using NodaTime;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Sorting;
using Rung.Storage;

namespace Rung.Server.Desk.Mails;

/// <summary>Notes on a mail of ours that it came back (R20). It is known by its Message-ID, which nobody can guess.</summary>
internal sealed class Bounces(RungDatabase database)
{
    public async Task Note(ReceivedMail bounce, Instant now)
    {
        if (!IsForGood(bounce))
        {
            return;
        }
        foreach (var id in Ids(bounce))
        {
            await database.Outbox.Bounce(id, now, $"It came back: “{bounce.Subject}”");
        }
    }

    /// <summary>The address that a mail of ours was for and did not reach, as it says. Of others' mails it may say what it likes.</summary>
    /// <returns>In small letters; null: it says so of none.</returns>
    public async Task<string?> Unreached(ReceivedMail bounce)
    {
        foreach (var id in Ids(bounce))
        {
            if (await database.Outbox.RecipientOf(id) is { } recipient && Names(bounce, recipient))
            {
                return recipient.ToLowerInvariant();
            }
        }
        return null;
    }

    private static IEnumerable<string> Ids(ReceivedMail bounce) =>
        bounce
            .Enclosed.Concat(bounce.Answers)
            .Concat(PlainBounce.Is(bounce) ? PlainBounce.Enclosed(bounce) : [])
            .Distinct(StringComparer.Ordinal);

    private static bool Names(ReceivedMail bounce, string address) =>
        bounce.Undelivered.Contains(address, StringComparer.OrdinalIgnoreCase)
        || (PlainBounce.Is(bounce) && PlainBounce.Names(bounce, address));

    // A report that says of nobody that they could not be reached is one of a delay.
    private static bool IsForGood(ReceivedMail bounce) => bounce.Undelivered.Count > 0 || PlainBounce.Is(bounce);
}
