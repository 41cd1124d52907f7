using System.CommandLine;
using System.Text.Json;
using Rung.Server.Api;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
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

    private static readonly Option<string?> Desk = DeskOptions.Desk();

    private static readonly Option<bool> Preview = new("--preview")
    {
        Description = "Import nothing: say what would become of each row.",
    };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "Write a CSV file that says of every row what became of it.",
        HelpName = "file",
    };

    private static readonly Option<string?> Data = DeskOptions.Data();
    private static readonly Option<string> Url = DeskOptions.Url();
    private static readonly Asker Asker = new();

    public static Command Create()
    {
        var command = new Command(
            "customers",
            $"""
            Put customers on file, or change those that are, with their sites and people: at a desk that runs, or with --data in the folder of one that does not. A row is a customer, a site or a person; cells that are empty leave what there is, and nothing is taken off the file. A row that is refused changes nothing and the others go on.

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
            Url,
        };
        Asker.AddTo(command);
        command.Validators.Add(given => OutputFile.MustNotBe(given, given.GetValue(Report), [given.GetValue(Sheet)]));
        command.SetAction(Start);
        return command;
    }

    private static async Task<int> Start(ParseResult parsed, CancellationToken stop)
    {
        using var report = parsed.GetValue(Report) is { } file ? Open(file) : null;
        return await Run(parsed, report, stop);
    }

    private static OutputFile Open(string file) =>
        OutputFile.Open(
            file,
            string.Join(',', ImportCsv.Header),
            "Nothing was imported: name another file with --report."
        );

    private static async Task<int> Run(ParseResult parsed, OutputFile? report, CancellationToken stop)
    {
        var file = parsed.GetRequiredValue(Sheet);
        if (Read(file) is not { } content)
        {
            return ExitCode.Environment;
        }
        var sheet = CustomerSheet.Of(content);
        if (sheet.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync($"rung: {file} cannot be read: {problem} Nothing was imported.");
            return ExitCode.Problems;
        }
        var found = await Find(parsed, (content, sheet), stop);
        if (found.Missing is { } missing)
        {
            await Console.Error.WriteLineAsync($"rung: {missing}");
            return found.Code;
        }
        var done = JsonSerializer.Deserialize<ImportBody>(found.Text, ApiJson.Options)!;
        return await Print(done, report, parsed.GetValue(Preview));
    }

    private static async Task<FoundText> Find(
        ParseResult parsed,
        (byte[] Content, CustomerSheet Sheet) file,
        CancellationToken stop
    )
    {
        if (parsed.GetValue(Data) is { } folder)
        {
            return await Stored(parsed, Path.GetFullPath(folder), file.Sheet);
        }
        await Console.Error.WriteLineAsync(
            $"{file.Sheet.Rows.Count:N0} rows go to the desk; of many it has to look at each."
        );
        var request = new ImportRequest(Convert.ToBase64String(file.Content)) { Preview = parsed.GetValue(Preview) };
        var at = new Served(new Uri(parsed.GetRequiredValue(Url)), Asker.Of(parsed));
        return await ServedCustomers.Import(at, parsed.GetValue(Desk), request, stop);
    }

    private static Task<FoundText> Stored(ParseResult parsed, string folder, CustomerSheet sheet) =>
        StoredDesk.OfDesk(
            folder,
            parsed.GetValue(Desk),
            async (installation, guide) =>
            {
                var filing = new CustomerFiling(installation.Database, installation.Clock);
                var import = new CustomerImport(installation.Database, filing, installation.Clock);
                var plan = parsed.GetValue(Preview) ? await import.Look(guide, sheet) : await import.Do(guide, sheet);
                return new FoundText(JsonSerializer.Serialize(ImportBody.Of(sheet, plan), ApiJson.Options));
            }
        );

    private static async Task<int> Print(ImportBody done, OutputFile? report, bool isPreview)
    {
        foreach (var note in done.Notes)
        {
            await Console.Out.WriteLineAsync(note);
        }
        foreach (var row in done.Rows.Where(row => row.Became == RowFate.Refused))
        {
            await Console.Error.WriteLineAsync($"line {row.Line}: {row.Note}");
        }
        if (report is not null)
        {
            ImportCsv.Write(report.Cleared(), done.Rows);
        }
        var counts = SheetWords.Counts([.. done.Rows.Select(row => row.Became)]);
        await Console.Out.WriteLineAsync(isPreview ? $"Rows: {counts}. Nothing was imported." : $"Rows: {counts}.");
        return done.Rows.Any(row => row.Became == RowFate.Refused) ? ExitCode.Problems : ExitCode.Ok;
    }

    private static byte[]? Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"rung: {e.Message}");
            return null;
        }
    }
}
