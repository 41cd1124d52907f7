using System.CommandLine;

namespace Rung.Server.Commands.Mail;

/// <summary>
/// <c>rung mail deliver</c>: the end of a mail server's pipe. It says that a message was delivered only when the running
/// desk has it on disk; whatever else happens, the mail server keeps the message and tries again. What a mail server writes
/// is seldom read here: <see cref="PipedMail.Of"/> comes first.
/// </summary>
internal static class MailDeliverCommand
{
    private static readonly Option<string> Data = DataOption.Create(
        "The data folder of the desk that runs on this machine.",
        PipedMail.UsualFolder
    );

    private static readonly Option<string> Recipient = new("--recipient")
    {
        Description = "The address the message came to, as the mail server was told.",
        HelpName = "address",
        Required = true,
    };

    private static readonly Option<string?> Sender = new("--sender")
    {
        Description = "The sender the mail server was told; empty for a bounce. Left out: not known.",
        HelpName = "address",
    };

    public static Command Create()
    {
        var command = new Command(
            "deliver",
            "Hand the message on standard input to the running desk. Exits with 0 once it is on disk, with 75 when the mail server should try again, with 69 when the message can never be taken."
        )
        {
            Data,
            Recipient,
            Sender,
        };
        command.SetAction((parsed, stop) => Run(parsed, stop));
        return command;
    }

    /// <summary>Whether a wrong command line was meant for this verb: then the mail server must not bounce the message.</summary>
    public static bool IsMeant(ParseResult parsed) => parsed.CommandResult.Command.Name == "deliver";

    private static Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var mail = new PipedMail(
            parsed.GetRequiredValue(Data),
            parsed.GetRequiredValue(Recipient),
            parsed.GetValue(Sender)
        );
        return Task.Run(mail.Deliver, stop).WaitAsync(stop);
    }
}
