using System.CommandLine;
using Rung.Mail.Outbound;
using Rung.Server.Desk.Mails;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Mail;

/// <summary><c>rung mail send-test</c>: whether mail goes out by the mail server that is set. No case and no database is touched.</summary>
internal static class MailSendTestCommand
{
    private static readonly Argument<string> To = new("to")
    {
        Description = "The address that the test mail goes to.",
        HelpName = "address",
    };

    private static readonly Option<string> From = new("--from")
    {
        Description = "The desk's address, which the mail is from.",
        HelpName = "address",
        Required = true,
    };

    private static readonly Option<string?> Smtp = SmtpOption.Create();

    public static Command Create()
    {
        var command = new Command(
            "send-test",
            "Send one test mail by the mail server that is set, and say what the server answered. Nothing is kept."
        )
        {
            To,
            From,
            Smtp,
        };
        command.SetAction((parsed, stop) => Run(parsed, stop));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var (to, from) = (Address(parsed.GetRequiredValue(To)), Address(parsed.GetRequiredValue(From)));
        var server =
            SmtpSetting.Find(parsed.GetValue(Smtp))
            ?? throw new StartException(
                $"no mail server is set: name one with --smtp, or in the environment as {SmtpSetting.Name}."
            );
        var tested = await TestMail.Send(server, from, to, stop);
        if (!tested.HasLine)
        {
            throw new StartException(tested.Trouble!);
        }
        if (tested.Trouble is { } trouble)
        {
            await Console.Error.WriteLineAsync($"rung: {server}: {trouble}");
            return ExitCode.Problems;
        }
        await Console.Out.WriteLineAsync(tested.Words);
        return ExitCode.Ok;
    }

    private static NamedAddress Address(string text) =>
        NamedAddress.TryParse(null, text, out var address)
            ? address
            : throw new StartException($"'{Shown(text)}' is no address that mail can be sent to or from.")
            {
                Code = ExitCode.Usage,
            };

    // Typed by somebody, or by a script that was fed something: nothing in it moves a terminal's cursor.
    private static string Shown(string text) =>
        string.Concat(text.Take(100).Select(letter => char.IsControl(letter) ? '?' : letter));
}
