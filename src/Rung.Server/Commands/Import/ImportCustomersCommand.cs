using System.CommandLine;
using Rung.Server.Api;
using Rung.Server.Commands.Asking;
using Rung.Server.Customers;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Import;

/// <summary><c>rung import customers FILE</c>: schools and other organisations, their sites and people.</summary>
internal static class ImportCustomersCommand
{
    private static readonly Argument<string> Sheet = new("file")
    {
        Description = "A CSV file with a header, as the page of the customers exports it.",
    };

    private static readonly Option<string?> Desk = new("--desk")
    {
        Description = "The desk, by the id of its guide; not needed where there is only one.",
        HelpName = "id",
    };

    private static readonly Option<bool> Preview = new("--preview")
    {
        Description = "Import nothing: say what would become of each row.",
    };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "Write a CSV file that says of every row what became of it.",
        HelpName = "file",
    };

    private static readonly Option<string> Data = DataOption.Create(
        "The folder of the installation, which must not be running.",
        "rung-data"
    );

    public static Command Create()
    {
        var command = new Command(
            "customers",
            $"""
            Put customers on file, or change those that are, with their sites and people. A row is a customer, a site or a person; cells that are empty leave what there is, and nothing is taken off the file. A row that is refused changes nothing and the others go on. While the desk runs, use its page of customers.

            Columns, of which customer or site_code is needed:
              {string.Join(' ', CustomerColumns.All)}

            For example:
              rung import customers schools.csv --desk schools-desk --preview --report rows.csv
              rung import customers schools.csv --desk schools-desk
            """
        )
        {
            Sheet,
            Desk,
            Preview,
            Report,
            Data,
        };
        command.Validators.Add(given => OutputFile.MustNotBe(given, given.GetValue(Report), [given.GetValue(Sheet)]));
        command.SetAction((parsed, _) => Start(parsed));
        return command;
    }

    private static async Task<int> Start(ParseResult parsed)
    {
        using var report = parsed.GetValue(Report) is { } file ? Open(file) : null;
        return await Run(parsed, report);
    }

    private static OutputFile Open(string file) =>
        OutputFile.Open(
            file,
            string.Join(',', ImportCsv.Header),
            "Nothing was imported: name another file with --report."
        );

    private static async Task<int> Run(ParseResult parsed, OutputFile? report)
    {
        var file = parsed.GetRequiredValue(Sheet);
        if (Read(file) is not { } sheet)
        {
            return ExitCode.Environment;
        }
        if (sheet.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync($"rung: {file} cannot be read: {problem} Nothing was imported.");
            return ExitCode.Problems;
        }
        ImportPlan? plan = null;
        var found = await StoredDesk.Open(
            Path.GetFullPath(parsed.GetRequiredValue(Data)),
            async installation =>
            {
                var (desks, desk) = (installation.Desks.Active, parsed.GetValue(Desk));
                if (DeskChoice.Fault(desk, [.. desks.Select(one => one.Document.Id)]) is { } fault)
                {
                    return FoundText.None(fault, ExitCode.Usage);
                }
                var guide = desks.First(one => desk is null || one.Document.Id == desk);
                var filing = new CustomerFiling(installation.Database, installation.Clock);
                var import = new CustomerImport(installation.Database, filing, installation.Clock);
                plan = parsed.GetValue(Preview) ? await import.Look(guide, sheet) : await import.Do(guide, sheet);
                return new FoundText("");
            },
            "import on its page of customers, or stop it for a moment"
        );
        if (plan is null)
        {
            await Console.Error.WriteLineAsync($"rung: {found.Missing}");
            return found.Code;
        }
        return await Print((sheet, plan), report, parsed.GetValue(Preview));
    }

    private static async Task<int> Print(
        (CustomerSheet Sheet, ImportPlan Plan) done,
        OutputFile? report,
        bool isPreview
    )
    {
        foreach (var note in SheetWords.Notes(done.Sheet))
        {
            await Console.Out.WriteLineAsync(note);
        }
        foreach (var row in done.Plan.Rows.Where(row => row.Fate == RowFate.Refused))
        {
            await Console.Error.WriteLineAsync($"line {row.Line}: {row.Note}");
        }
        if (report is not null)
        {
            ImportCsv.Write(report.Cleared(), done.Plan);
        }
        var counts = SheetWords.Counts(done.Plan);
        await Console.Out.WriteLineAsync(isPreview ? $"Rows: {counts}. Nothing was imported." : $"Rows: {counts}.");
        return done.Plan.Count(RowFate.Refused) > 0 ? ExitCode.Problems : ExitCode.Ok;
    }

    private static CustomerSheet? Read(string file)
    {
        try
        {
            return CustomerSheet.Of(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"rung: {e.Message}");
            return null;
        }
    }
}
