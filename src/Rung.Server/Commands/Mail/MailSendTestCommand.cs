using System.CommandLine;
using NodaTime;
using Rung.Mail.Outbound;
using Rung.Mail.Transport;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Mail;

/// <summary><c>rung mail send-test</c>: whether mail goes out by the mail server that is set. No case and no database is touched.</summary>
internal static class MailSendTestCommand
{
    private const string Subject = "Test mail from Rung";

    private const string Text = """
        Somebody who sets up Rung sent this mail, to see whether mail goes out. You need not do anything.

        No case has it. An answer to it is not an answer to a case.
        """;

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
        var (line, why) = await SmtpLine.Open(server, stop);
        if (line is null)
        {
            throw new StartException($"there is no line to the mail server. {why}");
        }
        await using (line)
        {
            var mail = Write(from, to);
            return await Tell(await line.Hand(mail, stop), mail, server);
        }
    }

    private static OutgoingMail Write(NamedAddress from, NamedAddress to) =>
        new()
        {
            From = from,
            To = to,
            ReturnTo = from,
            Subject = Subject,
            Text = Text,
            MessageId = $"{Guid.NewGuid():N}@{from.Address[(from.Address.IndexOf('@') + 1)..]}",
            WrittenAt = OffsetDateTime.FromDateTimeOffset(TimeProvider.System.GetLocalNow()),
            Language = "en-GB",
        };

    private static async Task<int> Tell(Handed handed, OutgoingMail mail, SmtpAddress server)
    {
        var trouble = handed switch
        {
            Handed.Later later => $"for now it does not take this mail: {later.Why}",
            Handed.Never never => $"it refuses this mail: {never.Why}",
            Handed.Lost lost => $"the line broke, and whether it has the mail is not known: {lost.Why}",
            _ => null,
        };
        if (trouble is not null)
        {
            await Console.Error.WriteLineAsync($"rung: {server}: {trouble}");
            return ExitCode.Problems;
        }
        await Console.Out.WriteLineAsync(
            $"""
            {server} took the mail to {mail.To.Address}: {((Handed.Taken)handed).Answer}
            Its Message-ID is <{mail.MessageId}>. Look whether it arrives, and not among what is unwanted.
            """
        );
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
