using System.Text.Json.Nodes;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>Mails that say one thing in a few plain words. ESS-78, A-06, A-10.</summary>
public sealed class GistMailTests
{
    private const string Hint = "sent the case back to work";

    [Fact]
    public async Task ESS_78_A_mail_in_the_thread_that_only_asks_for_news_is_a_question_and_ends_no_hold()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);

        await mails.Receives($"Re: [{reference}] E-mail", "Hello, any news on this please? Thanks");

        Assert.Equal("onHold", (string?)(await agent.Case(reference)).Body!["condition"]);
        Assert.Equal("update-requested", (string?)(await agent.Events(reference))[^1]!["event"]!["type"]);
        Assert.Contains("They ask how things stand.", await Page(desk, reference), StringComparison.Ordinal);

        // What says more is the answer, as it always was.
        await mails.Receives($"Re: [{reference}] E-mail", "It is rooms 4 and 5. Any news?");
        Assert.NotEqual("onHold", (string?)(await agent.Case(reference)).Body!["condition"]);
    }

    // On a resolved case everything that a person writes is an answer.
    [Fact]
    public async Task A_10_Whoever_asks_for_news_of_a_resolved_case_sends_it_back()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Resolved(agent);

        await mails.Receives($"Re: [{reference}] E-mail", "Any news?");

        Assert.Equal("open", (string?)(await agent.Case(reference)).Body!["condition"]);
    }

    // Resolved at 14:00, answered at 14:20, taken as the confirmation at 15:00: closed as of 14:20.
    [Fact]
    public async Task A_10_A_confirmation_by_mail_sends_the_case_back_and_says_so_until_an_agent_takes_it_as_one()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Resolved(agent);
        desk.AdvanceTo("2027-03-24T14:20:00Z");

        await mails.Receives($"Re: [{reference}] E-mail", "Yes, all fixed now, thank you!");

        Assert.Equal("open", (string?)(await agent.Case(reference)).Body!["condition"]);
        Assert.Contains(Hint, await Page(desk, reference), StringComparison.Ordinal);
        desk.AdvanceTo("2027-03-24T15:00:00Z");
        await agent.Do(reference, "confirm");

        Assert.Equal("closed", (string?)(await agent.Case(reference)).Body!["condition"]);
        var confirmed = (await agent.Events(reference)).Single(one => (string?)one!["event"]!["type"] == "confirmed");
        Assert.Equal("2027-03-24T14:20:00Z", (string?)confirmed!["event"]!["at"]);
        Assert.DoesNotContain(Hint, await Page(desk, reference), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_10_An_answer_that_says_more_is_not_taken_for_a_confirmation()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Resolved(agent);

        await mails.Receives($"Re: [{reference}] E-mail", "Yes, it works now, but not in room 4.");

        Assert.DoesNotContain(Hint, await Page(desk, reference), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ESS_78_The_intake_marks_a_mail_that_only_asks_for_news()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var mail = await new MailServer(desk).Receives("Our case", "Any news?");

        var page = await desk.Client.GetStringAsync(
            new Uri($"/schools-desk/mails/{mail.Id}?do=attach", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.Contains("It only asks how things stand", page, StringComparison.Ordinal);
        Assert.Matches("""value="question"[^>]*\bchecked\b""", page);
    }

    private static async Task<string> Held(Caller agent)
    {
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "which rooms" });
        return reference;
    }

    private static async Task<string> Resolved(Caller agent)
    {
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(
            reference,
            "resolve",
            new JsonObject { ["resolution"] = "A new certificate", ["confirmation"] = "required" }
        );
        return reference;
    }

    private static Task<string> Page(RunningDesk desk, string reference) =>
        desk.Client.GetStringAsync(
            new Uri($"/schools-desk/cases/{reference}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
}
