using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary><c>rung import history</c> as a person runs it. Issue 3, section 1.</summary>
public sealed class ImportHistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-history").FullName;

    private const RegexOptions Lines = RegexOptions.Multiline;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_whole_log_goes_in_with_a_word_on_every_row_and_a_second_time_changes_nothing()
    {
        var log = HistoryLogs.Whole(_folder);
        var report = Path.Combine(_folder, "rows.csv");

        var (exitCode, output, error) = await Import(log.File, "volvo.yaml", "--report", report);
        var (again, second, _) = await Import(log.File, "volvo.yaml");

        Assert.True((exitCode, again) == (0, 0), error);
        Assert.Contains("Reading: 50,000 rows", error, StringComparison.Ordinal);
        Assert.Equal(log.Rows, Count(output, @"imported +([\d,]+)  new"));
        Assert.Equal(log.Cases, Count(output, @"lines of ([\d,]+) cases"));
        Assert.Equal(log.GoneBack, Count(output, @"([\d,]+)  went back to work after they were done"));
        Assert.Equal(log.Reopened, Count(output, @"([\d,]+)  of these after they were closed"));
        Assert.Equal(log.InTheMiddle, Count(output, @"([\d,]+)  begin in the middle"));
        Assert.Equal(log.NoEnd, Count(output, @"([\d,]+)  have no end in the log"));
        Assert.Equal(log.Rows, Count(second, @"already-there +([\d,]+)  imported before"));
        Assert.Contains("Nothing new: all of it was imported before.", second, StringComparison.Ordinal);
        var rows = await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken);
        Assert.Equal(log.Rows + 1, rows.Length);
        Assert.Equal(
            Enumerable.Range(2, log.Rows),
            rows[1..].Select(row => int.Parse(row.Split(',')[0], CultureInfo.InvariantCulture))
        );
        // line,case,at,said,read_as,means,became,note
        Assert.All(rows[1..], row => Assert.Equal("imported", row.Split(',')[6]));
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 100, line));
        await UnderEachShippedGuide(log);
    }

    // Met, late, never, running and not judged are all that a case can be; of a real desk not every one is met.
    private async Task UnderEachShippedGuide(HistoryLog log)
    {
        foreach (var guide in (string[])["schools-desk", "smc", "gulf-colocation"])
        {
            var (exitCode, output, error) = await RungProgram.Run(
                "replay",
                "--guide",
                HistoryLogs.Guide(guide),
                "--data",
                Data
            );

            Assert.True(exitCode == 0, error);
            var all = Regex.Match(output, $"^all{string.Concat(Enumerable.Repeat(@" +([\d,]+)", 7))} ", Lines);
            // cases, met, late, never, breach (late or never), running, not judged
            var counts = all.Groups.Values.Skip(1).Select(one => Number(one.Value)).ToList();
            var breaches = counts[2] + counts[3];
            Assert.Equal((log.Lives, breaches), (counts[0], counts[4]));
            Assert.Equal(log.Lives, counts[1] + breaches + counts[5] + counts[6]);
            Assert.True(counts[1] > 0, output);
        }
    }

    [Fact]
    public async Task A_line_that_stands_twice_in_the_file_is_told_as_that_each_time()
    {
        var made = HistoryLogs.Made(2);
        var log = Write("log.csv", made + made.Split('\n')[1] + "\n");

        var (_, first, _) = await Import(log, "volvo.yaml");
        var (_, again, _) = await Import(log, "volvo.yaml");

        Assert.Equal((16, 1), (Count(first, @"imported +([\d,]+)  new"), Count(first, @"twice +([\d,]+) ")));
        Assert.Equal((16, 1), (Count(again, @"already-there +([\d,]+) "), Count(again, @"twice +([\d,]+) ")));
    }

    [Fact]
    public async Task A_log_that_has_grown_adds_only_what_is_new()
    {
        var log = Write("log.csv", HistoryLogs.Made(5));
        await Import(log, "volvo.yaml");
        Write(
            "log.csv",
            HistoryLogs.Made(6) + "1-0,2012-06-01T10:00:00Z,Accepted,In Progress,Medium,PROD0,G0,R0000,se\n"
        );

        var (exitCode, output, _) = await Import(log, "volvo.yaml");

        Assert.Equal(0, exitCode);
        Assert.Equal(40, Count(output, @"already-there +([\d,]+) "));
        Assert.Contains("9 lines imported and on disk in ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_is_killed_is_completed_by_doing_it_again()
    {
        const int cases = 6000;
        var log = Write("log.csv", HistoryLogs.Made(cases));
        using (var process = Start(log))
        {
            var wal = Path.Combine(Data, "rung.db-wal");
            while (!process.HasExited && new FileInfo(wal) is not { Exists: true, Length: >= 500_000 })
            {
                await Task.Yield();
            }
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var partly = await Replayed();
        var (exitCode, output, error) = await Import(log, "volvo.yaml");
        var (_, after, _) = await Import(log, "volvo.yaml");

        Assert.Matches(
            @"Not the whole log: log\.csv \(SHA-256 [0-9a-f]{12}\): its import did not come\s+to its\s+end",
            partly
        );
        Assert.DoesNotContain("Not the whole log", await Replayed(), StringComparison.Ordinal);
        Assert.True(exitCode == 0, error);
        Assert.Equal(cases * 8, Count(output, @"already-there +([\d,]+) ") + Count(output, @"imported +([\d,]+)  new"));
        Assert.Equal(cases * 8, Count(after, @"already-there +([\d,]+) "));
    }

    [Fact]
    public async Task A_log_of_another_shape_goes_in_by_its_mapping_alone()
    {
        var report = Path.Combine(_folder, "rows.csv");

        var (exitCode, output, _) = await Import(
            HistoryLogs.Example("helpdesk.csv"),
            "helpdesk.yaml",
            "--report",
            report
        );

        Assert.Equal(0, exitCode);
        Assert.Contains("6 rows, 22 lines of 6 cases, 5 Mar 2026 to 26 Oct 2026", output, StringComparison.Ordinal);
        var rows = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        // Berlin: the clocks went from 02:00 to 03:00 on 29 March, and from 03:00 to 02:00 on 25 October.
        Assert.Contains(
            "V-1003,2026-03-29T01:30:00Z,Eröffnet am,open,began,imported,the clocks skipped this time",
            rows,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "V-1006,2026-10-25T00:15:00Z,Eröffnet am,open,began,imported,this time came twice",
            rows,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_is_imported_while_a_row_cannot_be_read_unless_one_says_so()
    {
        var log = Write("log.csv", HistoryLogs.Made(2) + "1-9,2012-06-01T10:00:00Z,Lost,Found,Medium,P,G,R,se\n");

        var report = Path.Combine(_folder, "refused.csv");
        var (refused, output, error) = await Import(log, "volvo.yaml", "--report", report);
        var (partly, second, _) = await Import(log, "volvo.yaml", "--leave-out-unread");

        Assert.Equal((1, 1), (refused, partly));
        var text = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("the mapping does not say what the state 'Lost / Found' means", text, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported", error, StringComparison.Ordinal);
        Assert.Contains("readable 16 can be read; not imported", text, StringComparison.Ordinal);
        var rows = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(",imported,", rows, StringComparison.Ordinal);
        Assert.Contains("16 lines imported", second, StringComparison.Ordinal);
        Assert.Matches(
            @"Not the whole log: log\.csv \(SHA-256 [0-9a-f]{12}\): left out, since they\s+could\s+not\s+be\s+read: 1\s+row\.",
            await Replayed()
        );
    }

    [Fact]
    public async Task A_log_of_a_header_alone_is_refused_and_nothing_is_kept_of_it()
    {
        var log = Write("only.csv", HistoryLogs.Made(0));

        var (exitCode, output, error) = await Import(log, "volvo.yaml");
        var (_, _, replayed) = await RungProgram.Run("replay", "--guide", HistoryLogs.Guide("smc"), "--data", Data);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("only.csv has a header and no rows.", error, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported.", error, StringComparison.Ordinal);
        Assert.Contains("there is no installation's data in", replayed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_of_which_every_row_was_left_out_is_said_to_hold_no_cases()
    {
        var log = Write("log.csv", HistoryLogs.Made(0) + "1-9,2012-06-01T10:00:00Z,Lost,Found,Medium,P,G,R,se\n");

        await Import(log, "volvo.yaml", "--leave-out-unread");
        var (exitCode, _, error) = await RungProgram.Run("replay", "--guide", HistoryLogs.Guide("smc"), "--data", Data);

        Assert.Equal(1, exitCode);
        Assert.Contains("the history 'volvo-it-belgium' holds no cases (log.csv", error, StringComparison.Ordinal);
        Assert.Contains("left out, since they could not be read: 1 row", error, StringComparison.Ordinal);
        Assert.DoesNotContain("There is:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_mapping_does_not_rewrite_what_was_imported_and_says_so()
    {
        var log = Write("log.csv", HistoryLogs.Made(2));
        await Import(log, "volvo.yaml");
        var other = Write(
            "other.yaml",
            (
                await File.ReadAllTextAsync(HistoryLogs.Example("volvo.yaml"), TestContext.Current.CancellationToken)
            ).Replace("Wait - User: onHold", "Wait - User: waiting", StringComparison.Ordinal)
        );

        var (exitCode, output, _) = await RungProgram.Run("import", "history", log, "--map", other, "--data", Data);

        Assert.Equal(0, exitCode);
        Assert.Equal(2, Count(output, @"read-otherwise +([\d,]+)  imported before with another meaning"));
    }

    [Fact]
    public async Task A_draft_is_accepted_and_explained()
    {
        var log = Write("log.csv", HistoryLogs.Made(3));

        var (drafted, draft, _) = await RungProgram.Run("import", "history", log, "--draft");
        var map = Write("draft.yaml", draft);
        var (explained, output, _) = await RungProgram.Run("import", "history", log, "--map", map, "--explain");

        Assert.Equal((0, 0), (drafted, explained));
        Assert.Contains("24 rows, cells parted by commas", output, StringComparison.Ordinal);
        Assert.Contains(
            "2012-04-02 07:00:00Z open, said 'Queued / Awaiting Assignment'",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("Every row can be read.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_states_impacts_and_columns_are_listed_with_how_often_they_occur()
    {
        var log = Write(
            "log.csv",
            "case,at,status,substatus,impact,product,team,resource,country,extra\n"
                + string.Concat(Enumerable.Repeat("1,2012-04-02T07:00:00Z,Odd,One,Huge,P,G,R,se,x\n", 3))
        );

        var (exitCode, output, _) = await RungProgram.Run(
            "import",
            "history",
            log,
            "--map",
            HistoryLogs.Example("volvo.yaml"),
            "--explain"
        );

        Assert.Equal(1, exitCode);
        Assert.Matches(@"Odd / One +3 times +NOT KNOWN", output);
        Assert.Matches(@"Huge +3 times +NOT KNOWN", output);
        Assert.Matches(@"extra +3 filled +not read", output);
    }

    [Fact]
    public async Task A_mapping_with_mistakes_is_told_with_line_and_column()
    {
        var map = Write(
            "map.yaml",
            "rung-history: 1\ndesk: a\nname: b\ntimes: { zone: Europe/Londn }\ncolumns: { case: a, at: b, state: c }\nstates: { x: opn }\n"
        );

        var (exitCode, _, error) = await RungProgram.Run(
            "import",
            "history",
            Write("log.csv", "a,b,c\n"),
            "--map",
            map
        );

        Assert.Equal(1, exitCode);
        Assert.Contains($"{map}:4:16  error    unknown-zone", error, StringComparison.Ordinal);
        Assert.Contains("`opn` is not a word that belongs here — write `open`", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", "|", "pipe")]
    [InlineData("utf-16", "\t", "tab")]
    [InlineData("windows-1252", ";", "semicolon")]
    public async Task Encodings_and_delimiters_are_those_of_the_mapping(string encoding, string delimiter, string word)
    {
        var text =
            string.Join(delimiter, "Fall", "Zustand", "Zeit")
            + "\n"
            + string.Join(delimiter, "Köln-1", "gelöst", "24.12.2026 15:20")
            + "\n";
        var log = Path.Combine(_folder, "log.csv");
        await File.WriteAllTextAsync(log, text, Encoding(encoding), TestContext.Current.CancellationToken);
        var map = Write(
            "map.yaml",
            $$"""
            rung-history: 1
            desk: koeln
            name: Köln
            file: { encoding: {{encoding}}, delimiter: {{word}} }
            times: { zone: Europe/Berlin, format: dd.MM.yyyy HH:mm }
            columns: { case: Fall, at: Zeit, state: Zustand }
            states: { gelöst: resolved }
            """
        );

        var (exitCode, output, error) = await RungProgram.Run("import", "history", log, "--map", map, "--explain");

        Assert.True(exitCode == 0, output + error);
        Assert.Contains("line 2: case Köln-1", output, StringComparison.Ordinal);
        Assert.Contains("2026-12-24 15:20:00+01:00 resolved, said 'gelöst'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mapping_one_is_told_how_to_get_one()
    {
        var (exitCode, _, error) = await RungProgram.Run("import", "history", "log.csv");

        Assert.Equal(2, exitCode);
        Assert.Contains("--draft prints a mapping to begin with", error, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> Import(string log, string map, params string[] more) =>
        RungProgram.Run(["import", "history", log, "--map", HistoryLogs.Example(map), "--data", Data, .. more]);

    private async Task<string> Replayed()
    {
        var (_, output, _) = await RungProgram.Run(["replay", "--guide", HistoryLogs.Guide("smc"), "--data", Data]);
        return string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Encoding Encoding(string name) =>
        name switch
        {
            "utf-8" => System.Text.Encoding.UTF8,
            "utf-16" => System.Text.Encoding.Unicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(name)!,
        };

    private Process Start(string log)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "rung.dll"),
            "import",
            "history",
            log,
            "--map",
            HistoryLogs.Example("volvo.yaml"),
            "--data",
            Data,
        ];
        return Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    // 0 where the line is not there, since a count of none is not printed.
    private static int Count(string output, string pattern) =>
        Regex.Match(output, pattern) is { Success: true } match ? Number(match.Groups[1].Value) : 0;

    private static int Number(string text) =>
        int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
