using System.Text.Json.Nodes;
using NodaTime;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Heartbeats;

/// <summary>What is to be heard of and is not becomes a case, once; and the case says when it is heard of again. R15</summary>
public sealed class HeartbeatTests
{
    [Fact]
    public async Task R15_A_monitor_that_falls_silent_is_one_case_found_by_monitoring_which_says_when_it_speaks_again()
    {
        await using var watching = await WatchingDesk.Open();
        await watching.PassTo("2026-12-24T10:01:00Z");
        (await watching.Hear()).Expect(200);
        await watching.PassTo("2026-12-24T10:03:00Z");
        Assert.Equal("2026-12-24T10:03:00Z", (string?)(await watching.Look())["dueAt"]);
        Assert.Empty(await watching.Cases());

        await watching.PassTo("2026-12-24T10:03:01Z");
        var silent = await watching.Becomes("silent");
        var reference = Assert.Single(await watching.Cases())!;
        Assert.Equal(reference, (string?)silent["case"]);
        Assert.Equal("2026-12-24T10:03:00Z", (string?)silent["silentSince"]);
        var logged = (await watching.Agent.Events(reference))[0]!["event"]!;
        Assert.Equal(
            ("Nothing is heard of Line monitor, expected every 2 minutes", "monitoring", "2026-12-24T10:03:00Z"),
            ((string?)logged["subject"], (string?)logged["source"], (string?)logged["detectedAt"])
        );
        await watching.PassTo("2026-12-24T10:05:00Z");

        Assert.Equal("heard", (string?)(await watching.Hear()).Expect(200).Body!["state"]);
        await watching.PassTo("2026-12-24T10:07:01Z");
        await watching.Becomes("silent");
        Assert.Equal(reference, Assert.Single(await watching.Cases()));
        Assert.Equal(
            [
                "Line monitor is heard of again, on Thu 24 Dec 2026, 10:05 GMT. It was silent since Thu 24 Dec 2026, 10:03 GMT. That happened once on this case.",
                "Line monitor is silent again. It is to be heard of every 2 minutes, and was last on Thu 24 Dec 2026, 10:05 GMT. That happened 2 times on this case.",
            ],
            await watching.Notes(reference)
        );
    }

    [Fact]
    public async Task R15_A_silence_outlasts_a_start_and_what_came_while_nobody_could_hear_it_is_no_silence()
    {
        await using var watching = await WatchingDesk.Open();
        await watching.Desk.Stop();
        watching.Desk.Advance(Duration.FromSeconds(20));
        await watching.Desk.Start();
        await watching.PassTo("2026-12-24T10:02:01Z");
        await watching.Becomes("silent");
        await watching.Hear();

        await watching.Desk.Stop();
        watching.Desk.AdvanceTo("2026-12-24T11:00:00Z");
        await watching.Desk.Start();
        await RunningDesk.Until(
            async () => (string?)(await watching.Look())["dueAt"] == "2026-12-24T11:02:00Z",
            "it is waited for anew"
        );
        Assert.Single(await watching.Cases());
        await watching.PassTo("2026-12-24T11:02:01Z");
        await watching.Becomes("silent");
    }

    [Fact]
    public async Task A_silence_after_its_case_was_closed_is_a_new_case_that_is_linked_to_it()
    {
        await using var watching = await WatchingDesk.Open();
        await watching.PassTo("2026-12-24T10:02:01Z");
        var first = (string?)(await watching.Becomes("silent"))["case"];
        await watching.Agent.Do(
            first!,
            "resolve",
            new JsonObject { ["resolution"] = "The line is back", ["confirmation"] = "notRequired" }
        );
        await watching.Agent.Do(first!, "close");
        Assert.Equal("heard", (string?)(await watching.Hear()).Expect(200).Body!["state"]);

        await watching.PassTo("2026-12-24T10:04:02Z");
        var second = (string?)(await watching.Becomes("silent"))["case"];
        Assert.NotEqual(first, second);
        Assert.Contains(first!, (await watching.Agent.Case(second!)).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await watching.Notes(first!));
    }

