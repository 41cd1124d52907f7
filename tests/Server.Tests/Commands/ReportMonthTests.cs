using System.Text.Json.Nodes;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary><c>rung report month</c> as a person runs it, over a desk that has stopped.</summary>
public sealed class ReportMonthTests : IAsyncLifetime
{
    private RunningDesk _desk = null!;
    private string _reference = "";

    // P3 of Monday 2 June 2025, 10:00 BST: 1,800 minutes later it is Thursday 5 June, 10:00; resolved at 10:30.
    public async ValueTask InitializeAsync()
    {
        _desk = await RunningDesk.Open("2025-06-02T09:00:00Z");
        var agent = new Caller(_desk);
        _reference = (await agent.Log(Caller.Fault("some", "identity"))).Reference;
        _desk.AdvanceTo("2025-06-05T09:30:00Z");
        await agent.Do(
            _reference,
            "resolve",
            new JsonObject { ["resolution"] = "Renewed", ["confirmation"] = "notRequired" }
        );
        var why = new JsonObject
        {
            ["target"] = "resolve",
            ["reason"] = "supplier",
            ["text"] = "The part came late.",
        };
        await agent.Do(_reference, "explain-breach", why);
        await _desk.Stop();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_month_is_printed_with_each_breach_and_its_reason()
    {
        var (exitCode, output, error) = await Report("--desk", "schools-desk", "--month", "2025-06");

        Assert.True(exitCode == 0, error);
        Assert.StartsWith("Schools service desk, June 2025", output, StringComparison.Ordinal);
        Assert.Matches(@"P3 +0 +1 +0 +0 +0 +0\.0", output);
        Assert.Matches(@"Target +0 +1 +0 +0 +0\.0", output);
        Assert.Contains(
            $"{_reference} P3, Target time: due Thu 5 Jun 10:00, 30 min over; supplier: The",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("0 began; the customer rang 0 times", output, StringComparison.Ordinal);
        Assert.Contains("no complaint was due", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.DoesNotContain("..", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_figures_are_written_as_CSV()
    {
        var file = Path.Combine(_desk.Folder, "june.csv");
        var (exitCode, _, error) = await Report("--desk", "schools-desk", "--month", "2025-06", "--csv", file);

        Assert.True(exitCode == 0, error);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("section,row,measure,value,case,due,note", lines[0]);
        Assert.Contains("attainment,P3,late,1,,,", lines);
        Assert.Contains("promises,Target,late,1,,,", lines);
        Assert.Contains(
            $"breaches,Target time,minutes over,30,{_reference},2025-06-05T09:00:00Z,supplier: The part came late.",
            lines
        );
        Assert.Contains(lines, line => line.StartsWith("missed,Target time,Late,1,", StringComparison.Ordinal));
    }

    // Called at 10:00 on 3 June, with nobody reached and no call-back: both were owed by 10:30. The call-back is agreed at 10:20.
    [Fact]
    public async Task SMC_10_Next_steps_of_escalations_have_a_row_in_the_table_and_in_the_CSV()
    {
        await using var desk = await RunningDesk.Open("2025-06-03T09:00:00Z");
        var agent = new Caller(desk, at: "smc");
        var outage = (JsonObject)Caller.FaultForSome.DeepClone();
        (outage["customer"], outage["services"]) = (RunningDesk.CustomerOfSmc, new JsonArray("connectivity"));
        outage["answers"] = new JsonObject
        {
            ["affected"] = "everything",
            ["effect"] = "down",
            ["details"] = "No site answers",
            ["tried"] = "Routers restarted",
        };
        var reference = (await agent.Log(outage)).Reference;
        var call = new JsonObject
        {
            ["from"] = "Network control",
            ["level"] = 1,
            ["seenLevel"] = 0,
            ["acknowledged"] = true,
        };
        await agent.Do(reference, "escalate", call);
        desk.AdvanceTo("2025-06-03T09:20:00Z");
        await agent.Do(reference, "agree-call-back", new() { ["at"] = "2025-06-03T12:00:00Z" });
        desk.AdvanceTo("2025-06-03T10:00:00Z");
        await desk.Stop();

        var file = Path.Combine(desk.Folder, "june.csv");
        string[] asked = ["--desk", "smc", "--month", "2025-06", "--data", desk.Folder, "--csv", file];
        var (exitCode, output, error) = await RungProgram.Run(["report", "month", .. asked]);

        Assert.True(exitCode == 0, error);
        Assert.Matches(@"Next step of an escalation +1 +0 +1 +0 +50\.0", output);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("promises,NextStep,kept,1,,,", lines);
        Assert.Contains("promises,NextStep,missed,1,,,", lines);
        Assert.Contains(
            $"missed,\"Reach SMC Manager or Duty Manager, level 2\",Missed,1,{reference},2025-06-03T09:30:00Z,SMC Manager or Duty Manager",
            lines
        );
    }

    /// <summary>As docs/reports.md has it.</summary>
    [Fact]
    public async Task The_report_of_a_copy_is_the_same()
    {
        var copy = Path.Combine(_desk.Folder, "copy");
        var (made, _, why) = await RungProgram.Run("db", "backup", copy, "--data", _desk.Folder);
        Assert.True(made == 0, why);

        string[] asked = ["--desk", "schools-desk", "--month", "2025-06"];
        var (_, ofCopy, _) = await RungProgram.Run(["report", "month", "--data", copy, .. asked]);
        Assert.Equal((await Report(asked)).Output, ofCopy);
    }

    [Fact]
    public async Task A_month_that_has_not_begun_says_so()
    {
        var (_, output, _) = await Report("--desk", "schools-desk", "--month", "2199-12");
        Assert.Contains("The month has not begun: by this machine's clock it is", output, StringComparison.Ordinal);
        Assert.DoesNotContain("lasts", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_month_or_another_desk_has_none_of_it()
    {
        var (_, july, _) = await Report("--desk", "schools-desk", "--month", "2025-07");
        var (_, smc, _) = await Report("--desk", "smc", "--month", "2025-06");

        Assert.Contains("no target was due", july, StringComparison.Ordinal);
        Assert.Contains("no firm target was missed", smc, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "is no month", "--desk", "schools-desk", "--month", "2025-13")]
    [InlineData(2, "is no month", "--desk", "schools-desk", "--month", "June")]
    [InlineData(2, "is no month", "--desk", "schools-desk", "--month", "0001-01")]
    [InlineData(2, "several desks are here", "--month", "2025-06")]
    [InlineData(2, "there is no desk fish here", "--desk", "fish", "--month", "2025-06")]
    [InlineData(2, "--month", "--desk", "schools-desk")]
    public async Task What_is_wrong_is_said_with_what_to_do(int expected, string said, params string[] arguments)
    {
        var (exitCode, output, error) = await Report(arguments);

        Assert.Equal((expected, ""), (exitCode, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_desk_and_a_file_that_cannot_be_written_are_named()
    {
        var (exitCode, _, error) = await RungProgram.Run(
            "report",
            "month",
            "--month",
            "2025-06",
            "--data",
            "no-such-folder"
        );
        Assert.Equal(3, exitCode);
        Assert.Contains("there is no desk's data in", error, StringComparison.Ordinal);
        Assert.Contains("'rung serve' makes it", error, StringComparison.Ordinal);

        var (written, _, why) = await Report("--desk", "smc", "--month", "2025-06", "--csv", "/no/such/folder/x.csv");
        Assert.Equal(3, written);
        Assert.Contains("/no/such/folder", why, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> Report(params string[] arguments) =>
        RungProgram.Run(["report", "month", "--data", _desk.Folder, .. arguments]);
}
