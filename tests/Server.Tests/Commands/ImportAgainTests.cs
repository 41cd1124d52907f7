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

    // New, and then work, done, work within one minute: the last row says what the second says, and is a line of its own.
    [Fact]
    public async Task What_came_again_within_one_minute_goes_in_once_and_is_there_the_next_time()
    {
        const string rows =
            "ref,at,status,team\n1,2012-04-02 09:00,New,A\n1,2012-04-02 10:00,Working,A\n1,2012-04-02 10:00,Done,A\n";
        const string again = "1,2012-04-02 10:00,Working,A\n";
        await Import(Mapping, Write("first.csv", rows));

        var (grown, added, error) = await Import(Mapping, Write("grown.csv", rows + again));
        var (same, nothing, _) = await Import(Mapping, Write("same.csv", rows + again));
        var (more, third, _) = await Import(
            Mapping,
            Write("more.csv", rows + again + "1,2012-04-02 10:00,Done,A\n" + again)
        );

        Assert.True((grown, same, more) == (0, 0, 0), error);
        Assert.Contains("1 line imported", added, StringComparison.Ordinal);
        Assert.Contains("Nothing new: all of it was imported before.", nothing, StringComparison.Ordinal);
        Assert.Contains("2 lines imported", third, StringComparison.Ordinal);
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

    // June of one log is whole; that the row of April is missing is no less true after it.
    [Fact]
    public async Task What_one_piece_lacks_is_not_forgotten_with_the_next()
    {
        const string april =
            "ref,at,status,team\n1,2012-04-02 09:00,New,A\n1,2012-04-02 10:00,Lost,A\n1,2012-04-02 11:00,Done,A\n";
        const string june = "ref,at,status,team\n2,2012-06-02 09:00,New,A\n";
        var piece = Write("april.csv", april);
        await Import(Mapping, piece, "--leave-out-unread");
        var (again, second, _) = await Import(Mapping, piece, "--leave-out-unread");
        await Import(Mapping, Write("june.csv", june));
        await Import(Mapping, Write("april-in-part.csv", april.Split("1,2012-04-02 10:00")[0]));

        Assert.Equal(1, again);
        Assert.Contains("Nothing new, but 1 line of it was not added.", second, StringComparison.Ordinal);
        Assert.Contains("april.csv (SHA-256 ", await Lacks(), StringComparison.Ordinal);

        // The same file by a mapping that knows the state, and then nothing is missing any more.
        await Import(Mapping.Replace("Done: resolved", "Done: resolved, Lost: noted", StringComparison.Ordinal), piece);

        Assert.Equal("", await Lacks());
    }

    [Fact]
    public async Task What_was_told_otherwise_is_missing_until_a_log_tells_all_of_it()
    {
        const string head = "ref,at,status,team\n1,2012-04-02 09:00,New,A\n";
        await Import(Mapping);
        var corrected = Write("corrected.csv", head + "1,2012-04-02 10:30,Working,A\n1,2012-04-02 11:00,Done,A\n");

        var (exitCode, output, _) = await Import(Mapping, corrected);

        Assert.Equal(1, exitCode);
        Assert.DoesNotContain("all of it was imported before", output, StringComparison.Ordinal);
        Assert.Contains("Nothing new, but 1 line of it was not added.", output, StringComparison.Ordinal);
        Assert.Contains(
            "not added, since the log told differently before: 1 line",
            await Lacks(),
            StringComparison.Ordinal
        );

        await Import(Mapping, Write("other.csv", "ref,at,status,team\n2,2012-06-02 09:00,New,A\n"));
        Assert.NotEqual("", await Lacks());

        await Import(
            Mapping,
            Write(
                "all.csv",
                head + "1,2012-04-02 10:00,Working,A\n1,2012-04-02 11:00,Done,A\n2,2012-06-02 09:00,New,A\n"
            )
        );
        Assert.Equal("", await Lacks());
    }

    // What a replay says above its figures, on one line.
    private async Task<string> Lacks()
    {
        var (_, output, _) = await RungProgram.Run(
            "replay",
            "--guide",
            HistoryLogs.Guide("schools-desk"),
            "--data",
            Data
        );
        return output.Split("Not the whole log: ") is [_, var lacks]
            ? lacks.Split("\n\n")[0].ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal)
            : "";
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
