using System.Diagnostics;
using System.Text.Json.Nodes;
using NodaTime;
using Rung.Core.Customers;
using Rung.Server.Tests.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>A flood of alerts, or one that comes and goes, is one case of each key, with few notes. R15</summary>
public sealed class AlertTests
{
    private const string Opening = "2026-12-24T10:00:00Z";
    private const int Callers = 16;
    private const int Keys = 50;

    // R15
    [Fact]
    public async Task Ten_thousand_alerts_of_fifty_keys_by_sixteen_callers_at_once_are_fifty_cases()
    {
        await using var desk = await RunningDesk.Open(Opening);
        await Flood([new Caller(desk)], 10_000);
    }

    [Fact]
    public async Task Two_nodes_that_take_the_same_alerts_at_once_make_one_case_of_each_key()
    {
        await using var shared = await SharedDatabase.Fresh();
        await using var first = await Node.Start(shared.Address, TimeProvider.System);
        await using var second = await Node.Start(shared.Address, TimeProvider.System);
        await first.Database.Customers.Save(
            new Customer(RunningDesk.Customer, "schools-desk", "Ashgrove Primary School", "ASH01")
        );
        await Flood([new Caller(() => first.Client), new Caller(() => second.Client)], 2_000);
    }

    // R15
    [Fact]
    public async Task An_alert_that_flaps_each_second_for_ten_minutes_is_one_case_with_two_notes()
    {
        await using var desk = await RunningDesk.Open(Opening);
        var agent = new Caller(desk);
        var reference = (await agent.Post("cases", Alert("switch-3"))).Expect(201).Reference;
        for (var second = 1; second < 600; second++)
        {
            desk.Advance(Duration.FromSeconds(1));
            var state = second % 2 == 1 ? "cleared" : "raised";
            Assert.Equal(reference, (await agent.Post("cases", Alert("switch-3", state))).Expect(200).Reference);
        }
        // Cleared at 10:00:01 and raised at 10:00:02; then nothing is noted until 10:10:02.
        Assert.Equal(
            [
                "Monitoring says that alert switch-3 is over. It was raised once on this case.",
                "Alert switch-3 was raised again, 2 times by now on this case.",
            ],
            await Notes(agent, reference)
        );
        // 10:10:03 is the first that is noted again; raised at every even second, the last of them 10:09:58.
        desk.AdvanceTo("2026-12-24T10:10:03Z");
        await agent.Post("cases", Alert("switch-3", "cleared"));
        Assert.Equal(
            "Monitoring says that alert switch-3 is over. It was raised 300 times on this case.",
            (await Notes(agent, reference))[^1]
        );
        Assert.Equal(reference, Assert.Single(await References(agent)));
        Assert.NotEqual("closed", (string?)(await agent.Case(reference)).Body!["condition"]);
    }

    [Fact]
    public async Task What_is_raised_again_after_it_was_resolved_is_noted_at_once_and_re_opens_nothing()
    {
        await using var desk = await RunningDesk.Open(Opening);
        var agent = new Caller(desk);
        var reference = (await agent.Post("cases", Alert("switch-3"))).Expect(201).Reference;
        await agent.Post("cases", Alert("switch-3"));
        desk.Advance(Duration.FromMinutes(1));
        await Resolve(agent, reference);
        desk.Advance(Duration.FromMinutes(1));
        var again = (await agent.Post("cases", Alert("switch-3"))).Expect(200);
        Assert.Equal((reference, "resolved"), (again.Reference, (string?)again.Body!["condition"]));
        Assert.Equal(
            "Alert switch-3 was raised again, 3 times by now on this case.",
            (await Notes(agent, reference))[^1]
        );
    }

