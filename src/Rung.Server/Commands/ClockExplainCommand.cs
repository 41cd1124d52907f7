using System.CommandLine;
using System.Text.Json;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
using Rung.Server.Commands.Asking;
using Rung.Server.Desk;

namespace Rung.Server.Commands;

/// <summary><c>rung clock explain REF</c>: why a case is due when it is, line by line, as the page and the API show it.</summary>
internal static class ClockExplainCommand
{
    private static readonly Argument<string> Reference = new("reference")
    {
        Description = "The case's reference, for example R-7K4-239.",
    };

    private static readonly Option<string?> Data = DeskOptions.Data();
    private static readonly Option<string> Url = DeskOptions.Url();
    private static readonly Option<bool> Json = new("--json") { Description = "Print the ledgers as JSON." };
    private static readonly Option<bool> All = new("--all")
    {
        Description = "Also explain what was kept or missed before, round by round, and not only what is still owed.",
    };

    private static readonly Asker Asker = new();

    public static Command Create()
    {
        var command = new Command(
            "explain",
            "Say why a case, and all that is owed on it, is due when it is: every stretch of time that counts, and every one that does not."
        )
        {
            Reference,
            Data,
            Url,
            Json,
            All,
        };
        Asker.AddTo(command);
        command.SetAction((parsed, stop) => Run(parsed, stop));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var reference = parsed.GetRequiredValue(Reference);
        var asker = Asker.Of(parsed);
        var which = parsed.GetValue(All) ? ExplainedPromises.All : ExplainedPromises.Owed;
        var found = parsed.GetValue(Data) is { } folder
            ? await StoredDesk.OfCase(
                new Stored(Path.GetFullPath(folder), asker),
                reference,
                async (one, database) =>
                    ApiJson.Write(LedgersBody.Of(one, await database.Inbound.OfCase(one.Id), which))
            )
            : await ServedDesk.OfCase(
                new Served(new Uri(parsed.GetRequiredValue(Url)), asker),
                reference,
                $"clocks/ledger?promises={Choice.Name(which)}",
                stop
            );
        if (found.Missing is not null)
        {
            await Console.Error.WriteLineAsync($"rung: {found.Missing}");
            return found.Code;
        }
        await Console.Out.WriteAsync(parsed.GetValue(Json) ? found.Text + "\n" : Words(found.Text));
        return ExitCode.Ok;
    }

    private static string Words(string json)
    {
        using var ledgers = JsonDocument.Parse(json);
        return ledgers.RootElement.GetProperty("text").GetString()!;
    }
}
