using System.Text.Json.Nodes;
using Rung.Server.Tests.Commands;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>One incident with a hundred calls about it: written once, told on each, in one transaction. Semantics 38, ESS-76.</summary>
public sealed class OneIncidentTests
{
    private const int Calls = 100;

    [Fact]
    public async Task A_hundred_calls_hear_an_update_a_resolution_and_the_reason_once_each()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var agent = new Caller(desk);
        var incident = (await agent.Log(Caller.FaultForSome)).Reference;
        var calls = new List<string>();
        for (var number = 0; number < Calls; number++)
        {
            calls.Add((await agent.Log(Caller.FaultForSome)).Reference);
            await agent.Do(incident, "link", Child(calls[^1]));
        }
        // One of them has calls of its own, and one is closed.
        var below = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(calls[0], "link", Child(below));
        await agent.Do(calls[^1], "resolve", Resolution("notRequired"));
        await agent.Do(calls[^1], "close");
        var before = await Versions(agent, calls[^1]);
        // 100 calls less the closed one, and the one below the first.
        var form = await Page(desk, incident);
        Assert.Contains("the reporters of 100 cases that belong to it", form, StringComparison.Ordinal);
        Assert.Contains("Send to 101 people", form, StringComparison.Ordinal);

        await agent.Do(incident, "update", new() { ["text"] = "The directory is being restored" });
        await agent.Do(incident, "resolve", Resolution("required"));
        await agent.Do(incident, "rfo", new() { ["text"] = "A disk was full", ["approvedBy"] = "Head of service" });

        foreach (var reference in calls.SkipLast(1).Append(below))
        {
            var case_ = (await agent.Case(reference)).Body!;
            Assert.Equal(("open", "A disk was full"), ((string?)case_["condition"], (string?)case_["rfo"]));
            Assert.Equal(2, (await Told(agent, reference)).Count(rule => rule == "updated"));
            Assert.Single(await Told(agent, reference), rule => rule == "rfo-written");
        }
        Assert.Equal(before, await Versions(agent, calls[^1]));
        Assert.Contains("A disk was full", await Page(desk, calls[1]), StringComparison.Ordinal);
        Assert.Equal(0, (await RungProgram.Run("db", "verify", "--data", desk.Folder)).ExitCode);
    }

    [Fact]
    public async Task What_is_refused_on_the_incident_is_told_on_none_and_nobody_names_an_incident_themselves()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var agent = new Caller(desk);
        var (incident, call) = (
            (await agent.Log(Caller.FaultForSome)).Reference,
            (await agent.Log(Caller.FaultForSome)).Reference
        );
        await agent.Do(incident, "link", Child(call));

        (await agent.Post($"cases/{incident}/update", new JsonObject { ["text"] = " " })).Expect(400);
        Assert.DoesNotContain("updated", await Told(agent, call));
        var forged = new JsonObject { ["text"] = "News", ["of"] = incident };
        await agent.Do(call, "update", forged);
        Assert.Null((await agent.Events(call))[^1]!["event"]!["of"]);
    }

    [Fact]
    public async Task An_incident_whose_calls_are_all_closed_promises_to_tell_nobody_but_its_own_customer()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var agent = new Caller(desk);
        var incident = (await agent.Log(Caller.FaultForSome)).Reference;
        var call = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(incident, "link", Child(call));
        const string all = "The customers of the cases that belong to it are told as well.";
        Assert.Contains(all, await Page(desk, incident), StringComparison.Ordinal);

        await agent.Do(call, "resolve", Resolution("notRequired"));
        await agent.Do(call, "close");

        var page = await Page(desk, incident);
        Assert.DoesNotContain(all, page, StringComparison.Ordinal);
        Assert.Contains("Send to 1 person", page, StringComparison.Ordinal);
    }

    private static Task<string> Page(RunningDesk desk, string reference) =>
        desk.Client.GetStringAsync($"/schools-desk/cases/{reference}", TestContext.Current.CancellationToken);

    private static JsonObject Child(string other) => new() { ["other"] = other, ["kind"] = "child" };

    private static JsonObject Resolution(string confirmation) =>
        new() { ["resolution"] = "The directory answers again", ["confirmation"] = confirmation };

    private static async Task<long> Versions(Caller agent, string reference) => (await agent.Case(reference)).Version;

    private static async Task<List<string>> Told(Caller agent, string reference) =>
        [
            .. (await agent.Get($"cases/{reference}/messages")).Expect(200).Body!["messages"]!
                .AsArray()
                .Select(message => (string)message!["rule"]!),
        ];
}
