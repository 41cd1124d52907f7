using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// The escalations of a desk and the call-back board, over the night of story D5: SMC-08, SMC-09, SMC-13, SMC-27, SMC-31 to
/// SMC-36. Jersey keeps summer time from 01:00Z that night; Dubai is four hours ahead of Greenwich all year.
/// </summary>
public sealed partial class EscalationPageTests
{
    [Fact]
    public async Task SMC_31_An_escalation_stands_there_with_level_owner_next_promise_peers_and_decisions_until_it_ends()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var agent = new Caller(desk, at: "smc");
        var owner = new Caller(desk, "Duty Manager", "duty-manager", "smc");
        var reference = (await agent.Log(Outage())).Reference;
        await agent.Log(Outage());
        Assert.Contains("No escalation goes on.", await Page(desk, "escalations"), StringComparison.Ordinal);
        Assert.Contains("Nobody waits to be telephoned.", await Page(desk, "call-backs"), StringComparison.Ordinal);

        desk.AdvanceTo("2027-03-28T02:40:00Z");
        await agent.Do(reference, "escalate", Call(1, "2027-03-28T03:00:00Z"));
        var page = await Page(desk, "escalations");
        Assert.Contains("1 goes on, 1 without an owner", page, StringComparison.Ordinal);
        Assert.Contains("nobody yet; contact SMC Manager or Duty Manager", page, StringComparison.Ordinal);

        // The call-back of 03:00Z is 04:00 in Jersey and 07:00 in Dubai; twenty minutes are left.
        var board = await Page(desk, "call-backs");
        Assert.Contains("0 overdue, 1 to come", board, StringComparison.Ordinal);
        Assert.Contains("20 min left", board, StringComparison.Ordinal);
        Assert.Contains("due today 04:00 · 07:00 +04 for them", board, StringComparison.Ordinal);
        Assert.Contains("to Network control, by telephone · 01632 960300", board, StringComparison.Ordinal);
        Assert.Contains(
            $"/smc/cases/{reference}?do=call-back",
            await Html(desk, "call-backs"),
            StringComparison.Ordinal
        );

        // Due at that very instant, missed after it.
        desk.AdvanceTo("2027-03-28T03:00:00.000001Z");
        await RunningDesk.Until(
            async () => (await Page(desk, "escalations")).Contains("0 kept, 1 missed", StringComparison.Ordinal),
            "the call-back is missed"
        );
        Assert.Contains("1 overdue, 0 to come", await Page(desk, "call-backs"), StringComparison.Ordinal);

        await agent.Do(reference, "engage", new() { ["level"] = 2, ["person"] = "Duty Manager 1" });
        var withPlan = new JsonObject
        {
            ["text"] = "A fibre is cut",
            ["plan"] = new JsonObject { ["everyMinutes"] = 30, ["from"] = "2027-03-28T03:30:00Z" },
        };
        await owner.Do(reference, "call-back", withPlan);
        desk.AdvanceTo("2027-03-28T03:10:00Z");
        await agent.Do(reference, "escalate", Call(2, null));
        await agent.Do(reference, "escalate", Call(3, null));
        await agent.Do(reference, "peer", new() { ["level"] = 3, ["peer"] = "Chief operating officer" });
        await agent.Do(reference, "decision", new() { ["level"] = 3, ["text"] = "A second crew goes out" });
        // SMC-32 to SMC-36: what was kept and missed, the customer's executive and the decisions stand there.
        page = await Page(desk, "escalations");
        Assert.Contains("0 kept, 1 missed", page, StringComparison.Ordinal);
        Assert.Contains("1 goes on ", page, StringComparison.Ordinal);
        Assert.Matches("Level 3: .* since today 04:10", page);
        Assert.Contains("Duty Manager 1", page, StringComparison.Ordinal);
        Assert.Contains(
            "peer: Chief operating officer; decision: A second crew goes out",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("Contact of the communication plan", page, StringComparison.Ordinal);
        Assert.Equal(1, (int?)(await agent.Get("queue/counts")).Expect(200).Body!["escalated"]);
        var only = Assert.Single((await agent.Get("queue?view=escalated")).Expect(200).Body!["rows"]!.AsArray())!;
        Assert.Equal(reference, (string?)only["reference"]);

        await owner.Do(reference, "resolve", new() { ["resolution"] = "Spliced", ["confirmation"] = "required" });
        var end = new JsonObject
        {
            ["reason"] = "Restored",
            ["told"] = "phone",
            ["rfo"] = "owed",
        };
        await owner.Do(reference, "end-escalation", end);
        Assert.Contains("No escalation goes on.", await Page(desk, "escalations"), StringComparison.Ordinal);
        Assert.Equal(0, (int?)(await agent.Get("queue/counts")).Expect(200).Body!["escalated"]);
    }

    private static JsonObject Outage() =>
        new()
        {
            ["kind"] = "fault",
            ["source"] = "phone",
            ["subject"] = "All sites cut off",
            ["customer"] = RunningDesk.CustomerOfSmc,
            ["contact"] = new JsonObject { ["name"] = "Network control", ["phone"] = "01632 960300" },
            ["services"] = new JsonArray("connectivity"),
            ["answers"] = new JsonObject
            {
                ["affected"] = "everything",
                ["effect"] = "down",
                ["details"] = "No site answers",
                ["tried"] = "Routers restarted",
            },
        };

    private static JsonObject Call(int level, string? callBack) =>
        new()
        {
            ["from"] = "Network control",
            ["level"] = level,
            ["seenLevel"] = level - 1,
            ["acknowledged"] = true,
            ["reasons"] = new JsonArray("plan-failed"),
            ["callBack"] = callBack,
            ["zone"] = callBack is null ? null : "Asia/Dubai",
        };

    private static async Task<string> Html(RunningDesk desk, string path) =>
        await desk.Client.GetStringAsync($"/smc/{path}", TestContext.Current.CancellationToken);

    /// <summary>The words of the page, with single spaces.</summary>
    private static async Task<string> Page(RunningDesk desk, string path)
    {
        var html = await Html(desk, path);
        var main = html[html.IndexOf("<main", StringComparison.Ordinal)..];
        return Spaces()
            .Replace(WebUtility.HtmlDecode(Tag().Replace(main, " ")), " ")
            .Replace(" ,", ",", StringComparison.Ordinal);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