    [Theory]
    [InlineData("2026-12-25T09:59:59Z", true)]
    [InlineData("2026-12-25T10:00:00Z", false)]
    public async Task A_closed_case_is_followed_by_one_that_is_linked_to_it_for_24_hours(string at, bool isLinked)
    {
        await using var desk = await RunningDesk.Open(Opening);
        var agent = new Caller(desk);
        var closed = (await agent.Post("cases", Alert("switch-3"))).Expect(201).Reference;
        await Resolve(agent, closed);
        await agent.Do(closed, "close");
        desk.AdvanceTo(at);
        (await agent.Post("cases", Alert("switch-3", "cleared"))).Expect(204);

        var next = (await agent.Post("cases", Alert("switch-3"))).Expect(201);
        Assert.NotEqual(closed, next.Reference);
        Assert.Equal(isLinked, next.Body!.ToJsonString().Contains(closed, StringComparison.Ordinal));
        Assert.Equal("closed", (string?)(await agent.Case(closed)).Body!["condition"]);
        Assert.Equal(next.Reference, (await agent.Post("cases", Alert("switch-3"))).Expect(200).Reference);
    }

    [Fact]
    public async Task S48_An_alert_sent_again_under_its_idempotency_key_is_counted_once()
    {
        await using var desk = await RunningDesk.Open(Opening);
        var agent = new Caller(desk);
        (string, string) retry = ("Idempotency-Key", "a-1");
        var reference = (await agent.Post("cases", Alert("switch-3"), retry)).Expect(201).Reference;
        (await agent.Post("cases", Alert("switch-3"), retry)).Expect(201);
        (string, string) other = ("Idempotency-Key", "a-2");
        (await agent.Post("cases", Alert("switch-3"), other)).Expect(200);
        (await agent.Post("cases", Alert("switch-3"), other)).Expect(200);
        Assert.Equal(["Alert switch-3 was raised again, 2 times by now on this case."], await Notes(agent, reference));
        // Two senders may choose the same key.
        (await new Caller(desk, "Another monitor").Post("cases", Alert("switch-3"))).Expect(201);
    }

    [Fact]
    public async Task Only_what_the_desks_monitoring_found_is_an_alert()
    {
        await using var desk = await RunningDesk.Open(Opening);
        var agent = new Caller(desk);
        var phoned = Alert("switch-3");
        phoned["source"] = "phone";
        Assert.Equal("invalid-input", (await agent.Post("cases", phoned)).Expect(400).Code);
        Assert.Equal("invalid-input", (await agent.Post("cases", Alert(" "))).Expect(400).Code);
        Assert.Equal("invalid-input", (await agent.Post("cases", Alert(new string('k', 201)))).Expect(400).Code);
        var contact = new Caller(desk, "Office manager", "contact");
        Assert.Equal("role-not-allowed", (await contact.Post("cases", Alert("switch-3"))).Expect(403).Code);
        Assert.Empty(await References(agent));
    }

    // Each caller sends every sixteenth; the keys take turns, so that all callers are at the same ones.
    private static async Task Flood(Caller[] doors, int alerts)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        for (var number = caller; number < alerts; number += Callers)
                        {
                            var answer = await doors[caller % doors.Length]
                                .Post("cases", Alert($"key {number % Keys}"));
                            Assert.True(answer.Status is 200 or 201, $"{answer.Status}: {answer.Body}");
                        }
                    })
                )
        );
        TestContext.Current.SendDiagnosticMessage($"{alerts} alerts in {Stopwatch.GetElapsedTime(began)}");
        var references = await References(doors[0]);
        Assert.Equal(Keys, references.Count);
        foreach (var reference in references)
        {
            Assert.Single(await Notes(doors[0], reference!));
        }
    }

    private static JsonObject Alert(string key, string state = "raised")
    {
        var body = Caller.FaultForSome.DeepClone().AsObject();
        body["source"] = "monitoring";
        body["alert"] = new JsonObject { ["key"] = key, ["state"] = state };
        return body;
    }

    private static Task<Answer> Resolve(Caller agent, string reference) =>
        agent.Do(
            reference,
            "resolve",
            new JsonObject { ["resolution"] = "The switch was restarted", ["confirmation"] = "notRequired" }
        );

    private static async Task<List<string?>> References(Caller agent) =>
        [
            .. (await agent.Get("queue?take=100")).Expect(200).Body!["rows"]!
                .AsArray()
                .Select(row => (string?)row!["reference"]),
        ];

    private static async Task<List<string?>> Notes(Caller agent, string reference) =>
        [
            .. (await agent.Events(reference))
                .Select(one => one!["event"]!)
                .Where(one => (string?)one["type"] == "noted")
                .Select(one => (string?)one["text"]),
        ];
}
