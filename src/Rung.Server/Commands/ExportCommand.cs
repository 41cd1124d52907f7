using System.CommandLine;
using System.Text;
using Rung.Server.Commands.Asking;
using Rung.Server.Customers;

namespace Rung.Server.Commands;

/// <summary><c>rung export customers</c>: the file that <c>rung import customers</c> takes.</summary>
internal static class ExportCommand
{
    private static readonly Option<string?> Desk = DeskOptions.Desk();

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
        var customers = new Command(
            "customers",
            """
            Write all customers with their sites and people as CSV, also those that left: of a desk that runs, or with --data of one that does not. No cell is a formula, and an import of the file changes nothing.

            For example:
              rung export customers --desk schools-desk --to schools.csv
            """
        )
        {
            Desk,
            To,
            Data,
            Url,
        };
        Asker.AddTo(customers);
        customers.SetAction(Run);
        return new Command("export", "Give out what the desk has on file.") { customers };
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var found = await Find(parsed, stop);
        if (found.Missing is { } missing)
        {
            await Console.Error.WriteLineAsync($"rung: {missing}");
            return found.Code;
        }
        var bytes = Encoding.UTF8.GetBytes(found.Text);
        if (parsed.GetValue(To) is not { } file)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(bytes, stop);
            return ExitCode.Ok;
        }
        using var written = OutputFile.Open(
            file,
            string.Join(',', CustomerColumns.All),
            "Name another file with --to."
        );
        await written.Cleared().WriteAsync(bytes, stop);
        return ExitCode.Ok;
    }

    private static Task<FoundText> Find(ParseResult parsed, CancellationToken stop) =>
        parsed.GetValue(Data) is { } folder
            ? StoredDesk.OfDesk(
                Path.GetFullPath(folder),
                parsed.GetValue(Desk),
                async (installation, guide) =>
                {
                    var all = await CustomerExport.All(installation.Database, guide.Document.Id);
                    return new FoundText(Encoding.UTF8.GetString(CustomerCsv.Write(all)));
                }
            )
            : ServedCustomers.Export(
                new Served(new Uri(parsed.GetRequiredValue(Url)), Asker.Of(parsed)),
                parsed.GetValue(Desk),
                stop
            );
}
