using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>What a customer's own people see of what is owed: theirs, never another's, never what is agreed inside. SMC-13.</summary>
public sealed class CustomerPromiseTests
{
    // Logged 22:30Z, four hours: 02:30Z. The call-back is agreed for 02:45Z, the step for 02:50Z.
    [Fact]
    public async Task A_customer_sees_what_is_owed_to_them_and_no_step_of_the_resolution_plan()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var agent = new Caller(desk, at: "smc");
        var owner = new Caller(desk, "Duty Manager", "duty-manager", "smc");
        var mine = (await agent.Log(Outage("harbour"))).Reference;
        await File(agent, "harbour", "Network control");
        await File(agent, "quay", "Somebody else");
        var other = (await agent.Log(Outage("quay"))).Reference;
        var call = new JsonObject
        {
            ["from"] = "Network control",
            ["seenLevel"] = 0,
            ["acknowledged"] = true,
            ["callBack"] = "2027-03-28T02:45:00Z",
        };
        await agent.Do(mine, "escalate", call);
        await agent.Do(mine, "engage", new() { ["level"] = 2, ["person"] = "Duty Manager 1" });
        var step = new JsonObject
        {
            ["what"] = "Send a second crew",
            ["who"] = "Fibre crew",
            ["due"] = "2027-03-28T02:50:00Z",
        };
        await owner.Do(mine, "plan-step", step);

        var control = new Caller(desk, "Network control", "contact", "smc");
        string[] owed = ["target", "callBack"];
        Assert.Equal(owed, await Kinds(control, "customers/harbour/promises"));
        Assert.Equal(owed, await Kinds(control, "customers/harbour/promises?within=PT6H"));
        Assert.Equal(["callBack"], await Kinds(control, "customers/harbour/promises?kind=callBack"));
        Assert.Empty(await Kinds(control, "customers/harbour/promises?kind=resolutionStep"));
        Assert.DoesNotContain("resolutionStep", await Kinds(control, $"cases/{mine}/promises"));
        Assert.Contains("resolutionStep", await Kinds(agent, $"cases/{mine}/promises"));
        // One line a page, in the customer's order as well.
        var first = (await control.Get("customers/harbour/promises?take=1")).Expect(200);
        var link = Assert.Single(first.Headers.GetValues("Link"));
        Assert.Equal(["callBack"], await Kinds(control, link[1..link.IndexOf('>')]));

        Assert.Equal("role-not-allowed", (await control.Get("promises")).Expect(403).Code);
        Assert.Equal("no-such-customer", (await control.Get("customers/quay/promises")).Expect(404).Code);
        Assert.Equal("case-not-found", (await control.Get($"cases/{other}/promises")).Expect(404).Code);
        Assert.Equal("no-such-customer", (await agent.Get("customers/nobody/promises")).Expect(404).Code);
        Assert.Equal(
            "malformed-request",
            (await control.Get("customers/harbour/promises?within=soon")).Expect(400).Code
        );
        Assert.Equal(["target"], await Kinds(agent, "customers/quay/promises"));
    }

    private static JsonObject Outage(string customer) =>
        new()
        {
            ["kind"] = "fault",
            ["source"] = "phone",
            ["subject"] = "All sites cut off",
            ["customer"] = customer,
            ["contact"] = new JsonObject { ["name"] = customer == "harbour" ? "Network control" : "Somebody else" },
            ["services"] = new JsonArray("connectivity"),
            ["answers"] = new JsonObject
            {
                ["affected"] = "everything",
                ["effect"] = "down",
                ["details"] = "No site answers",
                ["tried"] = "Routers restarted",
            },
        };

    private static async Task File(Caller agent, string id, string contact)
    {
        var body = new JsonObject
        {
            ["name"] = $"Customer {id}",
            ["siteCode"] = id[..3].ToUpperInvariant(),
            ["contract"] = "T24",
            ["contacts"] = new JsonArray(new JsonObject { ["id"] = "one", ["name"] = contact }),
        };
        var put = await agent.Send(HttpMethod.Put, $"customers/{id}", Caller.Json(body.ToJsonString()));
        Assert.True(put.Status is 200 or 201, put.Body?.ToJsonString());
    }

    private static async Task<string[]> Kinds(Caller who, string path) =>
        [.. (await who.Get(path)).Expect(200).Body!["promises"]!.AsArray().Select(line => (string)line!["kind"]!)];
}
