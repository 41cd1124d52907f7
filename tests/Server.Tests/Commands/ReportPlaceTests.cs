using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary>Where <c>--report</c> and <c>--csv</c> of what is imported write, and where they do not.</summary>
public sealed class ReportPlaceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-report").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_report_that_cannot_be_written_is_told_before_anything_is_imported()
    {
        var log = Write("log.csv", HistoryLogs.Made(2));
        var report = Path.Combine(_folder, "nosuch", "rows.csv");

        var (exitCode, _, error) = await Import(log, "volvo.yaml", "--report", report);
        var (_, after, _) = await Import(log, "volvo.yaml");

        Assert.Equal(3, exitCode);
        Assert.Contains($"the report {report} cannot be written", error, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported: name another file with --report.", error, StringComparison.Ordinal);
        Assert.Contains("16 lines imported and on disk", after, StringComparison.Ordinal);
    }

    // What somebody brought may be the only export there is.
    [Theory]
    [InlineData("log.csv")]
    [InlineData("map.yaml")]
    [InlineData("link-to-log.csv")]
    [InlineData("data/../log.csv")]
    public async Task No_report_is_written_over_what_is_read(string report)
    {
        var log = Write("log.csv", HistoryLogs.Made(2));
        var map = Write("map.yaml", await File.ReadAllTextAsync(HistoryLogs.Example("volvo.yaml"), Token));
        File.CreateSymbolicLink(Path.Combine(_folder, "link-to-log.csv"), log);
        var before = (await File.ReadAllTextAsync(log, Token), await File.ReadAllTextAsync(map, Token));

        var (exitCode, _, error) = await RungProgram.Run([
            "import",
            "history",
            log,
            "--map",
            map,
            "--report",
            Path.Combine(_folder, report),
            "--data",
            Data,
        ]);

        Assert.Equal(2, exitCode);
        Assert.Contains("which is read: name another file to write.", error, StringComparison.Ordinal);
        Assert.Equal(before, (await File.ReadAllTextAsync(log, Token), await File.ReadAllTextAsync(map, Token)));
    }

    // By another folder's name, by a hard link, or by what the installation keeps: what it is decides, not what it is called.
    [Theory]
    [InlineData("data/rung.db")]
    [InlineData("link-to-data/sub/../rung.db")]
    [InlineData("above/in/it/log.csv")]
    [InlineData("hard-link-to-log.csv")]
    [InlineData("notes.txt")]
    public async Task No_report_is_written_over_anything_but_an_earlier_report(string report)
    {
        var deep = Directory.CreateDirectory(Path.Combine(_folder, "deep", "in", "it"));
        var log = Write("deep/in/it/log.csv", HistoryLogs.Made(2));
        await Import(log, "volvo.yaml");
        Directory.CreateDirectory(Path.Combine(Data, "sub"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link-to-data"), Data);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "above"), deep.Parent!.Parent!.FullName);
        using (var link = System.Diagnostics.Process.Start("ln", [log, Path.Combine(_folder, "hard-link-to-log.csv")]))
        {
            await link.WaitForExitAsync(Token);
        }
        Write("notes.txt", "line,case\n");
        var file = Path.Combine(_folder, report);
        var before = await File.ReadAllBytesAsync(file, Token);
        var more = Write("more.csv", HistoryLogs.Made(3));

        var imported = await Import(more, "volvo.yaml", "--report", file);
        var replayed = await Replay(file);

        Assert.Equal((3, 3), (imported.ExitCode, replayed.ExitCode));
        Assert.Equal(
            $"rung: {file} is there already and is no such report. Nothing was imported: name another file with --report.\n",
            imported.Error
        );
        Assert.Contains($"{file} is there already and is no such report.", replayed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Every case", replayed.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file, Token));
        // Nothing of the third case went in.
        Assert.Contains("8 lines imported", (await Import(more, "volvo.yaml")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_written_over_an_earlier_one_of_its_kind_only()
    {
        var log = Write("log.csv", HistoryLogs.Made(2));
        var (rows, cases) = (Path.Combine(_folder, "rows.csv"), Path.Combine(_folder, "cases.csv"));

        var first = await Import(log, "volvo.yaml", "--report", rows);
        var second = await Import(log, "volvo.yaml", "--report", rows);
        var third = await Replay(cases);
        var fourth = await Replay(cases);
        var other = await Replay(rows);

        Assert.Equal(
            (0, 0, 0, 0, 3),
            (first.ExitCode, second.ExitCode, third.ExitCode, fourth.ExitCode, other.ExitCode)
        );
        Assert.Contains("already-there", (await File.ReadAllLinesAsync(rows, Token))[1], StringComparison.Ordinal);
    }

    // The first log of an installation: what the report would be written to becomes its database meanwhile.
    [Fact]
    public async Task A_report_never_becomes_the_database_that_the_import_makes()
    {
        Directory.CreateDirectory(Data);
        var log = Write("log.csv", HistoryLogs.Made(2));

        var (exitCode, _, error) = await Import(log, "volvo.yaml", "--report", Path.Combine(Data, "rung.db"));
        var (_, after, _) = await Import(log, "volvo.yaml");

        Assert.Equal(3, exitCode);
        Assert.Contains("is no such report: it is left as it is", error, StringComparison.Ordinal);
        Assert.Contains("Nothing new: all of it was imported before.", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_are_not_lost_to_their_own_report()
    {
        const string customers = "customer,name\nkite,Kite School\n";
        var sheet = Write("customers.csv", customers);
        var notes = Write("notes.txt", customers);

        var same = await RungProgram.Run("import", "customers", sheet, "--preview", "--report", sheet, "--data", Data);
        var other = await RungProgram.Run("import", "customers", sheet, "--preview", "--report", notes, "--data", Data);

        Assert.Equal((2, 3), (same.ExitCode, other.ExitCode));
        Assert.Contains("which is read: name another file to write.", same.Error, StringComparison.Ordinal);
        Assert.Contains("is there already and is no such report.", other.Error, StringComparison.Ordinal);
        Assert.Equal(customers, await File.ReadAllTextAsync(sheet, Token));
        Assert.Equal(customers, await File.ReadAllTextAsync(notes, Token));
    }

    // Standard output is a pipe here, which has no length and no place to go back to.
    [Fact]
    public async Task A_report_may_go_into_a_pipe()
    {
        var log = Write("log.csv", HistoryLogs.Made(2));

        var (exitCode, output, error) = await Import(log, "volvo.yaml", "--report", "/dev/stdout");
        var (replayed, cases, _) = await Replay("/dev/stdout");

        Assert.True((exitCode, replayed) == (0, 0), error);
        Assert.Contains("line,case,at,said,read_as,means,became,note", output, StringComparison.Ordinal);
        Assert.Contains("Every row: /dev/stdout", output, StringComparison.Ordinal);
        Assert.Contains("case,life,guide,target,priority,start,due,stopped,outcome", cases, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> Replay(string csv) =>
        RungProgram.Run("replay", "--guide", HistoryLogs.Guide("schools-desk"), "--csv", csv, "--data", Data);

    private Task<(int ExitCode, string Output, string Error)> Import(string log, string map, params string[] more) =>
        RungProgram.Run(["import", "history", log, "--map", HistoryLogs.Example(map), "--data", Data, .. more]);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
