using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// A ladder that climbs by itself, a request that is decided, a resolution plan and the price of urgency, over the API and by
/// the desk's own workers. Semantics 20 to 23, ESS-81, SMC-40.
/// </summary>
public sealed class LadderTests
{
    private const string Gulf = "gulf-colocation";

    // Severity 2 of 16:00 UTC: level 1 at 16:15, level 2 at 18:00 with the second missed target.
    [Fact]
    public async Task Levels_are_entered_while_nobody_does_anything()
    {
        await using var desk = await Open("2026-12-06T16:00:00Z");
        var agent = new Caller(desk, at: Gulf);
        var reference = (await agent.Log(Fault("rack", "now"))).Reference;
        Assert.Contains(
            (await agent.Case(reference)).Body!["dues"]!.AsArray(),
            due =>
                ((string?)due!["rule"], (int?)due["number"], (string?)due["at"]) == ("rise", 1, "2026-12-06T16:15:00Z")
        );

        desk.AdvanceTo("2026-12-06T16:14:59Z");
        await agent.Do(reference, "note", new JsonObject { ["text"] = "Nothing yet" });
        Assert.Empty((await agent.Case(reference)).Body!["escalations"]!.AsArray());

        desk.AdvanceTo("2026-12-06T16:15:00Z");
        await RunningDesk.Until(async () => await Level(agent, reference) == 1, "level 1 is entered");
        var first = (await agent.Case(reference)).Body!["escalations"]![0]!;
        Assert.Equal("shift-supervisor", (string?)first["next"]!["role"]);
        Assert.Equal("2026-12-06T16:15:00Z", (string?)first["levels"]![0]!["at"]);
        Assert.Equal("time", (string?)first["levels"]![0]!["way"]);

        desk.AdvanceTo("2026-12-06T18:00:01Z");
        await RunningDesk.Until(async () => await Level(agent, reference) == 2, "level 2 is entered");
        var second = (await agent.Case(reference)).Body!["escalations"]![0]!["levels"]![1]!;
        Assert.Equal(("2026-12-06T18:00:00Z", "condition"), ((string?)second["at"], (string?)second["way"]));
    }

    [Fact]
    public async Task A_request_is_decided_by_whom_the_guide_names()
    {
        await using var desk = await Open("2026-12-06T06:00:00Z");
        var (agent, manager) = (new Caller(desk, at: Gulf), new Caller(desk, "Manager on duty", "duty-manager", Gulf));
        var reference = (await agent.Log(Fault("rack", "today"))).Reference;
        var asked = await agent.Do(
            reference,
            "escalate",
            new JsonObject { ["from"] = "Operations", ["seenLevel"] = 0 }
        );
        Assert.Empty(asked.Body!["escalations"]!.AsArray());
        Assert.Equal("2026-12-06T06:30:00Z", (string?)asked.Body["escalationPending"]!["due"]);

        var verdict = new JsonObject { ["verdict"] = "approved", ["rationale"] = "It is late" };
        Assert.Equal(
            "role-not-allowed",
            (await agent.Post($"cases/{reference}/decide-escalation", verdict)).Expect(403).Code
        );
        var odd = new JsonObject { ["verdict"] = "perhaps" };
        Assert.Equal(
            "malformed-request",
            (await manager.Post($"cases/{reference}/decide-escalation", odd)).Expect(400).Code
        );
        var decided = await manager.Do(reference, "decide-escalation", verdict);

        Assert.Equal(1, (int?)decided.Body!["escalations"]![0]!["level"]);
        Assert.Null(decided.Body["escalationPending"]);
        Assert.Equal(
            "wrong-condition",
            (await manager.Post($"cases/{reference}/decide-escalation", verdict)).Expect(409).Code
        );
    }

