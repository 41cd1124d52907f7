using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>Commands that no story over the API needs: each is carried out once with a good body.</summary>
public sealed class CommandCallTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Wait = """{"reason":"supplier","for":"the maker of the mail server"}""";

    [Theory]
    [InlineData("wait", Wait, "wait-began")]
    [InlineData("automatic-mail", """{"text":"I am out of the office until Monday"}""", "automatic-mail-received")]
    [InlineData(
        "disposition",
        """{"disposition":"b","text":"The maker works on it","circumvention":"Use the web mail"}""",
        "disposition-given"
    )] // ESS-64
    [InlineData("pass-on", """{"route":"direct-sales","text":"They want ten more mailboxes"}""", "passed-on")] // ESS-12
    [InlineData("flag", """{"flag":"total-loss","value":"set","reason":"Nothing works there"}""", "flag-set")]
    [InlineData("priority", """{"priority":"P4","reason":"One person, and they can work"}""", "priority-set")]
    public async Task A_command_on_an_open_case_is_carried_out(string command, string body, string happened)
    {
        var agent = new Caller(shared.Desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var before = (await agent.Events(reference)).Count;

        await agent.Do(reference, command, Parse(body));

        Assert.Equal(happened, (string?)(await agent.Events(reference))[before]!["event"]!["type"]);
    }

    [Fact]
    public async Task A_wait_is_ended()
    {
        var agent = new Caller(shared.Desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "wait", Parse(Wait));

        await agent.Do(reference, "end-wait");

        Assert.Equal("wait-ended", await Last(agent, reference));
    }

    [Fact]
    public async Task A_resolution_is_rejected_and_the_case_goes_on()
    {
        var agent = new Caller(shared.Desk);
        var reference = await Resolved(agent);

        var rejected = await agent.Do(reference, "reject", Parse("""{"text":"It asks for the password again"}"""));

        Assert.Equal(("open", "rejected"), ((string?)rejected.Body!["condition"], await Last(agent, reference)));
    }

    // the first of three is due one working day after the resolution, and may be made by telephone on that day.
    [Fact]
    public async Task An_attempt_to_reach_the_customer_is_recorded_on_the_day_that_it_is_due()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var agent = new Caller(desk);
        var reference = await Resolved(agent);
        desk.AdvanceTo("2026-12-15T09:00:00Z");

        await agent.Do(reference, "attempt", Parse("""{"channel":"phone","outcome":"Nobody answered"}"""));

        Assert.Equal("attempt-made", await Last(agent, reference));
    }

    private static async Task<string> Resolved(Caller agent)
    {
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "resolve", Parse("""{"resolution":"Restarted","confirmation":"required"}"""));
        return reference;
    }

    private static async Task<string?> Last(Caller agent, string reference) =>
        (string?)(await agent.Events(reference))[^1]!["event"]!["type"];

    private static JsonObject Parse(string body) => JsonNode.Parse(body)!.AsObject();
}
