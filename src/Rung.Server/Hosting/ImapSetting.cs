using Rung.Core.Guides;
using Rung.Mail.Transport;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;

namespace Rung.Server.Hosting;

/// <summary>
/// The mailboxes whose mail is fetched: those on the command line, else those of the environment, one a line, else none. An
/// address may have a password in it and is never shown.
/// </summary>
internal static class ImapSetting
{
    public const string Name = "Rung__Imap";

    /// <summary>Names a file that holds the addresses, as secrets are handed to services.</summary>
    public const string FileName = Name + "_FILE";

    /// <exception cref="StartException">An address is no good, or stands there twice.</exception>
    public static IReadOnlyList<ImapAddress> Find(IReadOnlyList<string> given)
    {
        var (texts, from) = given.Count > 0 ? (given, "--imap") : (Lines(SecretSetting.Read(Name) ?? ""), Name);
        var mailboxes = new List<ImapAddress>();
        for (var number = 1; number <= texts.Count; number++)
        {
            var which = texts.Count == 1 ? from : $"{from}, address {number}";
            mailboxes.Add(
                ImapAddress.TryParse(texts[number - 1], out var mailbox, out var problem)
                    ? mailbox
                    : throw new StartException($"{which}: {problem}.")
            );
        }
        return mailboxes.GroupBy(mailbox => mailbox.Name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new StartException($"{from}: the mailbox {twice.Key} is there twice.")
            : mailboxes;
    }

    /// <summary>
    /// Each mailbox must be for an address that a version of a guide publishes, today or on another day: else its mail would land
    /// at a desk by chance.
    /// </summary>
    /// <exception cref="StartException">No guide has the address.</exception>
    public static void Check(IReadOnlyList<ImapAddress> mailboxes, DeskRegister desks)
    {
        foreach (var mailbox in mailboxes.Where(one => MailRoutes.Publisher(desks, one.For) is null))
        {
            var known = string.Join(", ", MailPlace.Of(desks.Active).Select(place => place.Address));
            throw new StartException(
                $"The mailbox {mailbox} is for {mailbox.For}, which no guide publishes: say for=ADDRESS with one of {known}."
            );
        }
    }

    private static List<string> Lines(string text) =>
        [
            .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.StartsWith('#')),
        ];
}
