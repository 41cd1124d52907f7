using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// What falls due happens by itself, once, never early, also after the process was down. ESS-49, ESS-52, ESS-72, A-09,
/// semantics 2 and 23. Times are worked out by hand, those of closing are story D4's.
/// </summary>
public sealed class DueLoopTests
{
    private static readonly JsonObject ToConfirm = new()
    {
        ["resolution"] = "Restarted the server",
        ["confirmation"] = "required",
    };
    private static readonly JsonObject NoConfirmation = new()
    {
        ["resolution"] = "Told how",
        ["confirmation"] = "notRequired",
    };

    private static readonly string[] AttemptsOfD4 =
    [
        "2027-03-25T14:00:00Z",
        "2027-03-30T13:00:00Z",
        "2027-04-01T13:00:00Z",
    ];
    private const string CloseOfD4 = "2027-04-02T13:00:00Z";

    [Fact]
    public async Task D4_Attempts_and_closing_on_silence_happen_over_Easter_each_once_and_never_early()
    {
        await using var desk = await RunningDesk.Open("2027-03-23T09:00:00Z");
        var agent = new Caller(desk);
        var (reference, earlier) = (
            (await agent.Log(Caller.FaultForSome)).Reference,
            (await agent.Log(Caller.FaultForSome)).Reference
        );
        // Everything of this one falls due a second before: once it has happened, the worker has looked.
        desk.AdvanceTo("2027-03-24T13:59:59Z");
        await agent.Do(earlier, "resolve", ToConfirm);
        desk.AdvanceTo("2027-03-24T14:00:00Z");
        await agent.Do(reference, "resolve", ToConfirm);

        foreach (var (due, number) in AttemptsOfD4.Select((due, index) => (due, index + 1)))
        {
            desk.AdvanceTo(Earlier(due));
            await RunningDesk.Until(
                async () => (await Of(agent, earlier, "attempt-made")).Count == number,
                $"attempt {number} a second before"
            );
            Assert.Equal(number - 1, (await Of(agent, reference, "attempt-made")).Count);
            desk.AdvanceTo(due);
            await RunningDesk.Until(
                async () => (await Of(agent, reference, "attempt-made")).Count == number,
                $"attempt {number}"
            );
        }
        Assert.Equal(AttemptsOfD4, (await Of(agent, reference, "attempt-made")).Select(At));

        desk.AdvanceTo(Earlier(CloseOfD4));
        await RunningDesk.Until(async () => (await Of(agent, earlier, "closed")).Count == 1, "the earlier case closes");
        Assert.Empty(await Of(agent, reference, "closed"));
        desk.AdvanceTo(CloseOfD4);
        await RunningDesk.Until(async () => (await Of(agent, reference, "closed")).Count == 1, "closing on silence");
        var closed = (await Of(agent, reference, "closed")).Single();
        Assert.Equal((CloseOfD4, "silence"), (At(closed), (string?)closed["because"]));
    }

    [Fact]
    public async Task A_breach_is_recorded_at_the_due_instant_and_not_before_it_has_passed()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T09:00:00Z");
        var agent = new Caller(desk);
        var earlier = (await agent.Log(Everything())).Reference;
        desk.AdvanceTo("2026-12-24T09:00:01Z");
        var reference = (await agent.Log(Everything())).Reference;

        // Four elapsed hours from 09:00:01 (ESS-54, A-01); at the very instant it is still met.
        desk.AdvanceTo("2026-12-24T13:00:01Z");
        await RunningDesk.Until(async () => (await Breaches(agent, earlier)).Count == 1, "the breach a second before");
        Assert.Empty(await Breaches(agent, reference));
        desk.AdvanceTo("2026-12-24T13:00:01.000001Z");
        await RunningDesk.Until(async () => (await Breaches(agent, reference)).Count == 1, "the breach");

