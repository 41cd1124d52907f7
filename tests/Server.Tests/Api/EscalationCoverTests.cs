using System.Text.Json.Nodes;
using Rung.Server.Tests.Commands;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// One escalation over several cases of a customer: added and taken out with a reason, shown on each, ended for all in one
/// transaction. ESS-83, SMC-39.
/// </summary>
public sealed class EscalationCoverTests
{
    private const string Why = "The same cable";
    private const string Opens = "2026-12-14T10:00:00Z";

    [Fact]
    public async Task ESS_83_Each_case_shows_it_levels_are_one_and_its_end_is_of_all()
    {
        await using var desk = await RunningDesk.Open(Opens);
        var agent = new Caller(desk);
        var (lead, other) = ((await agent.Log(Caller.FaultForSome)).Reference, (await agent.Log(Outage())).Reference);
        await agent.Do(lead, "escalate", Escalate(0));

        var covering = (await agent.Do(lead, "link", Cover(other))).Body!;

        Assert.Equal(other, (string?)covering["escalations"]![0]!["covers"]![0]!["reference"]);
        Assert.Equal(lead, (string?)(await agent.Case(other)).Body!["escalatedWith"]);
        var rows = (await agent.Get("queue?view=escalated")).Expect(200).Body!["rows"]!.AsArray();
        Assert.Equal(
            [(lead, 1, null), (other, null, lead)],
            rows.Select(row =>
                    ((string)row!["reference"]!, (int?)row["escalationLevel"], (string?)row["escalatedWith"])
                )
                .OrderBy(row => row.Item2 is null)
        );

        // One escalation: on its page, and in the rail.
        var page = await desk.Client.GetStringAsync("/schools-desk/escalations", TestContext.Current.CancellationToken);
        Assert.Contains("1 goes on", page, StringComparison.Ordinal);
        Assert.Matches("<span[^>]*>Escalations</span>\\s*<span class=\"count lit\"[^>]*>1<", page);

        // Their evidence packs name each other; why is said in the desk's own edition.
        var (ofLead, ofOther) = (await Pack(desk, lead), await Pack(desk, other));
        Assert.Contains("Cases that it covers as well", ofLead, StringComparison.Ordinal);
        Assert.Contains(other, ofLead, StringComparison.Ordinal);
        Assert.Contains("Escalated with another case", ofOther, StringComparison.Ordinal);
        Assert.Contains(lead, ofOther, StringComparison.Ordinal);
        Assert.DoesNotContain(Why, ofLead + ofOther, StringComparison.Ordinal);
        Assert.Contains(Why, await Pack(desk, lead, "internal"), StringComparison.Ordinal);

        // The desk is sent to the case that has it; what they write about the other is asked there, and not lost.
        var refused = (await agent.Post($"cases/{other}/escalate", Escalate(0))).Expect(409);
        Assert.Equal("wrong-condition", refused.Code);
        Assert.Contains(lead, (string)refused.Body!["detail"]!, StringComparison.Ordinal);
        var asked = new JsonObject { ["text"] = "Still nothing", ["channel"] = "email" };
        // The level has had its 30 minutes.
        desk.AdvanceTo("2026-12-14T10:30:00Z");
        Assert.Equal(2, (int)(await agent.Do(other, "ask-to-escalate", asked)).Body!["escalations"]![0]!["level"]!);
        Assert.Empty((await agent.Case(other)).Body!["escalations"]!.AsArray());

        // The outage closes only with a reason: what is said of the end has to hold of it too.
        var end = new JsonObject
        {
            ["reason"] = "A new line is in",
            ["told"] = "phone",
            ["rfo"] = "notNeeded",
        };
        var wrong = (await agent.Post($"cases/{lead}/end-escalation", end.DeepClone())).Expect(400);
        Assert.Contains(other, (string)wrong.Body!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(lead, (string?)(await agent.Case(other)).Body!["escalatedWith"]);
        end["rfo"] = "owed";
        // The guide names no date: one is agreed.
        Assert.Contains(
            "by when",
            (string)(await agent.Post($"cases/{lead}/end-escalation", end.DeepClone())).Expect(400).Body!["detail"]!,
            StringComparison.Ordinal
        );
        end["rfoDue"] = "2026-12-18T16:00:00Z";
        var ended = (await agent.Do(lead, "end-escalation", end)).Body!["escalations"]![0]!;
        Assert.Equal(
            (false, "The escalation has ended."),
            ((bool)ended["active"]!, (string?)ended["covers"]![0]!["takenOutBecause"])
        );
        Assert.Null((await agent.Case(other)).Body!["escalatedWith"]);
        Assert.Empty((await agent.Get("queue?view=escalated")).Body!["rows"]!.AsArray());
        Assert.Equal(0, await Verified(desk));
    }

    // SMC-39: the guide of the SMC writes at each level and at the end: once, from the case that was escalated.
    [Fact]
    public async Task SMC_39_The_customer_is_told_once()
    {
        await using var desk = await RunningDesk.Open(Opens);
        var agent = new Caller(desk, at: "smc");
        var (lead, other) = ((await agent.Log(CutOff())).Reference, (await agent.Log(CutOff())).Reference);
        var call = Escalate(0);
        call["reasons"] = new JsonArray();
        call["acknowledged"] = true;
        await agent.Do(lead, "escalate", call);
        await agent.Do(lead, "link", Cover(other));

        var end = new JsonObject
        {
            ["reason"] = "Both sites are back",
            ["told"] = "phone",
            ["rfo"] = "owed",
        };
        await agent.Do(lead, "end-escalation", end);

        Assert.Single(await Told(agent, lead), rule => rule == "escalation-ended");
        Assert.DoesNotContain(await Told(agent, other), rule => rule.StartsWith("escalat", StringComparison.Ordinal));
    }

    // SMC-30, S-07: promised once, on the case that was escalated, and shown on the other with a word of where.
    [Fact]
    public async Task SMC_30_The_reason_for_outage_that_is_owed_for_both_is_shown_on_both_and_counted_once()
    {
        await using var desk = await RunningDesk.Open(Opens);
        var agent = new Caller(desk, at: "smc");
        var (lead, other) = ((await agent.Log(CutOff())).Reference, (await agent.Log(CutOff())).Reference);
        var call = Escalate(0);
        call["reasons"] = new JsonArray("protracted");
        await agent.Do(lead, "escalate", call);
        await agent.Do(lead, "link", Cover(other));
        Assert.Empty(await Outages(agent, other));
        var end = new JsonObject
        {
            ["reason"] = "Both sites are back",
            ["told"] = "phone",
            ["rfo"] = "owed",
            ["rfoDue"] = "2026-12-18T11:00:00Z",
        };
        await agent.Do(lead, "end-escalation", end);

        var shown = Assert.Single(await Outages(agent, other));
        Assert.Equal(
            (lead, "2026-12-18T11:00:00Z", true),
            ((string?)shown["promisedOn"], (string?)shown["due"], (bool)shown["toDo"]!)
        );
        var own = Assert.Single(await Outages(agent, lead));
        Assert.Equal((null, "2026-12-18T11:00:00Z"), ((string?)own["promisedOn"], (string?)own["due"]));
        var book = (await agent.Get("promises?kind=reasonForOutage&within=all")).Expect(200).Body![
            "promises"
        ]!.AsArray();
        Assert.Equal(lead, (string?)Assert.Single(book)!["reference"]);

        var page = await desk.Client.GetStringAsync($"/smc/cases/{other}", TestContext.Current.CancellationToken);
        Assert.Contains($"Reason for outage, promised on {lead}", page, StringComparison.Ordinal);
        Assert.Contains(
            $"Reason for outage: promised on {lead}, owed since Mon 14 Dec 10:00 GMT. Due Fri 18 Dec 11:00 GMT.",
            (string)(await agent.Get($"cases/{other}/clocks/ledger")).Body!["text"]!,
            StringComparison.Ordinal
        );
        await agent.Do(lead, "rfo", new JsonObject { ["text"] = "A digger" });
        Assert.Equal("kept", (string?)Assert.Single(await Outages(agent, other))["state"]);
        Assert.Equal(0, await Verified(desk));
    }

    // The outage is the covered case; the customer has its reason before the escalation ends.
    [Fact]
    public async Task SMC_39_It_ends_as_given_where_the_reason_for_outage_is_on_the_covered_case()
    {
        await using var desk = await RunningDesk.Open(Opens);
        var agent = new Caller(desk);
        var (lead, other) = ((await agent.Log(Caller.FaultForSome)).Reference, (await agent.Log(Outage())).Reference);
        await agent.Do(lead, "escalate", Escalate(0));
        var alone = await PageForm.Open(desk, $"/schools-desk/cases/{lead}", "end-escalation");
        Assert.DoesNotContain("value=\"Given\"", alone.Html, StringComparison.Ordinal);
        await agent.Do(lead, "link", Cover(other));
        var window = await PageForm.Open(desk, $"/schools-desk/cases/{lead}", "end-escalation");
        (string, string)[] said = [("reason", "A new line is in"), ("told", "Phone"), ("rfo", "Given")];

        Assert.Contains("No reason for outage is written yet", await window.Send(said), StringComparison.Ordinal);
        await agent.Do(other, "rfo", new JsonObject { ["text"] = "A digger" });
        window = await PageForm.Open(desk, $"/schools-desk/cases/{lead}", "end-escalation");
        await window.Send(said);

        var ended = (await agent.Case(lead)).Body!["escalations"]![0]!;
        Assert.False((bool)ended["active"]!);
        Assert.Null((await agent.Case(other)).Body!["escalatedWith"]);
    }

    private static async Task<List<JsonNode>> Outages(Caller agent, string reference) =>
        [
            .. (await agent.Get($"cases/{reference}/promises")).Expect(200).Body!["promises"]!
                .AsArray()
                .Select(one => one!)
                .Where(one => (string?)one["kind"] == "reasonForOutage"),
        ];

    [Fact]
    public async Task Closing_a_covered_case_loses_nothing_of_it()
    {
        await using var desk = await RunningDesk.Open(Opens);
        var agent = new Caller(desk);
        var lead = (await agent.Log(Caller.FaultForSome)).Reference;
        var other = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(lead, "escalate", Escalate(0));
        await agent.Do(lead, "link", Cover(other));

        await agent.Do(other, "resolve", new JsonObject { ["resolution"] = "Done", ["confirmation"] = "notRequired" });
        await agent.Do(other, "close");

        var one = (await agent.Case(lead)).Body!["escalations"]![0]!;
        Assert.Equal((true, other), ((bool)one["active"]!, (string?)one["covers"]![0]!["reference"]));
        Assert.Null(one["covers"]![0]!["until"]);
        await agent.Do(
            lead,
            "end-escalation",
            new JsonObject
            {
                ["reason"] = "Both run",
                ["told"] = "phone",
                ["rfo"] = "notNeeded",
            }
        );
        Assert.Equal("closed", (string?)(await agent.Case(other)).Body!["condition"]);
        Assert.Equal(0, await Verified(desk));
    }

    [Fact]
    public async Task Only_cases_of_one_customer_and_each_by_one_escalation_whoever_asks_at_once()
    {
        await using var desk = await RunningDesk.Open(Opens);
        var agent = new Caller(desk);
        var leads = new[]
        {
            (await agent.Log(Caller.FaultForSome)).Reference,
            (await agent.Log(Caller.FaultForSome)).Reference,
        };
        var other = (await agent.Log(Caller.FaultForSome)).Reference;
        var strangers = Caller.FaultForSome.DeepClone();
        strangers["customer"] = RunningDesk.CustomerWithOwnDesk;
        strangers["firstLine"] = "ownDeskReferred";
        var stranger = (await agent.Log(strangers)).Reference;
        foreach (var lead in leads)
        {
            await agent.Do(lead, "escalate", Escalate(0));
        }

        var foreign = (await agent.Post($"cases/{leads[0]}/link", Cover(stranger))).Expect(400);
        Assert.Contains("same customer", (string)foreign.Body!["detail"]!, StringComparison.Ordinal);
        var answers = await Task.WhenAll(leads.Select(lead => agent.Post($"cases/{lead}/link", Cover(other))));

        Assert.Equal([200, 409], answers.Select(answer => answer.Status).Order());
        var won = leads[Array.FindIndex(answers, answer => answer.Status == 200)];
        Assert.Equal(won, (string?)(await agent.Case(other)).Body!["escalatedWith"]);
        // Taken out from its own side as well, with a reason.
        var out_ = new JsonObject
        {
            ["other"] = won,
            ["kind"] = "coveredBy",
            ["reason"] = "Another cable",
        };
        await agent.Do(other, "unlink", out_);
        var left = (await agent.Case(won)).Body!["escalations"]![0]!["covers"]![0]!;
        Assert.Equal("Another cable", (string?)left["takenOutBecause"]);
        Assert.Equal(0, await Verified(desk));
    }

    private static JsonObject Outage() =>
        Caller.Fault("everything", "identity", "email", "dns", "web-hosting", "web-filtering");

    private static JsonObject CutOff()
    {
        var fault = Caller.Fault("everything", "connectivity");
        fault["customer"] = RunningDesk.CustomerOfSmc;
        fault["answers"]!["effect"] = "down";
        fault["answers"]!.AsObject().Remove("help-guides");
        return fault;
    }

    private static JsonObject Escalate(int seen) =>
        new()
        {
            ["from"] = "Office manager",
            ["seenLevel"] = seen,
            ["reasons"] = new JsonArray("no-progress"),
        };

    private static JsonObject Cover(string other) =>
        new()
        {
            ["other"] = other,
            ["kind"] = "covers",
            ["reason"] = Why,
        };

    private static Task<string> Pack(RunningDesk desk, string reference, string edition = "customer") =>
        desk.Client.GetStringAsync(
            $"/api/v1/schools-desk/cases/{reference}/evidence?edition={edition}",
            TestContext.Current.CancellationToken
        );

    private static async Task<IEnumerable<string>> Told(Caller agent, string reference) =>
        (await agent.Get($"cases/{reference}/messages")).Expect(200).Body!["messages"]!
            .AsArray()
            .Select(message => (string)message!["rule"]!);

    private static async Task<int> Verified(RunningDesk desk) =>
        (await RungProgram.Run("db", "verify", "--data", desk.Folder)).ExitCode;
}
