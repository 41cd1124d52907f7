using System.Net;
using System.Text.Json.Nodes;
using Rung.Server.Tests.Commands;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// Whatever is owed on a case is explained where its clocks are: by the command line, the API and the page, in the same words.
/// </summary>
public sealed class OwedLedgersTests
{
    /// <summary>
    /// Thursday 24 December 2026. Asked at 16:00, to be answered within a working day: two hours that day, eight on Tuesday the
    /// 29th. The word within two working days from 15:31 was given at 15:51, 20 minutes later.
    /// </summary>
    [Fact]
    public async Task ESS_78_An_answer_that_is_owed_stands_among_the_ledgers_and_an_earlier_round_when_all_are_asked_for()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:31:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.Fault("some", "web-hosting"))).Reference;
        desk.AdvanceTo("2026-12-24T15:51:00Z");
        await agent.Do(reference, "update", new() { ["text"] = "We are looking" });
        desk.AdvanceTo("2026-12-24T16:00:00Z");
        await agent.Do(reference, "update-request", new() { ["text"] = "How is it going?", ["channel"] = "phone" });

        var owed = (await agent.Get($"cases/{reference}/clocks/ledger")).Expect(200).Body!;
        var all = (await agent.Get($"cases/{reference}/clocks/ledger?promises=all")).Expect(200).Body!;

        Assert.Equal(["update-request-1"], Names(owed).Except(Clocks(owed)));
        Assert.Equal(["update-request-1", "update-round-1"], Names(all).Except(Clocks(all)));
        Assert.Contains("Due Tue 29 Dec 16:00 GMT.", (string)owed["text"]!, StringComparison.Ordinal);
        Assert.Contains(
            "Met Thu 24 Dec 15:51 GMT with 19 h 40 min left.",
            (string)all["text"]!,
            StringComparison.Ordinal
        );
        Assert.Equal(400, (await agent.Get($"cases/{reference}/clocks/ledger?promises=some")).Status);

        var url = desk.Client.BaseAddress!.ToString();
        Assert.Equal(
            (string)owed["text"]!,
            (await RungProgram.Run("clock", "explain", reference, "--url", url)).Output
        );
        var told = await RungProgram.Run("clock", "explain", reference, "--all", "--url", url);
        Assert.Equal((string)all["text"]!, told.Output);

        foreach (var name in (string[])["update-request-1", "update-round-1", "update"])
        {
            var one = (await agent.Get($"cases/{reference}/clocks/{name}/ledger")).Expect(200).Body!;
            var page = await Page(desk, $"/schools-desk/cases/{reference}?ledger={name}");
            Assert.Contains(((string)one["text"]!).Split('\n')[0], page, StringComparison.Ordinal);
            Assert.Contains($"?ledger={name}#ledger", page, StringComparison.Ordinal);
        }
        await desk.Stop();
        var stored = await RungProgram.Run("clock", "explain", reference, "--all", "--data", desk.Folder);
        Assert.Contains("Due Tue 29 Dec 16:00 GMT.", stored.Output, StringComparison.Ordinal);
        Assert.Contains("Met Thu 24 Dec 15:51 GMT", stored.Output, StringComparison.Ordinal);
        await desk.Start();
    }

    /// <summary>Agreed at 03:40 summer time for 07:00 in Dubai: nothing is reckoned, so it is said and has no segments.</summary>
    [Fact]
    public async Task SMC_08_A_call_back_is_told_as_it_was_agreed_in_the_customers_zone()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var agent = new Caller(desk, at: "smc");
        var outage = Caller.Fault("sites", "connectivity");
        outage["customer"] = RunningDesk.CustomerOfSmc;
        outage["answers"]!["effect"] = "down";
        outage["answers"]!.AsObject().Remove("help-guides");
        var reference = (await agent.Log(outage)).Reference;
        desk.AdvanceTo("2027-03-28T02:40:00Z");
        var call = new JsonObject
        {
            ["from"] = "Network control",
            ["seenLevel"] = 0,
            ["callBack"] = "2027-03-28T03:00:00Z",
            ["zone"] = "Asia/Dubai",
        };
        await agent.Do(reference, "escalate", call);

        var body = (await agent.Get($"cases/{reference}/clocks/ledger")).Expect(200).Body!;

        var agreed = Assert.Single(body["agreed"]!.AsArray())!;
        Assert.Equal(("callBack", "2027-03-28T03:00:00Z"), ((string)agreed["kind"]!, (string)agreed["due"]!));
        const string Said =
            "Call-back after an escalation: agreed, owed since Sun 28 Mar 03:40 BST. Due Sun 28 Mar 07:00 +04.";
        Assert.Equal(Said, (string)agreed["text"]!);
        Assert.Contains($"\n{Said}\n", (string)body["text"]!, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonNode body) =>
        body["ledgers"]!.AsArray().Select(ledger => (string)ledger!["clock"]!["target"]!);

    // The case's own clocks come first: to resolve, and the next word.
    private static IEnumerable<string> Clocks(JsonNode body) =>
        Names(body).Where(name => name is "resolve" or "update");

    private static async Task<string> Page(RunningDesk desk, string path) =>
        WebUtility.HtmlDecode(await desk.Client.GetStringAsync(path, TestContext.Current.CancellationToken));
}
