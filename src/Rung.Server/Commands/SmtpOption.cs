using System.CommandLine;
using Rung.Mail.Transport;
using Rung.Server.Hosting;

namespace Rung.Server.Commands;

/// <summary><c>--smtp</c>: the mail server that mail goes out by.</summary>
internal static class SmtpOption
{
    public static Option<string?> Create()
    {
        var smtp = new Option<string?>("--smtp")
        {
            Description =
                $"The mail server that mail goes out by; without one mail is kept and not sent. With a password better in the environment, as {SmtpSetting.Name} or in a file that {SmtpSetting.FileName} names.",
            HelpName = "smtp://user@host:587",
        };
        smtp.Validators.Add(given =>
        {
            if (given.Tokens is [var text, ..] && !SmtpAddress.TryParse(text.Value, out _, out var problem))
            {
                given.AddError($"--smtp: {problem}.");
            }
        });
        return smtp;
    }
}
