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
        List<Guide> guides = [.. desks.Active.SelectMany(active => FromNowOn(active, desks))];
        foreach (var (guide, mailbox) in guides.SelectMany(guide => Of(guide).Select(mailbox => (guide, mailbox))))
        {
            if (TakenBy(mailbox, fetched, guides) is { } how)
            {
                throw new StartException(
                    $"The guide {guide.Document.Id} {guide.Document.Version} names {mailbox} in alerts, and {how}: what is told there would come back as mail. Name a mailbox that people read."
                )
                {
                    Code = ExitCode.Problems,
                };
            }
        }
    }

    // A version takes force at midnight, with nobody there to read what is wrong with it.
    private static IEnumerable<Guide> FromNowOn(Guide active, DeskRegister desks) =>
        desks
            .VersionsOf(active.Document.Id)
            .Where(guide =>
                guide.Document.IsEnacted
                && guide.Document.EffectiveFrom >= active.Document.EffectiveFrom
                && desks.IsFound(guide)
            );

    private static IEnumerable<string> Of(Guide guide) =>
        guide.Roles.Select(role => role.Alerts).Prepend(guide.Desk.Alerts).OfType<string>();

    private static string? TakenBy(string mailbox, IReadOnlyList<ImapAddress> fetched, IReadOnlyList<Guide> guides)
    {
        var plain = EmailAddress.WithoutTag(mailbox);
        return guides.FirstOrDefault(guide => guide.TakesMailAt(mailbox)) is { } taking
                ? $"{taking.Document.Id} takes mail at it"
            : fetched.Any(one => plain.Equals(one.User, StringComparison.OrdinalIgnoreCase)) ? "its mail is fetched"
            : null;
    }
}
