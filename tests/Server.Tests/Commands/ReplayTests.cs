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
        Assert.Matches(@"P3 +6 +6 +0 +0 +0 +0 +100\.0 % +72 h", output);
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

    [Theory]
    [InlineData("--desk", "other", "no history is kept under 'other'. There is: volvo-it-belgium.")]
    [InlineData("--target", "repair", "schools-desk has no target 'repair'")]
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

    private Task<(int ExitCode, string Output, string Error)> Replay(params string[] arguments) =>
        RungProgram.Run(["replay", .. arguments, "--data", Data]);
}
