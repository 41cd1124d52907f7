using System.CommandLine;
using Rung.Server.Commands.Guides;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Mail;

/// <summary><c>rung mail read FILE</c>: what Rung makes of a message, without keeping it.</summary>
internal static class MailReadCommand
{
    private const string StandardInput = "-";

    private static readonly Argument<string> File = new("file")
    {
        Description = "The message as a file (.eml), or - for standard input.",
    };

    private static readonly Option<string?> ByGuide = new("--guide")
    {
        Description = "The guide of the desk it came to; the first that comes with Rung when left out.",
        HelpName = "file",
    };

    private static readonly Option<string?> AuthServId = new("--authserv-id")
    {
        Description = "The name by which your mail server signs what it found about senders (Authentication-Results).",
        HelpName = "name",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print what was read as JSON." };

    public static Command Create()
    {
        var command = new Command("read", "Say what Rung would make of a message; nothing is kept.")
        {
            File,
            ByGuide,
            AuthServId,
            Json,
        };
        command.SetAction((parsed, stop) => Run(parsed, stop));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var name = parsed.GetValue(ByGuide) ?? GuideFiles.Shipped()[0];
        if (GuideFile.Read(name).Guide is not { } guide)
        {
            await Console.Error.WriteLineAsync($"rung: {name} has errors: see them with 'rung guide check {name}'.");
            return ExitCode.Problems;
        }
        var look = MailLook.Of(await Message(parsed.GetRequiredValue(File), stop), guide, parsed.GetValue(AuthServId));
        await Console.Out.WriteAsync(parsed.GetValue(Json) ? MailJson.Write(look) : MailReport.Write(look));
        return ExitCode.Ok;
    }

    private static async Task<byte[]> Message(string file, CancellationToken stop)
    {
        await using var input = file == StandardInput ? Console.OpenStandardInput() : System.IO.File.OpenRead(file);
        return await Task.Run(() => MessageBytes.Read(input), stop).WaitAsync(stop);
    }
}
