using Rung.Server.Hosting;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary>A log that is imported again, by a mapping that was corrected meanwhile: never doubled, never mixed.</summary>
public sealed class ImportAgainTests : IDisposable
{
    private const string Mapping = """
        rung-history: 1
        desk: again
        name: Again
        times: { zone: Europe/London, format: iso }
        columns: { case: ref, at: at, state: status }
        states: { New: open, Working: assigned, Done: resolved }
        otherwise: P3

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-again").FullName;
    private readonly string _log;

    public ImportAgainTests() =>
        _log = Write(
            "log.csv",
            "ref,at,status,team\n1,2012-04-02 09:00,New,A\n1,2012-04-02 10:00,Working,A\n1,2012-04-02 11:00,Done,A\n"
        );

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("zone: Europe/London", "zone: Europe/Berlin", "`zone` was `Europe/London` and is `Europe/Berlin`")]
    [InlineData("state: status }", "state: status, team: team }", "`team` was not there and is `team`")]
    public async Task A_mapping_that_would_double_the_history_is_refused_and_nothing_changes(
        string was,
        string now,
        string what
    )
    {
        await Import(Mapping);

        var (refused, _, error) = await Import(Mapping.Replace(was, now, StringComparison.Ordinal));
        var (again, output, _) = await Import(Mapping);

        Assert.Equal((1, 0), (refused, again));
        Assert.Contains(what, error, StringComparison.Ordinal);
        Assert.Contains("Write another name as `desk`, such as again-2", error, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported", error, StringComparison.Ordinal);
        // By the first mapping all of it is there, and no more than it: the kept mapping still is the first.
        Assert.Contains("Nothing new: all of it was imported before.", output, StringComparison.Ordinal);
        var (_, replay, _) = await RungProgram.Run(
            "replay",
            "--guide",
            HistoryLogs.Guide("schools-desk"),
            "--data",
            Data
        );
        Assert.Contains("1 case, 3 lines, 2 Apr 2012", replay, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_another_name_the_corrected_mapping_goes_in_beside_the_first()
    {
        await Import(Mapping);

        var (exitCode, output, error) = await Import(
            Mapping
                .Replace("London", "Berlin", StringComparison.Ordinal)
                .Replace("desk: again", "desk: again-2", StringComparison.Ordinal)
        );

        Assert.True(exitCode == 0, error);
        Assert.Contains("3 lines imported and on disk", output, StringComparison.Ordinal);
    }

    // Kept beside the old line the corrected one would give a case that was never so: done at 11:00, and at 15:00 as well.
    [Fact]
    public async Task A_case_that_the_log_tells_differently_than_before_is_left_alone_and_named()
    {
        await Import(Mapping);
        var report = Path.Combine(_folder, "rows.csv");
        var corrected = Write(
            "corrected.csv",
            "ref,at,status,team\n1,2012-04-02 09:00,New,A\n1,2012-04-02 10:30,Working,A\n1,2012-04-02 15:00,Done,A\n2,2012-04-02 09:00,New,A\n"
        );

        var (exitCode, output, error) = await Import(Mapping, corrected, "--report", report);

        Assert.Equal(1, exitCode);
        Assert.Contains("1 line imported", output, StringComparison.Ordinal);
        Assert.Contains(
            "tells of 1 case differently than when they were imported (1)",
            error,
            StringComparison.Ordinal
        );
        Assert.Contains("such as again-2", error, StringComparison.Ordinal);
        var became = (await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken))
            .Skip(1)
            .Select(row => row.Split(',')[6]);
        Assert.Equal(["already-there", "told-otherwise", "told-otherwise", "imported"], became);
    }

    [Fact]
    public async Task A_row_that_is_a_whole_case_is_not_mixed_with_what_it_was()
    {
        const string map = """
            rung-history: 1
            desk: whole
            name: Whole
            times: { zone: Europe/London, format: iso }
            columns: { case: ref }
            milestones: { open: opened, resolved: resolved }
            otherwise: P3

            """;
        await Import(map, Write("one.csv", "ref,opened,resolved\n1,2012-04-02 09:00,2012-04-02 15:00\n"));

        var (exitCode, output, error) = await Import(
            map,
            Write("two.csv", "ref,opened,resolved\n1,2012-04-02 09:00,2012-04-02 11:00\n")
        );

        Assert.Equal(1, exitCode);
        Assert.Contains("told-otherwise", output, StringComparison.Ordinal);
        Assert.Contains("such as whole-2", error, StringComparison.Ordinal);
    }

    // A piece of a log says nothing of what lies before and behind it, in whatever order the pieces come.
    [Fact]
    public async Task A_log_may_come_in_pieces()
    {
        await Import(Mapping);

        var (later, _, error) = await Import(
            Mapping,
            Write("later.csv", "ref,at,status,team\n1,2012-05-02 09:00,New,A\n")
        );
        var (earlier, _, _) = await Import(
            Mapping,
            Write("earlier.csv", "ref,at,status,team\n1,2012-03-02 09:00,New,A\n")
        );

        Assert.True((later, earlier) == (0, 0), error);
    }

    [Fact]
    public async Task A_folder_that_is_in_use_is_told_before_the_log_is_read()
    {
        await Import(Mapping);
        using var held = DataFolder.Open(Data);

        // A log that would not be read at all: that it is one is not what is told.
        var (exitCode, _, error) = await Import(Mapping, Write("broken.csv", ""));

        Assert.Equal(3, exitCode);
        Assert.Contains("Another rung is using", error, StringComparison.Ordinal);
        Assert.DoesNotContain("broken.csv", error, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> Import(
        string mapping,
        string? log = null,
        params string[] more
    ) =>
        RungProgram.Run([
            "import",
            "history",
            log ?? _log,
            "--map",
            Write("map.yaml", mapping),
            "--data",
            Data,
            .. more,
        ]);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
