using System.Text.Json.Nodes;
using Rung.Browser.Tests.Running;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>
/// Story D4 once more through the running product, on its own clock: the desk's pages by keyboard, its workers, the mails as they leave.
/// Good Friday is 26 March 2027, Easter Monday the 29th; from Sunday the 28th BST is an hour ahead of UTC.
/// </summary>
public sealed class SilenceStoryTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Desk = "schools-desk";

    // 14:00 on 25 March (GMT), 30 March and 1 April (BST): Good Friday, the weekend and Easter Monday do not count.
    private static readonly string[] Attempts =
    [
        "2027-03-25T14:00:00Z",
        "2027-03-30T13:00:00Z",
        "2027-04-01T13:00:00Z",
    ];

    [Fact]
    public async Task D4_Silence_over_Easter_closes_it_and_what_comes_then_is_a_new_case()
    {
        await using var desk = await RunningDesk.Open("2027-03-23T08:55:00Z");
        var page = await Open(desk.Client.BaseAddress!, $"{Desk}/calls/new");
        var told = new Telling(desk, page, Desk);
        var reference = await new StoryCall(desk, told, page).Take(StoryCall.ForSome, "2027-03-23T09:00:00Z");
        await told.At("2027-03-24T14:00:00Z", $"cases/{reference}");
        await told.Keys.Press("s");
        await told.Send("resolve", ".notice:has-text('is resolved')", ("resolution", "The connector runs again"));
        // 540 minutes on Tuesday, 360 on Wednesday.
        var clock = await told.Clock(reference);
        Assert.Equal(("met", "PT15H"), ((string?)clock["state"], (string?)clock["used"]));

        // 1. Three attempts, then it is closed: one mail each, after those of logging and resolving.
        await LetPass(desk, told, reference);
        desk.AdvanceTo("2027-04-02T13:00:00Z");
        await told.Happens(reference, "closed");
        var mails = await told.Mails(reference);
        Assert.Equal(
            ["logged", "resolved-to-confirm", "attempt", "attempt", "attempt", "closed"],
            mails.Select(one => one.Rule)
        );
        Assert.Contains("Friday 2 April 2027, 14:00 BST", mails[1].Mail.Text, StringComparison.Ordinal);
        for (var number = 1; number <= 3; number++)
        {
            Assert.Contains($"reminder {number} of 3", mails[number + 1].Mail.Text, StringComparison.Ordinal);
        }
        Telling.AreOneThread(mails);
        await told.At("2027-04-02T13:10:00Z", $"cases/{reference}");
        var story = await page.InnerTextAsync("#story");
        Assert.Equal(3, story.Split("Attempt").Length - 1);
        Assert.Contains("the customer did not answer", story, StringComparison.Ordinal);
        var before = (await told.Agent.Events(reference)).Count;

        // 2. 14:20 BST: their mail begins another case; the old one gains nothing but the link.
        desk.AdvanceTo("2027-04-02T13:20:00Z");
        var mail = await new MailServer(desk).Receives($"Re: [{reference}] E-mail", "It is back.");
        var next = (await new MailServer(desk).CaseOf(mail))!.Value.Text;
        var begun = await told.Case(next);
        Assert.Equal(
            ("P3", "2027-04-02T13:20:00Z", "2027-04-07T13:20:00Z"),
            ((string?)begun["priority"]!["id"], (string?)begun["clockStart"], (string?)(await told.Clock(next))["due"])
        );
        var after = await told.Agent.Events(reference);
        Assert.Equal("linked", (string?)Assert.Single(after.Skip(before))!["event"]!["type"]);
        await told.At("2027-04-02T13:25:00Z", $"cases/{reference}");
        Assert.Equal("Closed", await page.InnerTextAsync("#case-facts .condition"));
        Assert.Contains(next, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[data-command*='open again' i]").CountAsync());
        Assert.Equal(409, (await told.Agent.Post($"cases/{reference}/reopen", new JsonObject())).Status);
        var first = (await told.Mails(next))[0].Mail.Text;
        Assert.Contains(next, first, StringComparison.Ordinal);
        Assert.Contains(reference, first, StringComparison.Ordinal);
    }

    // 3. A minute before the closing: 900 minutes are left, 241 on Friday, 600 on Monday, 59 from 08:00 on Tuesday.
    [Fact]
    public async Task D4_An_answer_a_minute_before_the_closing_goes_on_with_the_same_case()
    {
        await using var desk = await RunningDesk.Open("2027-03-23T09:00:00Z");
        var page = await Open(desk.Client.BaseAddress!, $"{Desk}/queue");
        var told = new Telling(desk, page, Desk);
        var reference = (await told.Agent.Log(Caller.FaultForSome)).Reference;
        await told.At("2027-03-23T09:10:00Z", $"cases/{reference}");
        await told.Keys.Do("a", ".notice:has-text('is yours')");
        await told.At("2027-03-24T14:00:00Z", $"cases/{reference}");
        await told.Keys.Press("s");
        await told.Send("resolve", ".notice:has-text('is resolved')", ("resolution", "The connector runs again"));
        await LetPass(desk, told, reference);

        desk.AdvanceTo("2027-04-02T12:59:00Z");
        var mail = await new MailServer(desk).Receives($"Re: [{reference}] E-mail", "Still the same.");
        Assert.Equal(reference, (await new MailServer(desk).CaseOf(mail))!.Value.Text);
        await told.At("2027-04-02T13:01:00Z", $"cases/{reference}");
        Assert.Equal("Assigned", await page.InnerTextAsync("#case-facts .condition"));
        Assert.Contains("08:59", await page.InnerTextAsync("#case-clock"), StringComparison.Ordinal);
        Assert.Equal("2027-04-06T07:59:00Z", (string?)(await told.Clock(reference))["due"]);
        Assert.DoesNotContain(await told.Agent.Events(reference), one => (string?)one!["event"]!["type"] == "closed");
        var last = (await told.Mails(reference))[^1];
        Assert.Equal("not-fixed", last.Rule);
        Assert.Contains("Tuesday 6 April 2027, 08:59 BST", last.Mail.Text, StringComparison.Ordinal);
    }

    private static async Task LetPass(RunningDesk desk, Telling told, string reference)
    {
        for (var number = 1; number <= Attempts.Length; number++)
        {
            desk.AdvanceTo(Attempts[number - 1]);
            await told.Happens(reference, "attempt-made", number);
        }
    }
}