    [Fact]
    public async Task Nobody_waits_for_what_is_suspended_or_whose_customer_left()
    {
        await using var watching = await WatchingDesk.Open();
        var suspended = WatchingDesk.Registration;
        suspended["suspended"] = true;
        (await watching.Put(suspended)).Expect(200);
        await watching.PassTo("2026-12-24T10:05:00Z");
        Assert.Equal("Suspended by Alex at the desk.", (string?)(await watching.Look())["suspended"]);

        (await watching.Put(WatchingDesk.Registration)).Expect(200);
        Assert.Equal("2026-12-24T10:07:00Z", (string?)(await watching.Look())["dueAt"]);
        var customer = (await watching.Database.Customers.Find(RunningDesk.Customer))!;
        await watching.Database.Customers.Save([customer with { LeftOn = new LocalDate(2026, 12, 24) }]);
        await watching.PassTo("2026-12-24T10:07:01Z");
        Assert.Equal(
            "Suspended, since Ashgrove Primary School left this desk on 2026-12-24.",
            (string?)(await watching.Becomes("suspended"))["suspended"]
        );
        Assert.Empty(await watching.Cases());
    }

    [Fact]
    public async Task Who_registers_the_same_again_and_again_hides_no_silence()
    {
        await using var watching = await WatchingDesk.Open();
        await watching.PassTo("2026-12-24T10:01:30Z");
        (await watching.Put(WatchingDesk.Registration)).Expect(200);
        Assert.Equal("2026-12-24T10:02:00Z", (string?)(await watching.Look())["dueAt"]);
        var rarer = WatchingDesk.Registration;
        rarer["every"] = "PT3M";
        (await watching.Put(rarer)).Expect(200);
        Assert.Equal("2026-12-24T10:04:30Z", (string?)(await watching.Look())["dueAt"]);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_registration_is_told_at_once_and_nothing_is_kept()
    {
        await using var watching = await WatchingDesk.Open();
        var wrong = new JsonObject
        {
            ["name"] = " ",
            ["customer"] = "nobody",
            ["every"] = "PT59S",
            ["kind"] = "complaint",
            ["services"] = new JsonArray("teleporter"),
            ["answers"] = new JsonObject { ["affected"] = "moon", ["effect"] = "cannot-use" },
        };
        var answer = (await watching.Put(wrong)).Expect(400);
        Assert.Equal("invalid-input", answer.Code);
        Assert.Equal(
            ["$.answers.affected", "$.customer", "$.every", "$.kind", "$.name", "$.services"],
            answer.Body!["errors"]!.AsObject().Select(one => one.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal("Line monitor", (string?)(await watching.Look())["name"]);
        wrong["every"] = "P1D";
        Assert.Equal("malformed-request", (await watching.Put(wrong)).Expect(400).Code);
    }

    [Fact]
    public async Task A_stale_change_an_unknown_one_and_a_customers_own_are_refused()
    {
        await using var watching = await WatchingDesk.Open();
        var changed = WatchingDesk.Registration;
        changed["every"] = "PT5M";
        (await watching.Put(changed, ("If-Match", "\"1\""))).Expect(200);
        changed["every"] = "PT6M";
        Assert.Equal("heartbeat-changed", (await watching.Put(changed, ("If-Match", "\"1\""))).Expect(412).Code);
        Assert.Equal("no-such-heartbeat", (await watching.Agent.Post("heartbeats/another/heard")).Expect(404).Code);
        var contact = new Caller(watching.Desk, "Office manager", "contact");
        Assert.Equal("role-not-allowed", (await contact.Post($"{WatchingDesk.Monitor}/heard")).Expect(403).Code);
        Assert.Equal("role-not-allowed", (await contact.Get("heartbeats")).Expect(403).Code);
    }
}
