using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Mail.Transport;
using Rung.Server.Commands;
using Rung.Server.Desk;

namespace Rung.Server.Hosting;

/// <summary>
/// The mailboxes that guides name for what is told inside: people read them. One whose mail Rung takes itself would give it back
/// what it wrote, and nobody would be told. S-04, SMC-09.
/// </summary>
internal static class AlertMailboxes
{
    /// <exception cref="StartException">Some desk of the installation takes mail at one of them, or it is fetched.</exception>
    public static void Check(IReadOnlyList<ImapAddress> fetched, DeskRegister desks)
    {
        foreach (var guide in desks.Active)
        {
            foreach (var mailbox in Of(guide))
            {
                if (TakenBy(mailbox, fetched, desks) is { } how)
                {
                    throw new StartException(
                        $"The guide of {guide.Document.Id} names {mailbox} in alerts, and {how}: what is told there would come back as mail. Name a mailbox that people read."
                    )
                    {
                        Code = ExitCode.Problems,
                    };
                }
            }
        }
    }

    private static IEnumerable<string> Of(Guide guide) =>
        guide.Roles.Select(role => role.Alerts).Prepend(guide.Desk.Alerts).OfType<string>();

    private static string? TakenBy(string mailbox, IReadOnlyList<ImapAddress> fetched, DeskRegister desks)
    {
        var plain = EmailAddress.WithoutTag(mailbox);
        return desks.Active.FirstOrDefault(guide => guide.TakesMailAt(mailbox)) is { } taking
                ? $"{taking.Document.Id} takes mail at it"
            : fetched.Any(one => plain.Equals(one.User, StringComparison.OrdinalIgnoreCase)) ? "its mail is fetched"
            : null;
    }
}
