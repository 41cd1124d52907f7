using System.CommandLine;
using Rung.Server.Commands.ClockExplain;
using Rung.Server.Hosting;

namespace Rung.Server.Commands;

/// <summary><c>rung clock explain REF</c>: why a case is due when it is, line by line, as the page and the API show it.</summary>
internal static class ClockExplainCommand
{
    private static readonly Argument<string> Reference = new("reference")
    {
        Description = "The case's reference, for example R-7K4-239.",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Read the data of a desk that is not running from this folder.",
        HelpName = "folder",
    };

    private static readonly Option<string> Url = new("--url")
    {
        Description = "Ask the desk that runs there.",
        HelpName = "address",
        DefaultValueFactory = _ => $"http://localhost:{RungOptions.UsualPort}",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the ledgers as JSON." };

    public static Command Create()
    {
        Data.Validators.Add(DataOption.Check);
        Url.Validators.Add(given =>
        {
            if (given.Tokens is [var text, ..] && !IsWeb(text.Value))
            {
                given.AddError($"'{text.Value}' is not an address like http://localhost:{RungOptions.UsualPort}.");
            }
        });
        var command = new Command(
            "explain",
            "Say why a case is due when it is: every stretch of time that counts, and every one that does not."
        )
        {
            Reference,
            Data,
            Url,
            Json,
        };
        command.SetAction((parsed, stop) => Run(parsed, stop));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var reference = parsed.GetRequiredValue(Reference);
        var found = parsed.GetValue(Data) is { } folder
            ? await StoredLedgers.Find(Path.GetFullPath(folder), reference)
            : await ServedLedgers.Find(new Uri(parsed.GetRequiredValue(Url)), reference, stop);
        if (found.Missing is not null)
        {
            await Console.Error.WriteLineAsync($"rung: {found.Missing}");
            return found.Code;
        }
        await Console.Out.WriteAsync(parsed.GetValue(Json) ? found.Json + "\n" : found.Text);
        return ExitCode.Ok;
    }

    private static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");
}
