using Rung.Server.Tests.Commands;
using Xunit;

namespace Rung.Server.Tests.Nodes;

/// <summary>Another desk's history on PostgreSQL comes out as it does on SQLite. Issue 3, sections 1 and 2.</summary>
public sealed class SharedHistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-shared-history-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Imported_and_replayed_on_either_database_it_reads_the_same()
    {
        await using var shared = await SharedDatabase.Fresh();
        var log = Path.Combine(_folder, "log.csv");
        await File.WriteAllTextAsync(log, HistoryLogs.Made(300), TestContext.Current.CancellationToken);
        string[] import = ["import", "history", log, "--map", HistoryLogs.Example("volvo.yaml")];
        var unneeded = Path.Combine(_folder, "unneeded");
        string[] onShared = ["--database", shared.Address.ConnectionString, "--data", unneeded];
        string[] onFile = ["--data", Path.Combine(_folder, "data")];

        var (code, output, error) = await RungProgram.Run([.. import, .. onShared]);
        var (again, second, _) = await RungProgram.Run([.. import, .. onShared]);
        var (byFile, _, _) = await RungProgram.Run([.. import, .. onFile]);

        Assert.True((code, again, byFile) == (0, 0, 0), error);
        Assert.False(Directory.Exists(unneeded), "A folder was made although the database is elsewhere.");
        Assert.Contains("2400 lines imported", Digits(output), StringComparison.Ordinal);
        Assert.Contains("Nothing new: all of it was imported before.", second, StringComparison.Ordinal);
        Assert.Equal(await Replayed(onFile, "file.csv"), await Replayed(onShared, "shared.csv"));
    }

    // Whoever comes second is told so at once; nobody meets a reference that is taken.
    [Fact]
    public async Task Of_several_that_import_the_same_log_at_once_one_always_finishes()
    {
        await using var shared = await SharedDatabase.Fresh();
        var log = Path.Combine(_folder, "log.csv");
        await File.WriteAllTextAsync(log, HistoryLogs.Made(2000), TestContext.Current.CancellationToken);
        string[] import =
        [
            "import",
            "history",
            log,
            "--map",
            HistoryLogs.Example("volvo.yaml"),
            "--database",
            shared.Address.ConnectionString,
        ];

        var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RungProgram.Run(import)));
        var (again, output, _) = await RungProgram.Run(import);

        Assert.Contains(all, one => one.ExitCode == 0);
        foreach (var (_, _, error) in all.Where(one => one.ExitCode != 0))
        {
            Assert.Equal(
                "rung: somebody else imports the same log just now: wait for that, then do it again. Nothing was imported.\n",
                error
            );
        }
        Assert.Equal(0, again);
        Assert.Contains("Nothing new: all of it was imported before.", output, StringComparison.Ordinal);
    }

    private static string Digits(string text) => text.Replace(",", "", StringComparison.Ordinal);

    private async Task<string> Replayed(string[] place, string name)
    {
        var csv = Path.Combine(_folder, name);
        var (code, output, error) = await RungProgram.Run([
            "replay",
            "--guide",
            HistoryLogs.Guide("schools-desk"),
            "--csv",
            csv,
            .. place,
        ]);
        Assert.True(code == 0, output + error);
        var text = await File.ReadAllTextAsync(csv, TestContext.Current.CancellationToken);
        Assert.True(text.Length > 1000, text);
        return text;
    }
}
