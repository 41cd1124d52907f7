using System.CommandLine;
using System.Text;
using Rung.Core.Evidence;
using Rung.Server.Api.Json;
using Rung.Server.Commands.Asking;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Server.Pages.Evidence;

namespace Rung.Server.Commands;

/// <summary><c>rung evidence REF</c>: the evidence pack of a case, the file that the page and the API give.</summary>
internal static class EvidenceCommand
{
    private static readonly Argument<string> Reference = new("reference")
    {
        Description = "The case's reference, for example R-7K4-239.",
    };

    private static readonly Option<bool> Internal = new("--internal")
    {
        Description = "The desk's own edition, with notes; otherwise the one for the customer.",
    };

    private static readonly Option<string?> To = new("--to")
    {
        Description = "Write it to this file; otherwise to standard output.",
        HelpName = "file",
    };

    private static readonly Option<string?> Data = DeskOptions.Data();
    private static readonly Option<string> Url = DeskOptions.Url();
    private static readonly Asker Asker = new();

    public static Command Create()
    {
        var command = new Command(
            "evidence",
            """
            Write the evidence pack of a case: what happened, the clocks with their ledgers, every escalation, what was promised and what became of it, and the paragraphs of the guide, as one HTML file that loads nothing and prints well.

            For example:
              rung evidence R-7K4-239 --to pack.html
            """
        )
        {
            Reference,
            Internal,
            To,
            Data,
            Url,
        };
        Asker.AddTo(command);
        command.Validators.Add(given =>
        {
            if (given.GetValue(Internal) && Asker.IsOfCustomer(given))
            {
                given.AddError("--internal stays inside the desk: leave it out for --role contact.");
            }
        });
        command.SetAction((parsed, stop) => Run(parsed, stop));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var found = await Find(parsed, stop);
        if (found.Missing is not null)
        {
            await Console.Error.WriteLineAsync($"rung: {found.Missing}");
            return found.Code;
        }
        if (parsed.GetValue(To) is { } file)
        {
            return await Write(file, found.Text, stop);
        }
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(Encoding.UTF8.GetBytes(found.Text), stop);
        return ExitCode.Ok;
    }

    private static async Task<int> Write(string file, string pack, CancellationToken stop)
    {
        using var output = OutputFile.Open(file, "<!DOCTYPE html>", "Name another file with --to.");
        await output.Cleared().WriteAsync(Encoding.UTF8.GetBytes(pack), stop);
        return ExitCode.Ok;
    }

    private static Task<FoundText> Find(ParseResult parsed, CancellationToken stop)
    {
        var (reference, asker) = (parsed.GetRequiredValue(Reference), Asker.Of(parsed));
        var edition = parsed.GetValue(Internal) ? EvidenceEdition.Internal : EvidenceEdition.Customer;
        return parsed.GetValue(Data) is { } folder
            ? StoredDesk.OfCase(
                new Stored(Path.GetFullPath(folder), asker),
                reference,
                async (one, database) => await EvidenceFile.Write(await new EvidenceDesk(database).Of(one, edition))
            )
            : ServedDesk.OfCase(
                new Served(new Uri(parsed.GetRequiredValue(Url)), asker),
                reference,
                $"evidence?edition={Choice.Name(edition)}",
                stop
            );
    }
}
