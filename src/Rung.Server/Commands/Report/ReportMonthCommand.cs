using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Rung.Core.Guides;
using Rung.Core.Reports;
using Rung.Server.Commands.Asking;
using Rung.Server.Commands.Database;
using Rung.Server.Desk;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Report;

/// <summary><c>rung report month --month 2027-03</c>: the figures of one month of a desk.</summary>
internal static class ReportMonthCommand
{
    private static readonly YearMonthPattern Pattern = YearMonthPattern.CreateWithInvariantCulture("uuuu-MM");

    private static readonly Option<string> Month = new("--month")
    {
        Description = "The month, like 2027-03, in the desk's zone.",
        HelpName = "yyyy-mm",
        Required = true,
    };

    private static readonly Option<string?> Desk = new("--desk")
    {
        Description = "The desk, by the id of its guide; not needed where there is only one.",
        HelpName = "id",
    };

    private static readonly Option<string?> Csv = new("--csv")
    {
        Description = "Write a CSV file with every figure, every breach and every missed promise.",
        HelpName = "file",
    };

    private static readonly Option<string> Data = DatabaseOptions.Data();
    private static readonly Option<string?> Address = DatabaseOptions.Address();

    public static Command Create()
    {
        Month.Validators.Add(given =>
        {
            if (
                given.Tokens is [var text, ..]
                && !(Pattern.Parse(text.Value) is { Success: true, Value.Year: >= 1900 and < 2200 })
            )
            {
                given.AddError($"'{text.Value}' is no month: write it like 2027-03, from 1900-01 to 2199-12.");
            }
        });
        var command = new Command(
            "month",
            """
            Print what a month came to: targets by priority, promises kept, late and missed, escalations by level and ground, change requests against what was expected, mails logged in time, and every breach with its reason. It counts what was known at the end of the month, so that it says the same whenever it is made again. What has not happened yet is told by this machine's clock: the cases of a demo, whose clock is its own, may lie in months to come.

            For example:
              rung report month --month 2027-03
              rung report month --desk smc --month 2027-03 --csv march.csv
            """
        )
        {
            Month,
            Desk,
            Csv,
            Data,
            Address,
        };
        command.SetAction((parsed, _) => Run(parsed));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed)
    {
        try
        {
            var month = Pattern.Parse(parsed.GetRequiredValue(Month)).Value;
            var (report, guide) = await Read(Path.GetFullPath(parsed.GetRequiredValue(Data)), month, parsed);
            new MonthTables(Console.Out, report, guide).Print();
            if (parsed.GetValue(Csv) is { } file)
            {
                MonthCsv.Write(file, report);
                await Console.Out.WriteLineAsync($"Every figure: {file}");
            }
            return ExitCode.Ok;
        }
        catch (FolderInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"rung: the desk in {parsed.GetRequiredValue(Data)} is running: stop it for a moment, or make the report of a copy: 'rung db backup COPY', then --data COPY."
            );
            return ExitCode.Environment;
        }
    }

    private static async Task<(MonthReport, Guide)> Read(string folder, YearMonth month, ParseResult parsed)
    {
        var address = DatabaseSetting.Find(parsed.GetValue(Address));
        if (address is null && !DataFolder.HasData(folder))
        {
            throw new StartException(StoredDesk.NoData(folder));
        }
        using var installation = await Installation.Open(new RungOptions(folder, 0) { Database = address });
        await using var database = installation.Database;
        var guide = Find(installation.Desks.Active, parsed.GetValue(Desk));
        var reports = new MonthReports(database, installation.Desks);
        return (await reports.Of(guide, month, installation.Clock.Now()), guide);
    }

    private static Guide Find(IReadOnlyList<Guide> desks, string? id) =>
        DeskChoice.Fault(id, [.. desks.Select(guide => guide.Document.Id)]) is { } fault
            ? throw new StartException(fault) { Code = ExitCode.Usage }
            : desks.First(guide => id is null || guide.Document.Id == id);
}
