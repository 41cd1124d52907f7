using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// An escalation over the API, on the desk's own clock: SMC-04 to SMC-16, SMC-38, SMC-39, ESS-81, S-04, semantics 20. The night
/// is that of story D5; its times are worked out in <c>guides/scenarios/d5-night-escalation.yaml</c>.
/// </summary>
public sealed class EscalationTests
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

    // S-03: the level stays as it is, and the window of the next contact says who was brought in until it is kept.
    [Fact]
    public async Task Who_is_brought_in_inside_is_told_at_the_next_contact()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var agent = new Caller(desk, at: "smc");
        var reference = (await agent.Log(Outage)).Reference;
        var page = $"/smc/cases/{reference}";
        await agent.Do(reference, "escalate", Call(0));
        await agent.Do(reference, "agree-call-back", new() { ["at"] = "2027-03-27T23:00:00Z" });
        await agent.Do(reference, "engage", new() { ["level"] = 2, ["person"] = "Duty Manager 1" });
        Assert.Contains(
            "Tell them also who was brought in: SMC Manager or Duty Manager (Duty Manager 1).",
            (await PageForm.Open(desk, page, "call-back")).Html,
            StringComparison.Ordinal
        );
        var plan = new JsonObject
        {
            ["text"] = "A fibre is cut",
            ["plan"] = new JsonObject { ["everyMinutes"] = 30 },
        };
        await agent.Do(reference, "call-back", plan);
        Assert.DoesNotContain(
            "Tell them also",
            (await PageForm.Open(desk, page, "planned-contact")).Html,
            StringComparison.Ordinal
        );

        desk.AdvanceTo("2027-03-27T22:40:00Z");
        var inside = await agent.Do(reference, "engage", new() { ["level"] = 3, ["outcome"] = "informed" });

        Assert.Equal(1, (int)inside.Body!["escalations"]![0]!["level"]!);
        Assert.Contains(
            "Tell them also who was brought in: Service Operations Manager",
            (await PageForm.Open(desk, page, "planned-contact")).Html,
            StringComparison.Ordinal
        );
    }

    // SMC-16: noted with who it was, answered with the way to escalate, and no level.
    [Fact]
    public async Task Who_turns_to_a_manager_is_led_back_to_the_desk()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var manager = new Caller(desk, "Head of Operations 1", "head-of-operations", "smc");
        var reference = (await manager.Log(Outage)).Reference;

        var approach = Text("Put somebody senior on this", ("role", "head-of-operations"), ("channel", "inPerson"));
        var noted = await manager.Do(reference, "note-approach", approach);

        Assert.Empty(noted.Body!["escalations"]!.AsArray());
        Assert.NotNull((await Row(manager, reference))["escalationAskedAt"]);
        var told = (await manager.Get($"cases/{reference}/messages")).Expect(200).Body!["messages"]!.AsArray();
        var answer = Assert.Single(told, message => (string?)message!["rule"] == "escalation-asked")!;
        Assert.Contains("01632 960200", (string)answer["text"]!, StringComparison.Ordinal);
        var events = (await manager.Events(reference)).Select(one => one!["event"]!);
        var asked = Assert.Single(events, one => (string?)one["type"] == "escalation-asked");
        Assert.Equal("head-of-operations", (string?)asked["approached"]!["role"]);
        Assert.Equal("Network control", (string?)asked["from"]);

        // The same on the page, where the first line is none of those who can be turned to.
        var window = await PageForm.Open(desk, $"/smc/cases/{reference}", "note-approach");
        Assert.DoesNotContain("smc-first-line", window.Html, StringComparison.Ordinal);
        Assert.Contains("The customer reads this.", window.Html, StringComparison.Ordinal);
        await window.Send(("role", "duty-manager"), ("channel", "Phone"), ("text", "Take it over"));
        Assert.Contains(
            "turned to SMC Manager or Duty Manager directly, by telephone, and was led back to the desk",
            await desk.Client.GetStringAsync($"/smc/cases/{reference}", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    // SMC-04 to SMC-15, SMC-38, SMC-39: a wish by mail raises nothing, the call does, and what follows is owed and told.
    [Fact]
    public async Task A_night_at_the_service_management_centre()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var agent = new Caller(desk, at: "smc");
        var owner = new Caller(desk, "Duty Manager", "duty-manager", "smc");
        var reference = (await agent.Log(Outage)).Reference;

        // A wish by mail: noted, answered with the telephone number, and no level.
        desk.AdvanceTo("2027-03-28T02:35:00Z");
        var asked = await agent.Do(reference, "ask-to-escalate", Text("Please escalate", ("channel", "email")));
        Assert.Empty(asked.Body!["escalations"]!.AsArray());
        Assert.NotNull(asked.Body["unreadSince"]);
        var told = (await agent.Get($"cases/{reference}/messages")).Expect(200).Body!["messages"]!.AsArray();
        var answer = Assert.Single(told, message => (string?)message!["rule"] == "escalation-asked")!;
        Assert.Contains("01632 960200", (string)answer["text"]!, StringComparison.Ordinal);

        // The call.
        desk.AdvanceTo("2027-03-28T02:40:00Z");
        var nobody = await agent.Post($"cases/{reference}/escalate", new JsonObject { ["level"] = 1 });
        Assert.Equal(("call-required", "levels"), (nobody.Expect(409).Code, (string?)nobody.Body!["paragraph"]!["id"]));
        var call = Call(0);
        call["callBack"] = "2027-03-28T03:00:00Z";
        call["zone"] = "Asia/Dubai";
        var escalated = (await agent.Do(reference, "escalate", call)).Body!["escalations"]![0]!;
        Assert.Equal(
            (1, true, "Alex at the desk"),
            ((int)escalated["level"]!, (bool)escalated["active"]!, (string)escalated["recipient"]!)
        );
        Assert.Equal("duty-manager", (string?)escalated["next"]!["role"]);
        Assert.Equal(1, (int?)(await Row(agent, reference))["escalationLevel"]);

        await agent.Do(reference, "engage", new JsonObject { ["level"] = 2, ["person"] = "Duty Manager 1" });
        var bare = await owner.Post($"cases/{reference}/call-back", Text("A fibre is cut"));
        Assert.Equal("plan-required", bare.Expect(409).Code);
        desk.AdvanceTo("2027-03-28T02:58:00Z");
        var withPlan = Text("A fibre is cut");
        withPlan["plan"] = new JsonObject { ["everyMinutes"] = 30, ["from"] = "2027-03-28T03:30:00Z" };
        await owner.Do(reference, "call-back", withPlan);
        desk.AdvanceTo("2027-03-28T03:29:00Z");
        await owner.Do(reference, "planned-contact", Text("The crew has found the place"));

        // Nothing at 04:00: missed at that instant, noticed by the worker, told once.
        desk.AdvanceTo("2027-03-28T04:00:00.000001Z");
        await RunningDesk.Until(async () => (await Missed(agent, reference)).Count == 1, "the contact is missed");
        var missed = (await Missed(agent, reference)).Single();
        Assert.Equal("2027-03-28T04:00:00Z", (string?)missed["at"]);
        Assert.Equal(["duty-manager", "smc-first-line"], missed["alerts"]!.AsArray().Select(who => (string?)who));
        Assert.Equal(1, (int?)(await Row(agent, reference))["missedPromises"]);

        // Another owner; the customer is told.
        var untold = await agent.Post($"cases/{reference}/hand-over", new JsonObject { ["to"] = "Duty Manager 2" });
        Assert.Equal(("invalid-input", "SMC-38"), (untold.Expect(400).Code, (string?)untold.Body!["rule"]));
        await agent.Do(reference, "hand-over", new JsonObject { ["to"] = "Duty Manager 2", ["told"] = "phone" });

        await owner.Do(
            reference,
            "resolve",
            new JsonObject { ["resolution"] = "Spliced", ["confirmation"] = "notRequired" }
        );
        Assert.Equal("rfo-required", (await owner.Post($"cases/{reference}/close")).Expect(409).Code);
        await owner.Do(reference, "rfo", Text("A digger cut the fibre"));
        Assert.Equal("escalation-open", (await owner.Post($"cases/{reference}/close")).Expect(409).Code);
        var end = new JsonObject
        {
            ["reason"] = "Restored",
            ["told"] = "phone",
            ["rfo"] = "given",
        };
        var ended = (await owner.Do(reference, "end-escalation", end)).Body!["escalations"]![0]!;
        Assert.False((bool)ended["active"]!);
        Assert.Equal("Duty Manager 2", (string?)ended["owner"]!["name"]);
        Assert.Null((await Row(agent, reference))["escalationLevel"]);
    }

    // ESS-85: both ladders of the schools guide have a next level. S-07: the guide names no date for a reason for outage.
    [Fact]
    public async Task The_page_offers_the_levels_of_every_ladder_and_agrees_the_date_of_what_is_owed()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var page = $"/schools-desk/cases/{reference}";

        var service = await PageForm.Open(desk, page, "escalate");
        await service.Send(
            ("from", "Office manager"),
            ("level", "service/1"),
            ("channel", "Phone"),
            ("reasons", "quality")
        );
        var incident = await PageForm.Open(desk, page, "escalate");
        Assert.DoesNotContain("service/1", incident.Html, StringComparison.Ordinal);
        await incident.Send(("from", "Office manager"), ("level", "incident/1"), ("channel", "Phone"));
        var ladders = (await agent.Case(reference)).Body!["escalations"]!
            .AsArray()
            .Select(one => (string?)one!["ladder"]);
        Assert.Equal(["incident", "service"], ladders.Order());

        // Number 1 is about the service, number 2 about the case, by which it is worked.
        var engage = await PageForm.Open(desk, page, "engage");
        Assert.Contains("value=\"2/1\"", engage.Html, StringComparison.Ordinal);
        await engage.Send(("level", "1/1"), ("person", "Head 1"), ("outcome", "Informed"), ("channel", "Phone"));
        var step = await PageForm.Open(desk, page, "plan-step");
        await step.Send(("about", "1"), ("what", "Look into it"), ("who", "Manager 2"), ("due", "2026-12-15 10:00"));
        var done = await PageForm.Open(desk, page, "step-done");
        await done.Send(("step", "1/1"), ("text", "It was looked into"));
        var both = (await agent.Case(reference)).Body!["escalations"]!.AsArray();
        Assert.Equal("Head 1", (string?)Assert.Single(both[0]!["engagements"]!.AsArray())!["person"]);
        Assert.Empty(both[1]!["engagements"]!.AsArray());
        var steps = (await agent.Events(reference)).Select(one => one!["event"]!);
        Assert.Equal(
            [("step-planned", 1), ("step-done", 1)],
            steps
                .Where(one => ((string)one["type"]!).StartsWith("step", StringComparison.Ordinal))
                .Select(one => ((string)one["type"]!, (int)one["about"]!))
        );

        var end = await PageForm.Open(desk, page, "end-escalation");
        Assert.Contains(
            "by when",
            await end.Send(("reason", "It runs"), ("told", "Phone"), ("rfo", "Owed")),
            StringComparison.Ordinal
        );
        var dated = await PageForm.Open(desk, page, "end-escalation");
        await dated.Send(("reason", "It runs"), ("told", "Phone"), ("rfo", "Owed"), ("rfo-due", "2026-12-18 16:00"));
        Assert.Contains(
            (await agent.Case(reference)).Body!["escalations"]!.AsArray(),
            one => (string?)one!["ended"]?["rfoDue"] == "2026-12-18T16:00:00Z"
        );
    }

    [Fact]
    public async Task Two_who_escalate_at_once_make_one_level()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var agent = new Caller(desk, at: "smc");
        var reference = (await agent.Log(Outage)).Reference;
        await agent.Do(reference, "escalate", Call(0));

        Caller[] agents = [.. Enumerable.Range(1, 8).Select(number => new Caller(desk, $"Agent {number}", at: "smc"))];
        await Task.WhenAll(agents.Select(one => one.Do(reference, "escalate", Call(1))));

        var one = (await agent.Case(reference)).Body!["escalations"]!.AsArray().Single()!;
        Assert.Equal([1, 2], one["levels"]!.AsArray().Select(level => (int)level!["level"]!));
        Assert.Equal(7, one["repeats"]!.AsArray().Count);
    }

    [Fact]
    public async Task More_urgency_sorts_a_case_above_its_priority_and_changes_no_target()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var agent = new Caller(desk);
        var leader = new Caller(desk, "Team Leader 1", "team-leader");
        var first = (await agent.Log(Caller.FaultForSome)).Reference;
        var second = (await agent.Log(Caller.FaultForSome)).Reference;
        var before = (await agent.Case(second)).Clock("resolve")["due"]!.ToJsonString();
        var urgency = new JsonObject { ["justification"] = "An examination is on", ["noticeGiven"] = true };

        Assert.Equal("role-not-allowed", (await agent.Post($"cases/{second}/urgency", urgency)).Expect(403).Code);
        var granted = await leader.Do(second, "urgency", urgency);

        Assert.Equal("An examination is on", (string?)granted.Body!["urgency"]!["justification"]);
        Assert.Equal(
            ("P3", before),
            ((string?)granted.Body["priority"]!["id"], granted.Clock("resolve")["due"]!.ToJsonString())
        );
        var queue = (await agent.Get("queue")).Body!["rows"]!.AsArray();
        Assert.Equal([second, first], queue.Select(row => (string?)row!["reference"]));
    }

    [Theory]
    [InlineData("""{"from":"x","channel":"pigeon"}""", 400, "malformed-request")]
    [InlineData("""{"from":"x","level":"two"}""", 400, "malformed-request")]
    [InlineData("""{"from":"x","level":99}""", 422, "unknown-in-guide")]
    [InlineData("""{"from":"x","level":-1}""", 422, "unknown-in-guide")]
    [InlineData("""{"from":"x","level":3}""", 409, "level-skipped")]
    [InlineData("""{"from":"   "}""", 409, "call-required")]
    [InlineData("""{"from":"x","reasons":["weather"]}""", 422, "unknown-in-guide")]
    [InlineData("""{"from":"x","callBack":"2027-03-27T22:00:00Z"}""", 400, "invalid-input")]
    [InlineData("""{"from":"x","callBack":"2027-06-27T22:00:00Z"}""", 400, "invalid-input")]
    [InlineData("""{"from":"x","callBack":"soon"}""", 400, "malformed-request")]
    [InlineData("""{"from":"x","zone":"../etc/passwd"}""", 400, "invalid-input")]
    [InlineData("""{"from":"x"}""", 400, "invalid-input")]
    public async Task Input_that_is_wrong_is_told_so(string body, int status, string code)
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var agent = new Caller(desk, at: "smc");
        var reference = (await agent.Log(Outage)).Reference;
        await agent.Do(reference, "escalate", Call(0));

        var answer = (await agent.Post($"cases/{reference}/escalate", JsonNode.Parse(body))).Expect(status);

        Assert.Equal(code, answer.Code);
    }

    private static JsonObject Call(int seenLevel) =>
        new()
        {
            ["from"] = "Network control",
            ["seenLevel"] = seenLevel,
            ["number"] = "01632 960200",
            ["acknowledged"] = true,
            ["reasons"] = new JsonArray("protracted"),
        };

    private static JsonObject Text(string text, params (string Name, string Value)[] more)
    {
        var body = new JsonObject { ["text"] = text };
        foreach (var (name, value) in more)
        {
            body[name] = value;
        }
        return body;
    }

    private static async Task<JsonNode> Row(Caller agent, string reference) =>
        (await agent.Get("queue")).Body!["rows"]!.AsArray().Single(row => (string?)row!["reference"] == reference)!;

    private static async Task<List<JsonNode>> Missed(Caller agent, string reference) =>
        [
            .. (await agent.Events(reference))
                .Select(one => one!["event"]!)
                .Where(one => (string?)one["type"] == "promise-missed"),
        ];
}
