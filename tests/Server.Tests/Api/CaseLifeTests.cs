using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>The life of a case through HTTP. Times are those of the stories in the requirements, worked out by hand.</summary>
public sealed class CaseLifeTests
{
    /// <summary>Story D1: a telephone call over Christmas, with a hold. ESS-29, ESS-45, ESS-71, ESS-73.</summary>
    [Fact]
    public async Task D1_A_call_over_Christmas_is_due_when_the_guide_says()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:31:00Z");
        var agent = new Caller(desk);
        var body = Caller.FaultForSome.DeepClone();
        body["receivedAt"] = "2026-12-24T15:20:00Z";

        var logged = await agent.Log(body);
        Assert.Equal("P3", logged.Body!["priority"]!["id"]!.GetValue<string>());
        Assert.Equal("down-for-some", logged.Body["priority"]!["proposed"]!["rule"]!.GetValue<string>());
        Assert.Equal("open", logged.Body["condition"]!.GetValue<string>());
        Assert.Equal("2026-12-24T15:31:00Z", logged.Clock("resolve")["start"]!.GetValue<string>());
        Assert.Equal("2026-12-31T15:31:00Z", logged.Clock("resolve")["due"]!.GetValue<string>());
        var reference = logged.Reference;

        desk.AdvanceTo("2026-12-29T09:05:00Z");
        var assigned = await agent.Do(reference, "assign", new JsonObject { ["engineer"] = "Engineer 1" });
        Assert.Equal("assigned", assigned.Body!["condition"]!.GetValue<string>());

        desk.AdvanceTo("2026-12-30T11:00:00Z");
        var hold = new JsonObject
        {
            ["reason"] = "customer-unavailable",
            ["awaiting"] = "somebody in the office to test",
        };
        var held = await agent.Do(reference, "hold", hold);
        Assert.Equal("paused", held.Clock("resolve")["state"]!.GetValue<string>());
        Assert.Equal("PT15H29M", held.Clock("resolve")["used"]!.GetValue<string>()); // 929 minutes
        Assert.Equal("PT14H31M", held.Clock("resolve")["left"]!.GetValue<string>()); // 871 minutes
        Assert.Null(held.Clock("resolve")["due"]);

        desk.AdvanceTo("2027-01-04T09:30:00Z");
        var reply = new JsonObject { ["text"] = "We are back and can test", ["channel"] = "email" };
        var answered = await agent.Do(reference, "reply", reply);
        Assert.Equal("assigned", answered.Body!["condition"]!.GetValue<string>());
        Assert.Equal("2027-01-05T14:01:00Z", answered.Clock("resolve")["due"]!.GetValue<string>());

        desk.AdvanceTo("2027-01-05T13:50:00Z");
        var resolve = new JsonObject { ["resolution"] = "The mailbox was moved", ["confirmation"] = "required" };
        var resolved = await agent.Do(reference, "resolve", resolve);
        Assert.Equal("resolvedToConfirm", resolved.Body!["condition"]!.GetValue<string>());
        Assert.Equal("met", resolved.Clock("resolve")["state"]!.GetValue<string>());
        Assert.Equal("PT11M", resolved.Clock("resolve")["left"]!.GetValue<string>());

