using System.CommandLine;

namespace Rung.Server.Commands.Mail;

/// <summary><c>rung mail …</c>: mail that comes in, and whether it comes and goes.</summary>
internal static class MailCommand
{
    public static Command Create() =>
        new("mail", "Hand mail to the desk, read it as the desk would, or try whether it goes out and comes in.")
        {
            MailReadCommand.Create(),
            MailDeliverCommand.Create(),
            MailSendTestCommand.Create(),
            MailFetchOnceCommand.Create(),
        };
}
