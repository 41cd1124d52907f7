using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary>
/// <c>rung replay</c> as a person runs it. The made log has 3 cases of P3 on Monday 2 April 2012 from 08:00 BST, 7 minutes
/// apart; each is resolved after 1 h on hold-free work and 24 h on hold, closed, and worked on again two days later.
/// </summary>
public sealed class ReplayTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-replay").FullName;

    private string Data => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync()
    {
        var log = Path.Combine(_folder, "log.csv");
        await File.WriteAllTextAsync(log, HistoryLogs.Made(3), TestContext.Current.CancellationToken);
        var (exitCode, _, error) = await RungProgram.Run(
            "import",
            "history",
            log,
            "--map",
            HistoryLogs.Example("volvo.yaml"),
            "--data",
            Data
        );
        Assert.True(exitCode == 0, error);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Attainment_is_printed_by_priority_and_month_with_what_a_reader_must_know()
    {
        var (exitCode, output, _) = await Replay("--guide", HistoryLogs.Guide("schools-desk"));

        Assert.Equal(0, exitCode);
        Assert.Matches(@"P3 +6 +6 +0 +0 +0 +0 +0 +100\.0 % +72 h", output);
        Assert.Matches(@"2012-04 +6 +6 ", output);
        Assert.Contains("3 times a closed case was worked on again", output, StringComparison.Ordinal);
        Assert.Contains("beyond holiday data", output, StringComparison.Ordinal);
        Assert.Contains("Source: Volvo IT Belgium, BPI Challenge 2013", output, StringComparison.Ordinal);
        Assert.Matches(@"clocks of 6 cases folded in \d+ ms on one thread", output);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public async Task Holidays_of_the_logs_years_are_taken_from_a_file()
    {
        var (_, output, _) = await Replay(
            "--guide",
            HistoryLogs.Guide("schools-desk"),
            "--holidays",
            HistoryLogs.Example("england-wales-2010-2012.ics")
        );

        Assert.DoesNotContain("beyond holiday data", output, StringComparison.Ordinal);
    }

    // Its holidays and summers are dates of 2026 to 2028, and S3 runs in office hours.
    [Fact]
    public async Task A_guide_whose_holidays_are_dates_of_other_years_is_marked_beyond_them()
    {
        var gulf = HistoryLogs.Guide("gulf-colocation");
        var days = $"england-wales={HistoryLogs.Example("england-wales-2010-2012.ics")}";

        var (_, output, _) = await Replay("--guide", gulf);
        var (refused, _, error) = await Replay("--guide", gulf, "--holidays", days);
        var (both, _, _) = await Replay(
            "--guide",
            gulf,
            "--guide",
            HistoryLogs.Guide("schools-desk"),
            "--holidays",
            days
        );

        Assert.Contains("6 clocks are beyond holiday data", OneLine(output), StringComparison.Ordinal);
        Assert.Contains("Give the years as `dates`", OneLine(output), StringComparison.Ordinal);
        Assert.Equal((1, 0), (refused, both));
        Assert.Contains("no calendar of this guide uses england-wales", error, StringComparison.Ordinal);
    }

    // Thursday 5 April 2012, 09:00 BST, to Tuesday 10 April, 16:00: 9 + 10 + 10 + 8 h of 30 h, and without Good Friday and Easter
    // Monday 9 + 8 h.
    [Fact]
    public async Task Holidays_of_the_logs_years_are_not_counted()
    {
        await ImportOwn("easter", "ref,at,status\n1,2012-04-05T08:00:00Z,Working\n1,2012-04-10T15:00:00Z,Done\n");
        string[] under = ["--desk", "easter", "--guide", HistoryLogs.Guide("schools-desk")];

        var (_, without, _) = await Replay(under);
        var (_, with, _) = await Replay([.. under, "--holidays", HistoryLogs.Example("england-wales-2010-2012.ics")]);

        Assert.Matches(@"P3 +1 +0 +1 +0 +1 ", without);
        Assert.Matches(@"P3 +1 +1 +0 +0 +0 ", with);
    }

    // 24 h of T24 against 30 h of working time: with P1 for Medium, 4 h elapsed under both.
    [Fact]
    public async Task Two_guides_are_laid_side_by_side_with_the_reason_for_each_case()
    {
        var file = Path.Combine(_folder, "cases.csv");
        var map = await File.ReadAllTextAsync(HistoryLogs.Example("volvo.yaml"), TestContext.Current.CancellationToken);
        var own = Path.Combine(_folder, "own.yaml");
        await File.WriteAllTextAsync(
            own,
            map.Replace(
                    "smc: { contract: T24 }",
                    "smc: { contract: T24, priorities: { Medium: P1 }, hold: information }",
                    StringComparison.Ordinal
                )
                .Replace("kind: fault", "hold: information\nkind: fault", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        var (exitCode, output, error) = await Replay(
            "--guide",
            HistoryLogs.Guide("schools-desk"),
            "--guide",
            HistoryLogs.Guide("smc"),
            "--map",
            own,
            "--csv",
            file
        );

        Assert.True(exitCode == 0, error);
        Assert.Contains("Side by side: 0 of 6 come out differently", output, StringComparison.Ordinal);
        var rows = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(7, rows.Length);
        Assert.StartsWith("1-0,1,schools-desk 2.0,resolve,P3,2012-04-02T07:00:00Z,", rows[1], StringComparison.Ordinal);
        Assert.Contains(",smc 1.0,resolve,P1,2012-04-02T07:00:00Z,", rows[1], StringComparison.Ordinal);
    }

    // Monday to Wednesday 09:00 BST: 9 + 10 + 1 h of 30 h of working time, the nights of 14 h left out; 48 h of T24's 24 h.
    [Fact]
    public async Task A_case_that_changes_verdict_between_two_guides_is_shown_with_its_reason()
    {
        var file = Path.Combine(_folder, "cases.csv");
        await ImportTwoDays();

        var (exitCode, output, error) = await Replay(
            "--guide",
            HistoryLogs.Guide("schools-desk"),
            "--guide",
            HistoryLogs.Guide("smc"),
            "--desk",
            "two-days",
            "--csv",
            file
        );

        Assert.True(exitCode == 0, error);
        // By priority, first under the one, then under the other: cases, met, late, never, breach.
        Assert.Matches(@"P3 +2 +2 +0 +0 +0 ", output);
        Assert.Matches(@"P3 +2 +1 +1 +0 +1 +0 +0 +50\.0 %", output);
        Assert.Contains("Side by side: 1 of 2 come out differently", output, StringComparison.Ordinal);
        Assert.Matches(@"schools-desk 2\.0 +smc 1\.0 +cases", output);
        Assert.Matches(@"met +late +1\b", output);
        const string why =
            "schools-desk: 30 h allowed, 20 h used (28 h closed left out), met with 10 h left. "
            + "smc: 24 h allowed, 48 h used, late by 24 h. "
            + "They part because schools-desk allows 6 h more, and smc counts 28 h in which schools-desk is closed.";
        Assert.Contains($"long: {why}", OneLine(output), StringComparison.Ordinal);
        var rows = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.EndsWith($",\"{why}\"", rows[1], StringComparison.Ordinal);
        Assert.EndsWith(",", rows[2], StringComparison.Ordinal);
        // The one breach of the second table.
        Assert.Single(rows, row => row.Contains(",late,", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains(",never,", StringComparison.Ordinal));
    }

    // 20 h of working time on Wednesday 09:00; P3 has 30 h in the one version and 10 h, a day, in the other.
    [Fact]
    public async Task Two_versions_of_one_guide_have_names_of_their_own()
    {
        var text = await File.ReadAllTextAsync(
            HistoryLogs.Guide("schools-desk"),
            TestContext.Current.CancellationToken
        );
        const string p3 = "allow: { workingDays: 3 }, calendar: desk, cite: priorities } # ESS-59";
        Assert.Contains(p3, text, StringComparison.Ordinal);
        var shorter = text.Replace(p3, p3.Replace('3', '1'), StringComparison.Ordinal);
        var (same, next) = (Path.Combine(_folder, "shorter.yaml"), Path.Combine(_folder, "next.yaml"));
        await File.WriteAllTextAsync(same, shorter, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            next,
            shorter.Replace("version: \"2.0\"", "version: \"3.0\"", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        await ImportTwoDays();
        string[] first = ["--desk", "two-days", "--guide", HistoryLogs.Guide("schools-desk"), "--guide"];

        var (_, byVersion, _) = await Replay([.. first, next]);
        var (_, byFile, _) = await Replay([.. first, same]);

        Assert.Contains(
            "They part because schools-desk 2.0 allows 20 h more.",
            OneLine(byVersion),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "They part because schools-desk.yaml allows 20 h more.",
            OneLine(byFile),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--desk", "other", "no history is kept under 'other'. There is: volvo-it-belgium.")]
    [InlineData("--target", "repair", "schools-desk has no target 'repair'")]
    [InlineData("--holidays", "mars=no.ics", "there is no region 'mars'")]
    [InlineData("--holidays", "no.ics", "does not say by its name which region's holidays it holds")]
    public async Task What_cannot_be_done_is_told_with_what_can(string option, string value, string why)
    {
        var (exitCode, _, error) = await Replay("--guide", HistoryLogs.Guide("schools-desk"), option, value);

        Assert.Equal(1, exitCode);
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guide_whose_priorities_the_mapping_does_not_know_is_told_apart()
    {
        var own = Path.Combine(_folder, "own.yaml");
        var map = await File.ReadAllTextAsync(HistoryLogs.Example("volvo.yaml"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            own,
            map[..map.IndexOf("guides:", StringComparison.Ordinal)],
            TestContext.Current.CancellationToken
        );

        var (exitCode, _, error) = await Replay("--guide", HistoryLogs.Guide("gulf-colocation"), "--map", own);

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "The guide gulf-colocation has no priority 'P1' (it has S1, S2, S3, S4)",
            error,
            StringComparison.Ordinal
        );
    }

    private Task ImportTwoDays() =>
        ImportOwn(
            "two-days",
            """
            ref,at,status
            long,2012-04-02T08:00:00Z,Working
            long,2012-04-04T08:00:00Z,Done
            short,2012-04-04T08:00:00Z,Working
            short,2012-04-04T09:00:00Z,Done
            """
        );

    private async Task ImportOwn(string desk, string rows)
    {
        var log = Path.Combine(_folder, $"{desk}.csv");
        await File.WriteAllTextAsync(log, rows, TestContext.Current.CancellationToken);
        var map = Path.Combine(_folder, $"{desk}.yaml");
        await File.WriteAllTextAsync(
            map,
            $$"""
            rung-history: 1
            desk: {{desk}}
            name: {{desk}}
            times: { zone: UTC, format: iso }
            columns: { case: ref, at: at, state: status }
            states: { Working: assigned, Done: resolved }
            kind: fault
            otherwise: P3
            guides: { smc: { contract: T24 } }
            """,
            TestContext.Current.CancellationToken
        );
        var (exitCode, _, error) = await RungProgram.Run("import", "history", log, "--map", map, "--data", Data);
        Assert.True(exitCode == 0, error);
    }

    private static string OneLine(string output) =>
        string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task No_csv_is_written_over_a_guide()
    {
        var guide = Path.Combine(_folder, "own.yaml");
        File.Copy(HistoryLogs.Guide("smc"), guide);

        var (exitCode, _, error) = await Replay("--guide", guide, "--csv", guide);

        Assert.Equal(2, exitCode);
        Assert.Contains("which is read: name another file to write.", error, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(HistoryLogs.Guide("smc")), await File.ReadAllBytesAsync(guide));
    }

    private Task<(int ExitCode, string Output, string Error)> Replay(params string[] arguments) =>
        RungProgram.Run(["replay", .. arguments, "--data", Data]);
}
