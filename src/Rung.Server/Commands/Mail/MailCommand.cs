using System.CommandLine;

namespace Rung.Server.Commands.Mail;

/// <summary><c>rung mail …</c>: mail that comes in.</summary>
internal static class MailCommand
{
    public static Command Create() =>
        new("mail", "Hand mail to the desk, or read it as the desk would.")
        {
            MailReadCommand.Create(),
            MailDeliverCommand.Create(),
        };
}
