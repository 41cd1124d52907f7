using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// ESS-51: the customer whose mail failed is telephoned as well, by the schools guide within an hour of desk time. Thursday
/// 24 December 2026, in winter time.
/// </summary>
public sealed class OwedCallTests
{
    private static JsonNode ByMail()
    {
        var body = Caller.FaultForSome.DeepClone();
        body["source"] = "email";
        body["contact"] = new JsonObject
        {
            ["name"] = "Office manager",
            ["phone"] = "01632 960041",
            ["email"] = "office@ashgrove.example.org",
        };
        return body;
    }

    [Fact]
    public async Task A_call_is_owed_beside_the_mail_until_it_is_recorded()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T10:00:00Z");
        var agent = new Caller(desk);
        var logged = await agent.Log(ByMail());

        Assert.True((bool)logged.Body!["phoneCustomer"]!);
        var call = Assert.Single(logged.Body["calls"]!.AsArray())!;
        Assert.Equal("2026-12-24T11:00:00Z", (string)call["due"]!);
        Assert.Equal("open", (string)call["standing"]!);
        Assert.Equal("Schools service desk", (string)call["owes"]!);
        Assert.Equal("Office manager", (string)call["contact"]!);
        Assert.Equal("01632 960041", (string)call["phone"]!);
        Assert.Contains("phone-customer", logged.Body["flags"]!.AsArray().Select(flag => (string)flag!["id"]!));
        var row = (await agent.Get("queue")).Expect(200).Body!["rows"]![0]!;
        Assert.Equal((true, "2026-12-24T11:00:00Z"), ((bool)row["phoneCustomer"]!, (string)row["callDueAt"]!));
        var mails = (await agent.Get($"cases/{logged.Reference}/messages")).Expect(200).Body!["messages"]!.AsArray();
        Assert.Equal("office@ashgrove.example.org", (string)Assert.Single(mails)!["to"]!);

        desk.AdvanceTo("2026-12-24T10:30:00Z");
        var tried = await agent.Do(logged.Reference, "call", new JsonObject { ["outcome"] = "notReached" });
        Assert.Equal("2026-12-24T11:30:00Z", (string)tried.Body!["calls"]![0]!["due"]!);
        Assert.Equal(1, (int)tried.Body["calls"]![0]!["tries"]!);

        desk.AdvanceTo("2026-12-24T11:30:00Z");
        var told = await agent.Do(
            logged.Reference,
            "call",
            new JsonObject { ["outcome"] = "reached", ["text"] = "They have the reference" }
        );
        Assert.Equal("kept", (string)told.Body!["calls"]![0]!["standing"]!);
        Assert.Null(told.Body["calls"]![0]!["owes"]);
        Assert.Null((await agent.Get("queue")).Body!["rows"]![0]!["callDueAt"]);

        var twice = await agent.Post($"cases/{logged.Reference}/call", new JsonObject { ["outcome"] = "reached" });
        Assert.Equal(("wrong-condition", "ESS-51"), (twice.Expect(409).Code, (string)twice.Body!["rule"]!));
    }

    [Fact]
    public async Task A_call_that_nobody_makes_is_missed_at_its_due_by_itself()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T10:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(ByMail())).Reference;

        desk.AdvanceTo("2026-12-24T11:05:00Z");
        await RunningDesk.Until(async () => (await Missed(agent, reference)).Count == 1, "the missed call");

        Assert.Equal("2026-12-24T11:00:00Z", (string)(await Missed(agent, reference))[0]["at"]!);
        var calls = (await agent.Case(reference)).Body!["calls"]!.AsArray();
        Assert.Equal("missed", (string)Assert.Single(calls)!["standing"]!);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"outcome":"maybe"}""")]
    [InlineData("""{"outcome":7}""")]
    [InlineData("""{"outcome":"reached","text":" "}""")]
    public async Task An_outcome_that_is_none_is_refused(string body)
    {
        await using var desk = await RunningDesk.Open("2026-12-24T10:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(ByMail())).Reference;

        (await agent.Post($"cases/{reference}/call", JsonNode.Parse(body))).Expect(400);
        Assert.Equal("open", (string)(await agent.Case(reference)).Body!["calls"]![0]!["standing"]!);
    }

    private static async Task<List<JsonNode>> Missed(Caller agent, string reference) =>
        [
            .. (await agent.Events(reference))
                .Select(happened => happened!["event"]!)
                .Where(happened => (string)happened["type"]! == "call-missed"),
        ];
}
