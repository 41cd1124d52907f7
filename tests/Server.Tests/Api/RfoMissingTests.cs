using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>ESS-76: what the customer has confirmed and what lacks only its reason for outage awaits no confirmation.</summary>
public sealed class RfoMissingTests
{
    private const string Missing = "Met · reason for outage missing";

    /// <summary>A complete loss of e-mail (priority 2), resolved and confirmed; then the reason is written.</summary>
    [Fact]
    public async Task A_confirmed_case_says_that_only_the_reason_for_outage_is_missing()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.Fault("everyone", "email"))).Reference;
        await agent.Do(
            reference,
            "resolve",
            new() { ["resolution"] = "Certificate renewed", ["confirmation"] = "required" }
        );
        Assert.Equal((1, false), await Counted(agent));
        Assert.Contains("Met · to confirm", await Page(desk, "queue"), StringComparison.Ordinal);

        await agent.Do(reference, "confirm", new() { ["text"] = "It works" });
        Assert.Equal((0, true), await Counted(agent));
        Assert.Contains(reference, await Rows(agent, "condition=resolvedToConfirm"));
        Assert.DoesNotContain(reference, await Rows(agent, "view=toConfirm"));
        var queue = await Page(desk, "queue");
        Assert.Contains(Missing, queue, StringComparison.Ordinal);
        Assert.Contains("RFO missing", queue, StringComparison.Ordinal);
        Assert.DoesNotContain("· to confirm", queue, StringComparison.Ordinal);
        var page = await Page(desk, $"cases/{reference}");
        Assert.Contains(Missing, page, StringComparison.Ordinal);
        Assert.Contains("Resolved · reason for outage missing", page, StringComparison.Ordinal);

        await agent.Do(reference, "rfo", new() { ["text"] = "The certificate had run out" });
        Assert.DoesNotContain(
            "reason for outage missing",
            await Page(desk, $"cases/{reference}"),
            StringComparison.Ordinal
        );
    }

    private static async Task<(int ToConfirm, bool RfoMissing)> Counted(Caller agent)
    {
        var counts = (await agent.Get("queue/counts")).Expect(200).Body!;
        var rows = (await agent.Get("queue")).Expect(200).Body!["rows"]!.AsArray();
        return ((int)counts["toConfirm"]!, (bool)Assert.Single(rows)!["rfoMissing"]!);
    }

    private static async Task<IEnumerable<string>> Rows(Caller agent, string query) =>
        (await agent.Get($"queue?{query}")).Expect(200).Body!["rows"]!
            .AsArray()
            .Select(row => (string)row!["reference"]!);

    private static async Task<string> Page(RunningDesk desk, string path) =>
        System.Net.WebUtility.HtmlDecode(
            await desk.Client.GetStringAsync($"/schools-desk/{path}", TestContext.Current.CancellationToken)
        );
}
