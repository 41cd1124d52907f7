using System.CommandLine;

namespace Rung.Server.Commands;

/// <summary><c>rung help guide check</c> says what <c>rung guide check --help</c> says.</summary>
internal static class HelpCommand
{
    public static Command Create()
    {
        var verb = new Argument<string[]>("verb") { Description = "The verb to explain; Rung itself when left out." };
        var command = new Command("help", "Explain a verb.") { verb };
        command.SetAction(parsed => CommandLine.Run([.. parsed.GetRequiredValue(verb), "--help"]));
        return command;
    }
}
