using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rung.Server.Tests.Mails;
using Rung.Storage;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>The promise book over the API, on the desk's own clock: SMC-08, SMC-09, SMC-13, ESS-41.</summary>
public sealed class PromiseTests
{
    private static JsonObject Outage =>
        new()
        {
            ["kind"] = "fault",
            ["source"] = "phone",
            ["subject"] = "All sites cut off",
            ["customer"] = RunningDesk.CustomerOfSmc,
            ["contact"] = new JsonObject { ["name"] = "Network control", ["email"] = "noc@harbour.example.org" },
            ["services"] = new JsonArray("connectivity"),
            ["answers"] = new JsonObject
            {
                ["affected"] = "everything",
                ["effect"] = "down",
                ["details"] = "No site answers",
                ["tried"] = "Routers restarted",
            },
        };

    // Logged 22:30Z, four hours: 02:30Z. The call-back is agreed for 03:00Z, the plan begins at 03:30Z.
    [Fact]
    public async Task D5_The_book_has_what_is_overdue_and_what_is_due_in_the_next_hour()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var agent = new Caller(desk, at: "smc");
        var owner = new Caller(desk, "Duty Manager", "duty-manager", "smc");
        var reference = (await agent.Log(Outage)).Reference;
        Assert.Empty(await Lines(agent, "promises"));
        var target = Assert.Single(await Lines(agent, "promises?within=PT4H"));
        Assert.Equal(
            ("target", "resolve", "2027-03-28T02:30:00Z", "open"),
            ((string?)target["kind"], (string?)target["id"], (string?)target["due"], (string?)target["state"])
        );
        Assert.Equal($"/api/v1/smc/cases/{reference}/clocks/resolve/ledger", (string?)target["ledger"]);
        (await agent.Get((string)target["ledger"]!)).Expect(200);

        desk.AdvanceTo("2027-03-28T02:40:00Z");
        var call = new JsonObject
        {
            ["from"] = "Network control",
            ["seenLevel"] = 0,
            ["acknowledged"] = true,
            ["callBack"] = "2027-03-28T03:00:00Z",
            ["zone"] = "Asia/Dubai",
        };
        await agent.Do(reference, "escalate", call);
        await agent.Do(reference, "engage", new JsonObject { ["level"] = 2, ["person"] = "Duty Manager 1" });

        var lines = await Lines(agent, "promises");
        Assert.Equal([("target", "missed"), ("callBack", "open")], lines.Select(Said));
        Assert.Equal(
            ("Duty Manager 1", "duty-manager", "Network control", "phone", "Asia/Dubai"),
            (
                (string?)lines[1]["owner"]!["name"],
                (string?)lines[1]["owner"]!["role"],
                (string?)lines[1]["to"],
                (string?)lines[1]["channel"],
                (string?)lines[1]["zone"]
            )
        );
        Assert.Equal("call-backs", (string?)lines[1]["paragraph"]!["id"]);
        Assert.Equal([("callBack", "open")], (await Lines(agent, "promises?owner=Duty%20Manager%201")).Select(Said));
        Assert.Equal([("target", "missed")], (await Lines(agent, "promises?state=overdue")).Select(Said));
        Assert.Equal([("callBack", "open")], (await Lines(agent, "promises?state=open&kind=callBack")).Select(Said));
        Assert.Empty(await Lines(agent, "promises?kind=plannedContact"));

        // One line a page: the header leads through all of them, once each.
        var first = (await agent.Get("promises?take=1")).Expect(200);
        var link = Assert.Single(first.Headers.GetValues("Link"));
        var second = (await agent.Get(link[1..link.IndexOf('>')])).Expect(200);
        Assert.Equal(("callBack", "open"), Said(Assert.Single(second.Body!["promises"]!.AsArray())!));
        Assert.False(second.Headers.Contains("Link"));

        desk.AdvanceTo("2027-03-28T02:58:00Z");
        var told = new JsonObject
        {
            ["text"] = "A fibre is cut",
            ["plan"] = new JsonObject { ["everyMinutes"] = 30, ["from"] = "2027-03-28T03:30:00Z" },
        };
        await owner.Do(reference, "call-back", told);

