using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// What nobody can choose on a page did not happen: it is refused, whoever sends it, and not kept as the first answer of the
/// list. SMC-10, ESS-51, ESS-73.
/// </summary>
public sealed partial class StrangeAnswerTests
{
    [Fact]
    public async Task A_fault_that_came_by_mail_is_done_nothing_to_by_an_answer_that_no_list_has()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T10:00:00Z");
        var body = Caller.FaultForSome.DeepClone();
        body["source"] = "email";
        var reference = (await new Caller(desk).Log(body)).Reference;

        var asked = await AllRefused(desk, "schools-desk", reference);

        Assert.Superset(new HashSet<string> { "call.outcome", "hold.reason", "link.tie", "said.channel" }, asked);
    }

    [Fact]
    public async Task A_resolved_case_is_done_nothing_to_by_an_answer_that_no_list_has()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T10:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var fixedNow = new JsonObject { ["resolution"] = "It runs", ["confirmation"] = "required" };
        await agent.Do(reference, "resolve", fixedNow);

        Assert.Contains("attempt.channel", await AllRefused(desk, "schools-desk", reference));
    }

    [Fact]
    public async Task An_escalated_case_is_done_nothing_to_by_an_answer_that_no_list_has()
    {
        await using var desk = await RunningDesk.Open("2027-03-28T02:40:00Z");
        var agent = new Caller(desk, at: "smc");
        var outage = Caller.Fault("everything", "connectivity");
        outage["customer"] = RunningDesk.CustomerOfSmc;
        outage["answers"] = new JsonObject
        {
            ["affected"] = "everything",
            ["effect"] = "down",
            ["details"] = "No site answers",
            ["tried"] = "Routers restarted",
        };
        var reference = (await agent.Log(outage)).Reference;
        await agent.Do(reference, "escalate", new JsonObject { ["from"] = "Network control", ["seenLevel"] = 0 });
        await agent.Do(reference, "engage", new JsonObject { ["level"] = 2, ["person"] = "Duty Manager 1" });

        var asked = await AllRefused(desk, "smc", reference);

        Assert.Superset(
            new HashSet<string> { "engage.outcome", "engage.level", "plan.by", "end-escalation.rfo", "hand-over.told" },
            asked
        );
    }

    // Every list of every window that is offered; returns which those were.
    private static async Task<HashSet<string>> AllRefused(RunningDesk desk, string at, string reference)
    {
        var page = $"/{at}/cases/{reference}";
        var agent = new Caller(desk, at: at);
        var before = (await agent.Case(reference)).Version;
        var asked = new HashSet<string>();
        var html = await desk.Client.GetStringAsync(page, TestContext.Current.CancellationToken);
        foreach (var action in Windows().Matches(html).Select(match => match.Groups["id"].Value))
        {
            var form = await PageForm.Open(desk, page, action);
            foreach (var list in form.Choices)
            {
                var answer = await form.Send((list, "Bogus"));
                Assert.Equal((list, HttpStatusCode.UnprocessableEntity), (list, form.Status));
                Assert.Contains("has no such answer", answer, StringComparison.Ordinal);
                asked.Add($"{action}.{list}");
            }
        }
        Assert.Equal(before, (await agent.Case(reference)).Version);
        return asked;
    }

    [GeneratedRegex("<dialog id=\"do-(?<id>[^\"]*)\"")]
    private static partial Regex Windows();
}
