using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary>Where <c>rung import history --report</c> writes, and where it does not.</summary>
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

    private Task<(int ExitCode, string Output, string Error)> Import(string log, string map, params string[] more) =>
        RungProgram.Run(["import", "history", log, "--map", HistoryLogs.Example(map), "--data", Data, .. more]);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
