using System.Text.Json.Nodes;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary><c>rung promises</c> as a person runs it: the lines of the page, over a desk that runs and one that has stopped.</summary>
public sealed class PromisesTests
{
    private const string Long = "A subject that is a good deal longer than a column of any terminal is wide\u200B";

    // P3 of Thursday 24 December, 15:31: due 31 December 15:31. A complete failure at 15:31 is due four hours later, 19:31.
    [Fact]
    public async Task The_book_is_a_table_that_fits_JSON_and_CSV()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:31:00Z");
        var agent = new Caller(desk);
        var slow = Caller.Fault("some", "email");
        slow["contact"]!["name"] = "=1+1";
        slow["subject"] = Long;
        var late = (await agent.Log(slow)).Reference;
        var soon = (
            await agent.Log(Caller.Fault("everything", "identity", "email", "dns", "web-hosting", "web-filtering"))
        ).Reference;
        desk.AdvanceTo("2026-12-24T19:41:00Z");
        var url = desk.Client.BaseAddress!.ToString();

        var (code, output, error) = await RungProgram.Run(
            "promises",
            "--desk",
            "schools-desk",
            "--url",
            url,
            "--within",
            "all",
            "--kind",
            "target"
        );
        Assert.True(code == 0, error);
        Assert.StartsWith(
            "schools-desk, Thu 24 Dec 19:41 GMT (Europe/London): 1 overdue, 1 open.",
            output,
            StringComparison.Ordinal
        );
        Assert.Matches($"Thu 24 Dec 19:31 +over 10 min +Target time +.* {soon}", output);
        Assert.Matches($"Thu 31 Dec 15:31 +in .* {late}", output);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 80, line));

        var (_, json, _) = await RungProgram.Run(
            "promises",
            "--desk",
            "schools-desk",
            "--url",
            url,
            "--state",
            "overdue",
            "--kind",
            "target",
            "--json"
        );
        var only = Assert.Single(JsonNode.Parse(json)!["promises"]!.AsArray())!;
        Assert.Equal(soon, (string?)only["reference"]);

        var file = System.IO.Path.Combine(desk.Folder, "book.csv");
        await desk.Stop();
        var (stored, _, said) = await RungProgram.Run(
            "promises",
            "--desk",
            "schools-desk",
            "--data",
            desk.Folder,
            "--within",
            "all",
            "--kind",
            "target",
            "--csv",
            file
        );
        Assert.True(stored == 0, said);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("due,state,kind,name,owner,to,channel,zone,case,mail,customer,subject,paragraph", lines[0]);
        Assert.Equal(3, lines.Length);
        // A cell never begins a formula.
        var row = Assert.Single(lines, line => line.StartsWith("2026-12-31T15:31:00Z,", StringComparison.Ordinal));
        Assert.Contains("'=1+1", row, StringComparison.Ordinal);
        Assert.DoesNotContain(",=1+1", row, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=1+1", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--within", "soon")]
    [InlineData("--within", "P1D")]
    [InlineData("--within", "-PT1H")]
    [InlineData("--kind", "dinner")]
    [InlineData("--state", "late")]
    [InlineData("--url", "ftp://localhost")]
    public async Task A_word_that_means_nothing_is_told_so(string option, string word)
    {
        var (code, _, error) = await RungProgram.Run("promises", option, word);

        Assert.Equal(2, code);
        Assert.Contains($"'{word}'", error, StringComparison.Ordinal);
    }

    // P3 of Thursday 24 December, 15:31: due 31 December 15:31, long after the hour that the book shows otherwise.
    [Fact]
    public async Task SMC_13_What_is_owed_to_one_customer_is_shown_as_their_own_people_see_it()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:31:00Z");
        var agent = new Caller(desk);
        var theirs = (await agent.Log(Caller.Fault("some", "email"))).Reference;
        var other = Caller.Fault("some", "email");
        other["customer"] = RunningDesk.CustomerWithOwnDesk;
        other["firstLine"] = "ownDeskReferred";
        var eastholmes = (await agent.Log(other)).Reference;
        string[] url = ["--url", desk.Client.BaseAddress!.ToString()];
        string[] office = ["--actor", "Office manager", "--role", "contact", "--customer", RunningDesk.Customer];
        string[] of = ["promises", "--desk", "schools-desk"];

        await SeesTheirs([.. of, "--customer", RunningDesk.Customer, .. url], theirs, eastholmes);
        await SeesTheirs([.. of, .. office, .. url], theirs, eastholmes);
        Assert.Equal(0, (await RungProgram.Run(["evidence", theirs, .. office, .. url])).ExitCode);
        Assert.Equal(1, (await RungProgram.Run(["evidence", eastholmes, .. office, .. url])).ExitCode);

        await desk.Stop();
        string[] data = ["--data", desk.Folder];
        await SeesTheirs([.. of, .. office, .. data], theirs, eastholmes);
        Assert.Equal(1, (await RungProgram.Run(["evidence", eastholmes, .. office, .. data])).ExitCode);
        var stranger = await RungProgram.Run([
            .. of,
            "--actor",
            "Somebody",
            "--role",
            "contact",
            "--customer",
            RunningDesk.Customer,
            .. data,
        ]);
        Assert.Equal((1, ""), (stranger.ExitCode, stranger.Output));
        Assert.Contains("no customer", stranger.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whose person asks", "evidence", "R-222-222", "--customer", "ashgrove")]
    [InlineData(
        "stays inside the desk",
        "evidence",
        "R-222-222",
        "--internal",
        "--actor",
        "Kim",
        "--role",
        "contact",
        "--customer",
        "ashgrove"
    )]
    [InlineData("say of which with --customer", "promises", "--actor", "Office manager", "--role", "contact")]
    public async Task Whose_person_asks_is_said_with_who_it_is(string said, params string[] arguments)
    {
        var (code, _, error) = await RungProgram.Run(arguments);

        Assert.Equal(2, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    private static async Task SeesTheirs(string[] arguments, string theirs, string others)
    {
        var (code, output, error) = await RungProgram.Run(arguments);

        Assert.True(code == 0, error);
        Assert.Contains(theirs, output, StringComparison.Ordinal);
        Assert.DoesNotContain(others, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Which_of_several_desks_is_asked_for()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:31:00Z");
        var url = desk.Client.BaseAddress!.ToString();

        var (code, _, error) = await RungProgram.Run("promises", "--url", url);
        Assert.Equal(2, code);
        Assert.Contains("choose one with --desk", error, StringComparison.Ordinal);
        var (unknown, _, said) = await RungProgram.Run("promises", "--url", url, "--desk", "nowhere");
        Assert.Equal(2, unknown);
        Assert.Contains("there is no desk nowhere here", said, StringComparison.Ordinal);
    }
}
