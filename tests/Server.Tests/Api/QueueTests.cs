using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>The queue and search: order, views, pages, and what a case is found by (ESS-27, ESS-32).</summary>
public sealed partial class QueueTests
{
    [Fact]
    public async Task Pages_follow_each_other_by_Link_without_gap_or_repetition_while_cases_come()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T10:00:00Z");
        var agent = new Caller(desk);
        List<string> logged = [];
        for (var number = 0; number < 12; number++)
        {
            desk.Advance(NodaTime.Duration.FromMinutes(1));
            logged.Add((await agent.Log(Caller.FaultForSome)).Reference);
        }
        List<string> seen = [];
        var next = "/api/v1/schools-desk/queue?take=5&sort=oldestFirst";
        while (next is not null)
        {
            var page = (await agent.Get(next)).Expect(200);
            seen.AddRange(page.Body!["rows"]!.AsArray().Select(row => (string)row!["reference"]!));
            next = NextOf(page);
            desk.Advance(NodaTime.Duration.FromMinutes(1));
            await agent.Log(Caller.Fault("everyone", "email"));
        }
        Assert.Equal(logged, seen.Take(12));
        Assert.Equal(seen.Distinct(), seen);
    }

    /// <summary>ESS-26, ESS-27: priority first, then nearest due, then oldest reference; without a priority before all.</summary>
    [Fact]
    public async Task The_queue_is_in_the_order_in_which_the_desk_works()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T10:00:00Z");
        var agent = new Caller(desk);
        var p3 = (await agent.Log(Caller.FaultForSome)).Reference;
        desk.Advance(NodaTime.Duration.FromMinutes(1));
        var p2 = (await agent.Log(Caller.Fault("everyone", "email"))).Reference;
        desk.Advance(NodaTime.Duration.FromMinutes(1));
        var later = (await agent.Log(Caller.FaultForSome)).Reference;
        var open = Caller.FaultForSome.DeepClone().AsObject();
        open.Remove("answers");
        var none = (await agent.Log(open)).Reference;
        await agent.Do(p3, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "the mailbox's name" });

        Assert.Equal([none, p2, later, p3], await References(agent, "queue"));
        Assert.Equal([p3], await References(agent, "queue?view=onHold"));
        Assert.Equal([none], await References(agent, "queue?view=priorityMissing"));
        Assert.Equal([p2], await References(agent, "queue?priority=P2"));
        await agent.Do(p2, "assign", new JsonObject { ["engineer"] = "Alex at the desk" });
        Assert.Equal([p2], await References(agent, "queue?view=mine"));
        Assert.DoesNotContain(p2, await References(agent, "queue?view=unassigned"));
        var counts = (await agent.Get("queue/counts")).Expect(200).Body!;
        Assert.Equal(
            (4, 1, 3, 1, 1),
            (
                (int)counts["live"]!,
                (int)counts["mine"]!,
                (int)counts["unassigned"]!,
                (int)counts["onHold"]!,
                (int)counts["priorityMissing"]!
            )
        );
        Assert.Empty(await References(new Caller(desk, at: "smc"), "queue"));
    }

    [Fact]
    public async Task Lists_with_closed_cases_come_newest_first_and_page_by_page()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T10:00:00Z");
        var agent = new Caller(desk);
        List<string> logged = [];
        for (var number = 0; number < 5; number++)
        {
            desk.Advance(NodaTime.Duration.FromMinutes(1));
            logged.Add((await agent.Log(Caller.FaultForSome)).Reference);
        }
        foreach (var reference in (string[])[logged[1], logged[3]])
        {
            await agent.Do(reference, "assign", new JsonObject { ["engineer"] = "Alex at the desk" });
            await agent.Do(
                reference,
                "resolve",
                new JsonObject { ["resolution"] = "Restarted the server", ["confirmation"] = "required" }
            );
            await agent.Do(reference, "confirm");
        }
        Assert.Equal([logged[3], logged[1]], await References(agent, "queue?view=closed"));
        Assert.Equal(
            [logged[4], logged[3], logged[2], logged[1], logged[0]],
            await References(agent, "queue?view=all")
        );
        var page = (await agent.Get("queue?view=all&take=2")).Expect(200);
        page = (await agent.Get(NextOf(page)!)).Expect(200);
        Assert.Equal(
            [logged[2], logged[1]],
            page.Body!["rows"]!.AsArray().Select(row => (string)row!["reference"]!).ToArray()
        );
        await agent.Do(logged[0], "assign", new JsonObject { ["engineer"] = "Alex at the desk" });
        await agent.Do(logged[4], "assign", new JsonObject { ["engineer"] = "Alex at the desk" });
        Assert.Equal([logged[4], logged[0]], await References(agent, "queue?view=mine&sort=newestFirst"));
    }

    [Fact]
    public async Task A_paused_row_says_why_and_what_is_left()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T10:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        desk.AdvanceTo("2026-12-24T11:00:00Z");
        await agent.Do(
            reference,
            "hold",
            new JsonObject { ["reason"] = "customer-unavailable", ["awaiting"] = "the office" }
        );
        var clock = (await agent.Get("queue")).Body!["rows"]![0]!["clock"]!;
        Assert.Equal(
            ("paused", "Customer unavailable", "PT29H"),
            ((string?)clock["state"], (string?)clock["pauseReason"], (string?)clock["left"])
        );
        Assert.Equal("2026-12-24T11:00:00Z", (string?)clock["pausedSince"]);
    }

    [Theory]
    [InlineData("reference", "reference")]
    [InlineData("short", "reference")]
    [InlineData("SCH/2026/77", "customerReference")]
    [InlineData("sch 2026 77", "customerReference")]
    [InlineData("01632 960777", "phone")]
    [InlineData("+44 1632 960777", "phone")]
    [InlineData("outlook", "word")]
    [InlineData("projector", "word")]
    [InlineData("ash01", "word")]
    [InlineData("ashgrove", "word")]
    public async Task A_case_is_found_by_what_people_know_of_it(string sought, string by)
    {
        await using var desk = await RunningDesk.Open("2026-12-24T10:00:00Z");
        var agent = new Caller(desk);
        var body = Caller.FaultForSome.DeepClone();
        body["customerReference"] = "SCH/2026/77";
        body["contact"]!["phone"] = "01632 960777";
        var reference = (await agent.Log(body)).Reference;
        await agent.Do(reference, "note", new JsonObject { ["text"] = "Also the projector in room 4" });

        var text = sought switch
        {
            "reference" => reference.ToLowerInvariant(),
            "short" => reference[2..].Replace("-", "", StringComparison.Ordinal),
            _ => sought,
        };
        JsonNode? hit = null;
        await RunningDesk.Until(
            async () =>
                (
                    hit = (await agent.Get($"search?q={Uri.EscapeDataString(text)}")).Expect(200).Body!["hits"]!
                        .AsArray()
                        .FirstOrDefault()
                )
                    is not null,
            $"{text} is found"
        );
        Assert.Equal((reference, by), ((string?)hit!["case"]!["reference"], (string?)hit["by"]));
    }

    /// <summary>The hint has the reference and nothing else; who listens reads the case through the front door.</summary>
    [Fact]
    public async Task Open_pages_hear_of_changes()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T10:00:00Z");
        var agent = new Caller(desk);
        using var answer = await desk.Client.GetAsync(
            "/schools-desk/live",
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(
            await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal("event: heartbeat", await Next(lines));
        await Next(lines);

        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        Assert.Equal("event: changed", await Next(lines));
        Assert.Equal($"data: {{\"reference\":\"{reference}\"}}", await Next(lines));
        await desk.Stop(); // does not wait for those who listen
        await desk.Start();
    }

    private static async Task<string> Next(StreamReader lines)
    {
        string? line;
        do
        {
            line = await lines.ReadLineAsync(TestContext.Current.CancellationToken);
        } while (line is "");
        return line ?? "the stream has ended";
    }

    private static async Task<List<string>> References(Caller agent, string path) =>
        [.. (await agent.Get(path)).Expect(200).Body!["rows"]!.AsArray().Select(row => (string)row!["reference"]!)];

    private static string? NextOf(Answer page) =>
        page.Headers.TryGetValues("Link", out var links) ? LinkNext().Match(links.Single()).Groups[1].Value : null;

    [GeneratedRegex("<(.+)>; rel=\"next\"")]
    private static partial Regex LinkNext();
}
