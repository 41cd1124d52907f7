using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// Warnings and holds that end by themselves: at their instant and not a second earlier, once, also when the process was
/// down just then. Semantics 2 and 23. Times are worked out by hand, those of the hold are story D3's.
/// </summary>
public sealed class DueWhileDownTests
{
    // A hold for want of a tester ends when the desk opens on Monday, after the clocks went back (D3).
    private const string DeskOpens = "2026-10-26T08:00:00Z";

    // ESS-54: four elapsed hours; the guide warns at a quarter left, which is 3 h after the start, and at 30 min left, 3 h 30.
    [Fact]
    public async Task A_priority_1_is_warned_of_at_each_of_the_guides_moments_once_and_not_a_second_earlier()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T09:00:00Z");
        var agent = new Caller(desk);
        // Everything of this one falls due a second before: once it has happened, the worker has looked.
        var earlier = (await agent.Log(Everything())).Reference;
        desk.AdvanceTo("2026-12-24T09:00:01Z");
        var reference = (await agent.Log(Everything())).Reference;

        foreach (var (due, number) in (List<(string, int)>)[("12:00:0", 1), ("12:30:0", 2)])
        {
            desk.AdvanceTo($"2026-12-24T{due}0Z");
            await Warned(agent, earlier, number);
            Assert.Equal(number - 1, (await Warnings(agent, reference)).Count);
            desk.AdvanceTo($"2026-12-24T{due}1Z");
            await Warned(agent, reference, number);
        }
        var warnings = await Warnings(agent, reference);
        Assert.Equal(["2026-12-24T12:00:01Z", "2026-12-24T12:30:01Z"], warnings.Select(At));
        Assert.All(warnings, warning => Assert.Equal("2026-12-24T13:00:01Z", (string?)warning["due"]));
    }

    [Fact]
    public async Task Warnings_that_fell_due_while_the_process_was_down_come_once_and_none_comes_early()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T08:45:00Z");
        var agent = new Caller(desk);
        var earlier = (await agent.Log(Everything())).Reference;
        desk.AdvanceTo("2026-12-24T09:00:00Z");
        var reference = (await agent.Log(Everything())).Reference;

        await Down(desk, "2026-12-24T12:29:59Z");
        await Warned(agent, earlier, 2); // due at 12:15, behind the other's first of 12:00
        var first = Assert.Single(await Warnings(agent, reference));
        Assert.Equal(("2026-12-24T12:00:00Z", "2026-12-24T12:29:59Z"), (At(first), (string?)first["recordedAt"]));

        await Down(desk, "2026-12-24T12:30:00Z");
        await Warned(agent, reference, 2);

        // The earlier case is missed at 12:45: the worker has looked after this stop as well, and warns of nothing again.
        await Down(desk, "2026-12-24T12:45:00.000001Z");
        await RunningDesk.Until(
            async () => (await Of(agent, earlier, "target-missed", "resolve")).Count == 1,
            "the breach of the earlier case"
        );
        Assert.Equal(["2026-12-24T12:00:00Z", "2026-12-24T12:30:00Z"], (await Warnings(agent, reference)).Select(At));
        Assert.Equal(2, (await Warnings(agent, earlier)).Count);
    }

    // ESS-48, A-17: 150 minutes were used when nobody was there to test; the 90 left count from Monday's opening.
    [Theory]
    [InlineData(DeskOpens)]
    [InlineData("2026-10-26T08:40:00Z")]
    public async Task D3_A_hold_ends_by_itself_when_the_desk_opens_once_and_never_early(string backAt)
    {
        await using var desk = await RunningDesk.Open("2026-10-23T15:40:00Z");
        var agent = new Caller(desk);
        var (held, other) = ((await agent.Log(Everything())).Reference, (await agent.Log(Everything())).Reference);
        desk.AdvanceTo("2026-10-23T18:10:00Z");
        await agent.Do(
            held,
            "hold",
            new JsonObject { ["reason"] = "tester-absent", ["awaiting"] = "somebody to test the sign-in" }
        );
        // Of the other one an update is owed two hours after the last, at 07:59:59: once it is missed, the worker has looked.
        desk.AdvanceTo("2026-10-26T05:59:59Z");
        await agent.Do(other, "update", new JsonObject { ["text"] = "Still at it" });
        desk.AdvanceTo("2026-10-26T07:59:59.000001Z");
        await RunningDesk.Until(
            async () =>
                (await Of(agent, other, "target-missed", "update")).Any(one => At(one) == "2026-10-26T07:59:59Z"),
            "the update that is owed a second before"
        );
        Assert.Equal("onHold", (string?)(await agent.Case(held)).Body!["condition"]);

        await Down(desk, backAt);
        await RunningDesk.Until(async () => (await Of(agent, held, "resumed")).Count > 0, "the end of the hold");
        await Down(desk, "2026-10-26T09:00:00Z");
        await agent.Do(held, "note", new JsonObject { ["text"] = "Testing now" });

        var resumed = Assert.Single(await Of(agent, held, "resumed"));
        Assert.Equal((DeskOpens, backAt), (At(resumed), (string?)resumed["recordedAt"]));
        var clock = (await agent.Case(held)).Clock("resolve");
        Assert.Equal(("running", "2026-10-26T09:30:00Z"), ((string?)clock["state"], (string?)clock["due"]));
    }

    // ESS-49: an hour before the desk closes at 18:00. Of the other one an update is owed two hours after its start, a second
    // before the prompt: once that is missed, the worker has looked.
    [Fact]
    public async Task The_prompt_for_the_night_comes_once_also_after_a_stop_and_not_a_second_earlier()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T14:59:59Z");
        var agent = new Caller(desk);
        var other = (await agent.Log(Everything())).Reference;
        desk.AdvanceTo("2026-12-24T15:20:00Z");
        var reference = (await agent.Log(Everything())).Reference;

        await Down(desk, "2026-12-24T16:59:59.000001Z");
        await RunningDesk.Until(
            async () => (await Of(agent, other, "target-missed", "update")).Count == 1,
            "the update that is owed a second before"
        );
        Assert.Empty(await Of(agent, reference, "handover-due"));

        await Down(desk, "2026-12-24T17:00:00Z");
        await RunningDesk.Until(async () => (await Of(agent, reference, "handover-due")).Count == 1, "the prompt");
        await Down(desk, "2026-12-24T17:30:00Z");
        await agent.Do(reference, "note", new JsonObject { ["text"] = "Nobody answers yet" });

        var prompt = Assert.Single(await Of(agent, reference, "handover-due"));
        Assert.Equal(("2026-12-24T17:00:00Z", "2026-12-24T17:00:00Z"), (At(prompt), (string?)prompt["recordedAt"]));
    }

    private static async Task Down(RunningDesk desk, string until)
    {
        await desk.Stop();
        desk.AdvanceTo(until);
        await desk.Start();
    }

    private static JsonObject Everything() =>
        Caller.Fault("everything", "identity", "email", "dns", "web-hosting", "web-filtering");

    private static Task Warned(Caller agent, string reference, int times) =>
        RunningDesk.Until(
            async () => (await Warnings(agent, reference)).Count == times,
            $"warning {times} of {reference}"
        );

    private static Task<List<JsonNode>> Warnings(Caller agent, string reference) =>
        Of(agent, reference, "target-warned", "resolve");

    private static async Task<List<JsonNode>> Of(Caller agent, string reference, string type, string? target = null) =>
        [
            .. (await agent.Events(reference))
                .Select(happened => happened!["event"]!)
                .Where(one => (string?)one["type"] == type && (target is null || (string?)one["target"] == target)),
        ];

    private static string At(JsonNode happened) => (string)happened["at"]!;
}
