using System.CommandLine;
using Rung.Mail.Transport;
using Rung.Server.Hosting;

namespace Rung.Server.Commands;

/// <summary><c>--imap</c>: a mailbox whose mail is fetched.</summary>
internal static class ImapOption
{
    public static Option<string[]> Create()
    {
        var imap = new Option<string[]>("--imap")
        {
            Description =
                $"A mailbox whose mail is fetched; once for each. With a password better in the environment, as {ImapSetting.Name} with an address on each line, or in a file that {ImapSetting.FileName} names.",
            HelpName = "imaps://user@host/INBOX?for=address",
            DefaultValueFactory = _ => [],
        };
        imap.Validators.Add(given =>
        {
            foreach (var token in given.Tokens)
            {
                if (!ImapAddress.TryParse(token.Value, out _, out var problem))
                {
                    given.AddError($"--imap: {problem}.");
                }
            }
        });
        return imap;
    }
}