        var breach = (await Breaches(agent, reference)).Single();
        Assert.Equal("2026-12-24T13:00:01Z", At(breach));
        Assert.Equal("2026-12-24T13:00:01.000001Z", (string?)breach["recordedAt"]);
        desk.AdvanceTo("2026-12-24T15:00:00Z");
        await agent.Do(reference, "note", new JsonObject { ["text"] = "Still at it" });
        Assert.Single(await Breaches(agent, reference));
    }

    [Fact]
    public async Task What_fell_due_while_the_process_was_down_happens_in_due_order_and_is_marked_late()
    {
        await using var desk = await RunningDesk.Open("2027-03-23T09:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        desk.AdvanceTo("2027-03-24T14:00:00Z");
        await agent.Do(reference, "resolve", ToConfirm);
        var version = (await agent.Case(reference)).Version;

        await desk.Stop();
        desk.AdvanceTo("2027-04-03T10:00:00Z");
        await desk.Start();
        await RunningDesk.Until(
            async () => (await Of(agent, reference, "attempt-made")).Count == 1,
            "the first attempt after the stop"
        );

        var events = (await agent.Events(reference))
            .Skip((int)version)
            .Select(happened => happened!["event"]!)
            .ToList();
        // E-mail is what failed: the resolution was to be told by telephone within an hour (ESS-51). The attempt is made
        // now, by e-mail, and is to be told by telephone as well.
        Assert.Equal(
            ["call-missed", "attempt-made", "call-owed"],
            events.Select(happened => (string)happened["type"]!)
        );
        Assert.Equal(["2027-03-24T15:00:00Z", "2027-04-03T10:00:00Z", "2027-04-03T10:00:00Z"], events.Select(At));
        Assert.All(events, happened => Assert.Equal("2027-04-03T10:00:00Z", (string?)happened["recordedAt"]));
        Assert.All(events, happened => Assert.Equal("system", (string?)happened["by"]!["role"]));

        // ESS-52: asked twice more before it closes. Saturday is no working day; 600 minutes are Monday the 5th up to
        // 18:00 BST, 1200 more Wednesday the 7th, 600 more Thursday the 8th.
        await OneMore(2, "2027-04-05T17:00:00Z", "attempt-made", 1);
        await OneMore(3, "2027-04-07T17:00:00Z", "attempt-made", 2);
        await OneMore(1, "2027-04-08T17:00:00Z", "closed", 0);

        async Task OneMore(int count, string at, string type, int before)
        {
            desk.AdvanceTo(Earlier(at));
            Assert.Equal(before, (await Of(agent, reference, type)).Count);
            desk.AdvanceTo(at);
            await RunningDesk.Until(async () => (await Of(agent, reference, type)).Count == count, $"{type} {count}");
            Assert.Equal(at, At((await Of(agent, reference, type))[^1]));
        }
    }

    [Fact]
    public async Task Cases_that_fell_due_while_the_process_was_down_are_handled_earliest_first()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T09:00:00Z");
        var agent = new Caller(desk);
        List<string> references = [];
        for (var hour = 9; hour < 12; hour++)
        {
            desk.AdvanceTo($"2026-12-24T{hour:00}:30:00Z");
            references.Add((await agent.Log(Everything())).Reference);
        }
        await desk.Stop();
        desk.AdvanceTo("2026-12-24T16:30:00Z");
        desk.LetTimePass();
        await desk.Start();
        var breaches = new List<JsonNode>();
        foreach (var reference in references)
        {
            await RunningDesk.Until(
                async () => (await Breaches(agent, reference)).Count == 1,
                $"the breach of {reference}"
            );
            breaches.Add((await Breaches(agent, reference)).Single());
        }
        Assert.Equal(["2026-12-24T13:30:00Z", "2026-12-24T14:30:00Z", "2026-12-24T15:30:00Z"], breaches.Select(At));
        var handled = breaches.Select(breach => RunningDesk.At((string)breach["recordedAt"]!)).ToList();
        Assert.Equal(handled.Order(), handled);
        Assert.Equal(3, handled.Distinct().Count());
    }

    // "A wall clock that steps back freezes nothing and repeats nothing." P1 at 09:00: breached at 13:00 (ESS-54, A-01).
    [Fact]
    public async Task A_clock_that_steps_back_freezes_nothing_and_repeats_nothing()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T09:00:00Z");
        var agent = new Caller(desk);
        var first = (await agent.Log(Everything())).Reference;
        desk.AdvanceTo("2026-12-24T13:00:01Z");
        await RunningDesk.Until(async () => (await Breaches(agent, first)).Count == 1, "the breach");

        // Back by two hours: there is work as before, on the old case and on a new one.
        desk.AdvanceTo("2026-12-24T11:00:00Z");
        await agent.Do(first, "note", new JsonObject { ["text"] = "Written after the clock was set back" });
        var second = (await agent.Log(Everything())).Reference;
        Assert.Equal("2026-12-24T15:00:00Z", (string?)(await agent.Case(second)).Clock("resolve")["due"]);

        desk.AdvanceTo("2026-12-24T13:00:02Z");
        await agent.Do(first, "note", new JsonObject { ["text"] = "Past the due once more" });
        desk.AdvanceTo("2026-12-24T15:00:01Z");
        await RunningDesk.Until(async () => (await Breaches(agent, second)).Count == 1, "the second case's breach");
        var breach = Assert.Single(await Breaches(agent, first));
        Assert.Equal("2026-12-24T13:00:00Z", At(breach));
        Assert.Equal(2, (await Of(agent, first, "noted")).Count);
    }

    [Fact]
    public async Task A_case_that_needs_no_confirmation_closes_one_working_hour_later()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T17:30:00Z");
        var agent = new Caller(desk);
        var (reference, earlier) = (
            (await agent.Log(Caller.FaultForSome)).Reference,
            (await agent.Log(Caller.FaultForSome)).Reference
        );
        await agent.Do(earlier, "resolve", NoConfirmation);
        desk.AdvanceTo("2026-12-24T17:30:01Z");
        await agent.Do(reference, "resolve", NoConfirmation);

        // 30 minutes to closing time, then Christmas, the weekend and the bank holiday; 30 minutes on Tuesday.
        const string due = "2026-12-29T08:30:01Z";
        desk.AdvanceTo(Earlier(due));
        await RunningDesk.Until(async () => (await Of(agent, earlier, "closed")).Count == 1, "the earlier case closes");
        Assert.Empty(await Of(agent, reference, "closed"));
        desk.AdvanceTo(due);
        await RunningDesk.Until(async () => (await Of(agent, reference, "closed")).Count == 1, "closing shortly");
        var closed = (await Of(agent, reference, "closed")).Single();
        Assert.Equal((due, "confirmationNotRequired"), (At(closed), (string?)closed["because"]));
    }

    [Fact]
    public async Task A_case_whose_closing_fell_into_a_stop_closes_at_its_due_and_says_that_it_was_handled_later()
    {
        await using var desk = await RunningDesk.Open("2026-12-21T09:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "resolve", NoConfirmation);

        await desk.Stop();
        desk.AdvanceTo("2026-12-21T11:00:00Z"); // due at 10:00
        await desk.Start();
        await RunningDesk.Until(
            async () => (await Of(agent, reference, "closed")).Count == 1,
            "closing after the stop"
        );

        var closed = (await Of(agent, reference, "closed")).Single();
        Assert.Equal(("2026-12-21T10:00:00Z", "2026-12-21T11:00:00Z"), (At(closed), (string?)closed["recordedAt"]));
    }

    [Fact]
    public async Task Before_the_desk_closes_the_contact_for_the_night_is_asked_for()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Everything())).Reference;

        desk.AdvanceTo("2026-12-24T17:00:00Z"); // an hour before 18:00 (ESS-49)
        await RunningDesk.Until(async () => (await Of(agent, reference, "handover-due")).Count == 1, "the prompt");
        var prompt = (await Of(agent, reference, "handover-due")).Single();
        Assert.Equal(("2026-12-24T17:00:00Z", "2026-12-24T18:00:00Z"), (At(prompt), (string?)prompt["closing"]));
        desk.AdvanceTo("2026-12-24T17:59:00Z");
        await agent.Do(reference, "note", new JsonObject { ["text"] = "Nobody answers yet" });
        Assert.Single(await Of(agent, reference, "handover-due"));
    }

    private static JsonObject Everything() =>
        Caller.Fault("everything", "identity", "email", "dns", "web-hosting", "web-filtering");

    private static async Task<List<JsonNode>> Of(Caller agent, string reference, string type) =>
        [
            .. (await agent.Events(reference))
                .Select(happened => happened!["event"]!)
                .Where(happened => (string?)happened["type"] == type),
        ];

    private static async Task<List<JsonNode>> Breaches(Caller agent, string reference) =>
        [.. (await Of(agent, reference, "target-missed")).Where(missed => (string?)missed["target"] == "resolve")];

    private static string At(JsonNode happened) => (string)happened["at"]!;

    private static string Earlier(string due) => (RunningDesk.At(due) - NodaTime.Duration.FromSeconds(1)).ToString();
}