        desk.AdvanceTo("2027-01-05T15:00:00Z");
        var contact = new Caller(desk, "Office manager", "contact");
        var closed = await contact.Do(reference, "confirm");
        Assert.Equal("closed", closed.Body!["condition"]!.GetValue<string>());
        Assert.Equal("confirmed", closed.Body["closed"]!["because"]!.GetValue<string>());
        Assert.DoesNotContain(await agent.Events(reference), IsBreachOf("resolve"));
    }

    /// <summary>The ledger adds up, segment by segment, and cites the guide. Story D1 with its hold.</summary>
    [Fact]
    public async Task The_ledger_of_a_clock_adds_up_to_its_due()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:31:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        desk.AdvanceTo("2026-12-30T11:00:00Z");
        await agent.Do(
            reference,
            "hold",
            new JsonObject { ["reason"] = "information", ["awaiting"] = "the name of the mailbox" }
        );
        desk.AdvanceTo("2027-01-04T09:30:00Z");
        await agent.Do(reference, "resume");

        var ledger = (await agent.Get($"cases/{reference}/clocks/resolve/ledger")).Expect(200).Body!;
        Assert.Equal("PT15H29M", ledger["counted"]!.GetValue<string>());
        Assert.Equal("PT14H31M", ledger["toCome"]!.GetValue<string>());
        Assert.Equal("PT18H30M", ledger["withheld"]!.GetValue<string>()); // 1110 minutes: 420 + 600 + 90
        var segments = ledger["segments"]!.AsArray();
        Assert.Equal("2026-12-24T15:31:00Z", segments[0]!["from"]!.GetValue<string>());
        Assert.Equal("2027-01-05T14:01:00Z", segments[^1]!["to"]!.GetValue<string>());
        Assert.All(
            segments.Zip(segments.Skip(1)),
            pair => Assert.Equal((string?)pair.First!["to"], (string?)pair.Second!["from"])
        );
        Assert.All(segments, segment => Assert.NotEmpty(segment!["paragraph"]!.GetValue<string>()));
        Assert.Contains("Due Tue 5 Jan 14:01 GMT", ledger["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(segments, segment => segment!["why"]!.GetValue<string>() == "Christmas Day");
    }

    /// <summary>ESS-53: no door re-opens a closed case; a reply begins a new one, linked, with a fresh clock .</summary>
    [Fact]
    public async Task A_closed_case_is_never_reopened_and_a_reply_begins_the_next()
    {
        await using var desk = await RunningDesk.Open("2027-03-23T09:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(
            reference,
            "resolve",
            new JsonObject { ["resolution"] = "Restarted", ["confirmation"] = "notRequired" }
        );
        var closed = await agent.Do(reference, "close");
        var events = (await agent.Events(reference)).Count;

        var refused = (await agent.Post($"cases/{reference}/reopen", new JsonObject())).Expect(409);
        Assert.Equal("case-closed", refused.Code);
        Assert.Equal("ESS-53", refused.Body!["rule"]!.GetValue<string>());
        Assert.Equal("silence", refused.Body["paragraph"]!["id"]!.GetValue<string>());
        Assert.Equal("2.0", refused.Body["paragraph"]!["guideVersion"]!.GetValue<string>());
        Assert.Equal(closed.Version, (await agent.Case(reference)).Version);

        desk.AdvanceTo("2027-03-23T10:00:00Z");
        var replied = await agent.Do(
            reference,
            "reply",
            new JsonObject { ["text"] = "It is back", ["channel"] = "email" }
        );
        var next = await agent.Case(replied.Body!["next"]!.GetValue<string>());
        Assert.Equal(reference, next.Body!["continues"]!.GetValue<string>());
        Assert.Equal("2027-03-23T10:00:00Z", next.Clock("resolve")["start"]!.GetValue<string>());
        Assert.Equal("closed", replied.Body["condition"]!.GetValue<string>());
        Assert.Equal(events + 1, (await agent.Events(reference)).Count);
    }

    /// <summary>ESS-53: of several answers to a closed case the first begins the next case, and the others are on that one.</summary>
    [Fact]
    public async Task Further_answers_to_a_closed_case_are_on_the_one_that_goes_on_with_it()
    {
        await using var desk = await RunningDesk.Open("2027-03-23T09:00:00Z");
        var agent = new Caller(desk);
        var first = (await agent.Log(Caller.FaultForSome)).Reference;
        await Close(agent, first);
        var events = (await agent.Events(first)).Count;

        var second = (await Reply(agent, first, "It is back")).Body!["next"]!.GetValue<string>();
        desk.AdvanceTo("2027-03-23T10:00:00Z");
        var again = await Reply(agent, first, "Is anybody there?");
        await Reply(agent, first, "Hello?");

        Assert.Equal((second, null), (again.Reference, (string?)again.Body!["next"]));
        Assert.Equal("2027-03-23T09:00:00Z", again.Clock("resolve")["start"]!.GetValue<string>());
        Assert.Equal(events + 1, (await agent.Events(first)).Count);
        Assert.Equal(
            3,
            (await agent.Events(second)).Count(one => (string?)one!["event"]!["type"] == "customer-replied")
        );
        Assert.Single((await agent.Get("queue")).Body!["rows"]!.AsArray());

        // That one closed as well, the next answer to the first begins a third.
        await Close(agent, second);
        var third = (await Reply(agent, first, "Once more")).Body!["next"]!.GetValue<string>();
        Assert.Equal(second, (string?)(await agent.Case(third)).Body!["continues"]);
    }

    private static async Task Close(Caller agent, string reference)
    {
        var resolve = new JsonObject { ["resolution"] = "Restarted", ["confirmation"] = "notRequired" };
        await agent.Do(reference, "resolve", resolve);
        await agent.Do(reference, "close");
    }

    private static Task<Answer> Reply(Caller agent, string reference, string text) =>
        agent.Do(reference, "reply", new JsonObject { ["text"] = text, ["channel"] = "email" });

    /// <summary>A-10: logged by hand as well, only a closed case is continued, and both know it.</summary>
    [Fact]
    public async Task A_case_logged_by_hand_continues_a_closed_one_only()
    {
        await using var desk = await RunningDesk.Open("2027-03-23T09:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.Fault("one", "email"))).Reference;
        var again = Caller.FaultForSome.DeepClone();
        again["continues"] = reference;

        Assert.Equal("wrong-condition", (await agent.Post("cases", again)).Expect(409).Code);
        await agent.Do(
            reference,
            "resolve",
            new JsonObject { ["resolution"] = "Restarted", ["confirmation"] = "notRequired" }
        );
        await agent.Do(reference, "close");
        var next = await agent.Log(again);
        Assert.Equal(reference, (string?)next.Body!["continues"]);
        var old = await agent.Case(reference);
        Assert.Equal(
            ("closed", "continuedBy"),
            ((string?)old.Body!["condition"], (string?)old.Body["links"]![0]!["kind"])
        );
        Assert.Equal(next.Reference, (string?)old.Body["links"]![0]!["other"]);
        var link = new JsonObject { ["other"] = next.Reference, ["kind"] = "continuedBy" };
        Assert.Equal(
            "ESS-53",
            (string?)
                (
                    await agent.Post(
                        $"cases/{next.Reference}/link",
                        new JsonObject { ["other"] = reference, ["kind"] = "continues" }
                    )
                )
                    .Expect(400)
                    .Body!["rule"]
        );
        (await agent.Post($"cases/{reference}/link", link)).Expect(400);
    }

    /// <summary>Semantics 38: linked on both sides at once, and undone on both.</summary>
    [Fact]
    public async Task Links_are_on_both_cases()
    {
        await using var desk = await RunningDesk.Open("2027-03-23T09:00:00Z");
        var agent = new Caller(desk);
        var (call, incident) = (
            (await agent.Log(Caller.FaultForSome)).Reference,
            (await agent.Log(Caller.FaultForSome)).Reference
        );

        await agent.Do(call, "link", new JsonObject { ["other"] = incident, ["kind"] = "parent" });
        Assert.Equal("child", (string?)(await agent.Case(incident)).Body!["links"]![0]!["kind"]);
        Assert.Equal(1, (int?)(await agent.Get("search?q=" + incident)).Body!["hits"]![0]!["case"]!["children"]);

        await agent.Do(incident, "unlink", new JsonObject { ["other"] = call, ["reason"] = "Another building" });
        Assert.Empty((await agent.Case(call)).Body!["links"]!.AsArray());
        Assert.Empty((await agent.Case(incident)).Body!["links"]!.AsArray());
    }

    /// <summary>ESS-43, ESS-44, A-07: raising within 30 minutes, by the Team Leader with the agreed contact.</summary>
    [Fact]
    public async Task Raising_follows_the_guide()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T07:25:00Z");
        var (agent, leader) = (new Caller(desk), new Caller(desk, "Team leader", "team-leader"));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var raise = new JsonObject { ["priority"] = "P2", ["with"] = "Head teacher" };

        desk.AdvanceTo("2027-05-04T07:47:00Z");
        Assert.Equal("role-not-allowed", (await agent.Post($"cases/{reference}/priority", raise)).Expect(403).Code);
        var alone = new JsonObject { ["priority"] = "P2" };
        Assert.Equal(
            "customer-contact-required",
            (await leader.Post($"cases/{reference}/priority", alone)).Expect(422).Code
        );
        var raised = await leader.Do(reference, "priority", raise);
        Assert.Equal("2027-05-05T07:25:00Z", raised.Clock("resolve")["due"]!.GetValue<string>()); // one working day from 08:25 BST

        desk.AdvanceTo("2027-05-04T07:56:00Z");
        var over = await leader.Post(
            $"cases/{reference}/priority",
            new JsonObject { ["priority"] = "P1", ["with"] = "Head teacher" }
        );
        Assert.Equal("raise-window-over", over.Expect(409).Code);
    }

    private static Predicate<JsonNode?> IsBreachOf(string target) =>
        happened =>
            (string?)happened!["event"]!["type"] == "target-missed" && (string?)happened["event"]!["target"] == target;
}