        var book = (await agent.Get($"cases/{reference}/promises")).Expect(200).Body!["promises"]!.AsArray();
        var kept = book.Single(line => (string?)line!["kind"] == "callBack")!;
        Assert.Equal(
            ("kept", "2027-03-28T02:58:00Z", "Duty Manager", false),
            ((string?)kept["state"], (string?)kept["keptAt"], (string?)kept["keptBy"], (bool)kept["toDo"]!)
        );
        Assert.Equal([("target", "missed"), ("plannedContact", "open")], (await Lines(agent, "promises")).Select(Said));
    }

    // Friday 18:20 BST counts from Tuesday 08:00 (Monday is a holiday), and is to be logged within one working day: by 18:00.
    [Fact]
    public async Task D2_A_mail_that_waits_to_be_logged_is_owed_by_the_desk()
    {
        await using var desk = await RunningDesk.Open("2027-04-30T17:20:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var mail = await mails.Receives("Webmail is slow", "Name: Office manager\r\nProblem: It is slow.");
        desk.AdvanceTo("2027-05-04T16:30:00Z");

        var line = Assert.Single(await Lines(agent, "promises"));
        Assert.Equal(
            ("logBy", "open", "2027-05-04T17:00:00Z", mail.Id, "Office"),
            (
                (string?)line["kind"],
                (string?)line["state"],
                (string?)line["due"],
                (long)line["mail"]!,
                (string?)line["to"]
            )
        );
        Assert.Null(line["reference"]);
        var waiting = (await agent.Get((string)line["ledger"]!)).Expect(200).Body!;
        Assert.Equal(
            ("PT9H30M", "PT30M", "2027-05-04T17:00:00Z"),
            (
                (string?)waiting["counted"],
                (string?)waiting["toCome"],
                (string?)waiting["segments"]!.AsArray()[^1]!["to"]
            )
        );
        Assert.Contains("log the mail", (string?)waiting["text"], StringComparison.OrdinalIgnoreCase);

        desk.AdvanceTo("2027-05-04T17:00:00.000001Z");
        Assert.Equal(("logBy", "missed"), Said(Assert.Single(await Lines(agent, "promises"))));
        var form = new JsonObject
        {
            ["kind"] = "information",
            ["subject"] = "Webmail is slow",
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = "Office manager", ["email"] = "office@ashgrove.example.org" },
        };
        var reference = (await agent.Post($"intake/{mail.Id}/log", form)).Expect(201).Reference;
        var book = (await agent.Get($"cases/{reference}/promises")).Expect(200).Body!["promises"]!.AsArray();
        Assert.Equal(("logBy", "late"), Said(book[0]!));
        Assert.Equal("Alex at the desk", (string?)book[0]!["keptBy"]);
        Assert.Equal($"/api/v1/schools-desk/cases/{reference}/clocks/log-by/ledger", (string?)book[0]!["ledger"]);
        var logged = (await agent.Get((string)book[0]!["ledger"]!)).Expect(200).Body!;
        Assert.Equal(("PT10H", "missed"), ((string?)logged["counted"], (string?)logged["clock"]!["state"]));
        (await agent.Get($"intake/{mail.Id}/ledger")).Expect(404);
        Assert.DoesNotContain(await Lines(agent, "promises?within=all"), one => (string?)one["kind"] == "logBy");
    }

    // Asked on Thursday 24 December at 16:00: two hours of the working day that day, eight on Tuesday 29 until 16:00.
    [Fact]
    public async Task ESS_78_A_promise_that_is_no_target_says_where_its_ledger_is()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        desk.AdvanceTo("2026-12-24T16:00:00Z");
        await agent.Do(reference, "update-request", new() { ["text"] = "How is it going?", ["channel"] = "phone" });

        var line = Assert.Single(
            await Lines(agent, "promises?within=all"),
            one => (string?)one["id"] == "update-request"
        );
        Assert.Equal($"/api/v1/schools-desk/cases/{reference}/clocks/update-request-1/ledger", (string?)line["ledger"]);
        var ledger = (await agent.Get((string)line["ledger"]!)).Expect(200).Body!;
        Assert.Equal(
            ("update-request-1", "PT10H", "2026-12-29T16:00:00Z"),
            ((string?)ledger["clock"]!["target"], (string?)ledger["toCome"], (string?)ledger["clock"]!["due"])
        );
        Assert.Contains(ledger["segments"]!.AsArray(), one => (string?)one!["why"] == "Christmas Day");
    }

    [Theory]
    [InlineData("within=soon", "within")]
    [InlineData("within=P1D", "within")]
    [InlineData("within=-PT1H", "within")]
    [InlineData("within=PT999999999H", "within")]
    [InlineData("state=late", "state")]
    [InlineData("kind=dinner", "kind")]
    [InlineData("take=0", "take")]
    [InlineData("take=201", "take")]
    [InlineData("after=x", "after")]
    [InlineData("after=1~1~1", "after")]
    [InlineData("owner=%00", "owner")]
    [InlineData("colour=red", "colour")]
    public async Task A_parameter_that_is_wrong_is_told_so(string query, string where)
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");

        var answer = (await new Caller(desk).Get($"promises?{query}")).Expect(400);

        Assert.Equal("malformed-request", answer.Code);
        Assert.NotNull(answer.Body!["errors"]![where]);
    }

    [Fact]
    public async Task A_case_that_is_not_there_has_no_promises()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");

        Assert.Equal("case-not-found", (await new Caller(desk).Get("cases/R-222-222/promises")).Expect(404).Code);
    }

    // An older version kept no book: its cases are in it after the first start of this one.
    [Fact]
    public async Task After_an_upgrade_the_book_has_the_open_cases_of_before()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var database = desk.Services.GetRequiredService<RungDatabase>();
        string? noted = null;
        await RunningDesk.Until(
            async () => (noted = await database.Settings.Find("clock-data")) is not null,
            "what is kept of cases is noted"
        );
        var before = noted!.Split('\n').Where(line => line.Contains(": holidays", StringComparison.Ordinal));
        await database.Settings.Set("clock-data", string.Join('\n', before));
        await Emptied(desk);

        await RunningDesk.Until(
            async () =>
                (await Lines(agent, "promises?within=all")).Any(line => (string?)line["reference"] == reference),
            "the open case is in the book"
        );
    }

    private static async Task Emptied(RunningDesk desk)
    {
        await desk.Stop();
        var file = System.IO.Path.Combine(desk.Folder, "rung.db");
        await using (var open = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await open.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = open.CreateCommand();
            command.CommandText = "DELETE FROM promises";
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }
        await desk.Start();
    }

    private static (string?, string?) Said(JsonNode line) => ((string?)line["kind"], (string?)line["state"]);

    private static async Task<List<JsonNode>> Lines(Caller agent, string path) =>
        [.. (await agent.Get(path)).Expect(200).Body!["promises"]!.AsArray().Select(line => line!)];
}
