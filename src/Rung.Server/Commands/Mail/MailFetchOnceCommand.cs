using System.CommandLine;
using Rung.Mail.Transport;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Mail;

/// <summary>
/// <c>rung mail fetch-once</c>: whether mailboxes can be read, and what is in them. They are looked at without a trace: the running
/// desk alone takes mail, so that none is taken past it.
/// </summary>
internal static class MailFetchOnceCommand
{
    private static readonly Option<string[]> Imap = ImapOption.Create();

    public static Command Create()
    {
        var command = new Command(
            "fetch-once",
            "Look once into the mailboxes that are set, and say what is there. Nothing is taken, marked or moved."
        )
        {
            Imap,
        };
        command.SetAction((parsed, stop) => Run(parsed, stop));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var mailboxes = ImapSetting.Find(parsed.GetValue(Imap) ?? []);
        if (mailboxes.Count == 0)
        {
            throw new StartException(
                $"no mailbox is set: name one with --imap, or in the environment as {ImapSetting.Name}."
            );
        }
        var code = ExitCode.Ok;
        foreach (var mailbox in mailboxes)
        {
            code = await IsRead(mailbox, stop) ? code : ExitCode.Problems;
        }
        return code;
    }

    // One that cannot be read leaves the others to be looked at.
    private static async Task<bool> IsRead(ImapAddress mailbox, CancellationToken stop)
    {
        try
        {
            await using var line = await ImapLine.Open(mailbox, stop);
            await Console.Out.WriteAsync(MailboxReport.Write(mailbox, await MailboxLook.Of(line, stop)));
            return true;
        }
        catch (MailboxException e)
        {
            await Console.Error.WriteLineAsync($"rung: {e.Message}");
            return false;
        }
    }
}