    [Fact]
    public async Task SMC_40_A_missed_step_of_the_plan_is_alerted()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var agent = new Caller(desk, at: "smc");
        var reference = (await agent.Log(Outage)).Reference;
        await agent.Do(reference, "escalate", new JsonObject { ["from"] = "Network control", ["seenLevel"] = 0 });
        var step = new JsonObject
        {
            ["what"] = "Splice the fibre",
            ["who"] = "Engineer 7",
            ["due"] = "2027-03-27T23:30:00Z",
        };
        var planned = (await agent.Do(reference, "plan-step", step)).Body!["promises"]!
            .AsArray()
            .Single(one => (string?)one!["id"] == "resolution-step")!;
        Assert.Equal(("resolution-step", "Engineer 7"), ((string?)planned["id"], (string?)planned["step"]!["who"]));
        step["due"] = "2027-03-27T21:00:00Z";
        Assert.Equal("invalid-input", (await agent.Post($"cases/{reference}/plan-step", step)).Expect(400).Code);

        desk.AdvanceTo("2027-03-27T23:30:00.000001Z");
        await RunningDesk.Until(async () => await Step(agent, reference) == "missed", "the step is missed");
        await agent.Do(reference, "step-done", new JsonObject { ["number"] = 1 });

        Assert.Equal("late", await Step(agent, reference));
    }

    // Severity 2 of 16:00 UTC, level 1 by itself at 16:15; the guide has what a plan says approved, hourly by telephone.
    [Fact]
    public async Task SMC_12_The_page_asks_how_and_for_whom_the_plan_is_and_who_approved_what_was_said()
    {
        await using var desk = await Open("2026-12-06T16:00:00Z");
        var agent = new Caller(desk, at: Gulf);
        var reference = (await agent.Log(Fault("rack", "now"))).Reference;
        desk.AdvanceTo("2026-12-06T16:15:00Z");
        await RunningDesk.Until(async () => await Level(agent, reference) == 1, "level 1 is entered");
        var page = $"/{Gulf}/cases/{reference}";

        var plan = await PageForm.Open(desk, page, "plan");
        Assert.Contains("value=\"Authorised contacts\"", plan.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"60\"", plan.Html, StringComparison.Ordinal);
        await plan.Send(
            ("every", "60"),
            ("times", "09:00, 16:00"),
            ("by", "Email"),
            ("audience", "The night shift as well")
        );
        var agreed = (await agent.Case(reference)).Body!["escalations"]![0]!["plan"]!;
        Assert.Equal(("email", "The night shift as well"), ((string?)agreed["channel"], (string?)agreed["audience"]));
        Assert.Equal(["09:00", "16:00"], agreed["times"]!.AsArray().Select(time => (string?)time));

        // Without a name it is refused, with one it is kept.
        var contact = await PageForm.Open(desk, page, "planned-contact");
        Assert.Contains("name=\"approved-by\"", contact.Html, StringComparison.Ordinal);
        Assert.Contains(
            "say who approved it",
            await contact.Send(("text", "A card is on its way"), ("channel", "Email")),
            StringComparison.Ordinal
        );
        var again = await PageForm.Open(desk, page, "planned-contact");
        await again.Send(("text", "A card is on its way"), ("channel", "Email"), ("approved-by", "Duty Manager"));
        Assert.Equal("Duty Manager", await Last(agent, reference, "planned-contact-made", "approvedBy"));

        // SMC-10: person, time, channel, outcome.
        var engage = await PageForm.Open(desk, page, "engage");
        await engage.Send(
            ("level", "1"),
            ("person", "Shift supervisor 2"),
            ("outcome", "Accepted"),
            ("channel", "InPerson")
        );
        Assert.Equal("inPerson", await Last(agent, reference, "engaged", "channel"));

        // The customer's clock shows 20:40: 20:30 was ten minutes ago, 20:50 will only be, and 20:10 was before the escalation.
        desk.AdvanceTo("2026-12-06T16:40:00Z");
        foreach (var wrong in (string[])["20:50", "20:10", "half past eight"])
        {
            await (await PageForm.Open(desk, page, "engage")).Send(("level", "1"), ("contacted", wrong));
        }
        Assert.Equal("2026-12-06T16:15:00Z", await Last(agent, reference, "engaged", "contactedAt"));
        var earlier = await PageForm.Open(desk, page, "engage");
        await earlier.Send(("level", "1"), ("outcome", "Informed"), ("contacted", "20:30"));
        Assert.Equal("2026-12-06T16:30:00Z", await Last(agent, reference, "engaged", "contactedAt"));
    }

    private static async Task<string?> Last(Caller agent, string reference, string type, string field) =>
        (string?)
            (await agent.Events(reference)).Select(one => one!["event"]!).Last(one => (string?)one["type"] == type)[
                field
            ];

    // Three cases of P3, logged an hour apart and due so: more urgency for the last passes the two before it. A working day has
    // 10 hours, three of them are allowed; at 12:00 of the first day 28 and 29 hours are left of them.
    [Fact]
    public async Task ESS_81_The_price_of_urgency_is_shown_before_it_is_given_and_kept_with_it()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var (agent, leader) = (new Caller(desk), new Caller(desk, "Team Leader 1", "team-leader"));
        var logged = new List<string>();
        foreach (var hour in (string[])["10", "11", "12"])
        {
            desk.AdvanceTo($"2026-12-14T{hour}:00:00Z");
            logged.Add((await agent.Log(Caller.FaultForSome)).Reference);
        }

        var price = (await agent.Get($"cases/{logged[2]}/urgency-price")).Expect(200).Body!;
        Assert.Equal([(logged[0], "PT28H"), (logged[1], "PT29H")], Passed(price["displaces"]!));
        Assert.NotNull((string?)price["notice"]);
        Assert.Empty((await agent.Get($"cases/{logged[0]}/urgency-price")).Body!["displaces"]!.AsArray());

        var grant = new JsonObject { ["justification"] = "An examination is on", ["noticeGiven"] = true };
        var granted = await leader.Do(logged[2], "urgency", grant);
        Assert.Equal([(logged[0], "PT28H"), (logged[1], "PT29H")], Passed(granted.Body!["urgency"]!["displaces"]!));

        // Nobody writes that list for the desk: the third, which is urgent now and due after it, and the first.
        grant["displaces"] = new JsonArray();
        var second = await leader.Do(logged[1], "urgency", grant);
        Assert.Equal([(logged[2], "PT30H"), (logged[0], "PT28H")], Passed(second.Body!["urgency"]!["displaces"]!));
        Assert.Equal("case-not-found", (await agent.Get("cases/R-222-222/urgency-price")).Expect(404).Code);
    }

    private static IEnumerable<(string?, string?)> Passed(JsonNode displaces) =>
        displaces.AsArray().Select(one => ((string?)one!["reference"], (string?)one["left"]));

    private static async Task<RunningDesk> Open(string now)
    {
        var desk = await RunningDesk.Open(now, OwnGuides);
        var customer = new JsonObject
        {
            ["name"] = "Pearl Shipping",
            ["siteCode"] = "PEA01",
            ["contract"] = "standard",
        };
        (
            await new Caller(desk, at: Gulf).Send(
                HttpMethod.Put,
                "customers/pearl",
                Caller.Json(customer.ToJsonString())
            )
        ).Expect(201);
        return desk;
    }

    private static void OwnGuides(string folder)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "guides")).FullName;
        foreach (var file in (string[])["schools-desk.yaml", "smc.yaml", "gulf-colocation.yaml"])
        {
            File.Copy(Documents.Path("guides", file), Path.Combine(own, file));
        }
    }

    private static JsonObject Fault(string impact, string urgency) =>
        new()
        {
            ["kind"] = "fault",
            ["source"] = "phone",
            ["subject"] = "No link",
            ["customer"] = "pearl",
            ["contact"] = new JsonObject { ["name"] = "Operations", ["email"] = "ops@pearl.example.org" },
            ["services"] = new JsonArray("cross-connects"),
            ["answers"] = new JsonObject
            {
                ["impact"] = impact,
                ["urgency"] = urgency,
                ["details"] = "No link is up",
            },
        };

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

    private static async Task<int?> Level(Caller agent, string reference) =>
        (await agent.Case(reference)).Body!["escalations"] is JsonArray { Count: > 0 } all
            ? (int?)all[0]!["level"]
            : null;

    private static async Task<string?> Step(Caller agent, string reference) =>
        (string?)
            (await agent.Case(reference)).Body!["promises"]!
                .AsArray()
                .Single(one => (string?)one!["id"] == "resolution-step")!["state"];
}
