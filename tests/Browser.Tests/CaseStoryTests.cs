using System.Text.Json.Nodes;
using Rung.Browser.Tests.Running;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>
/// Stories D1 to D4 once more through the running product, on its own clock: the desk's pages by keyboard, the mails as they leave.
/// Times are those of the stories, worked out there and in <c>guides/scenarios</c>; GMT is UTC, BST an hour ahead.
/// </summary>
public sealed class CaseStoryTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Desk = "schools-desk";

    // One platform down for some users: fault; e-mail; some; cannot use it.
    private static readonly string[] ForSome = ["1", "2", "2", "1"];

    [Fact]
    public async Task D1_A_call_over_Christmas_with_a_hold()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        var page = await Open(desk.Client.BaseAddress!, $"{Desk}/calls/new");
        var told = new Telling(desk, page, Desk);

        // The call begins at 15:20, the reference is given at 15:31; 149 + 600 + 600 + 451 minutes.
        var reference = await Call(desk, told, page, (ForSome, "2026-12-24T15:31:00Z"));
        Assert.Contains("due Thu 31 Dec 15:31", await page.InnerTextAsync("#case-clock"), StringComparison.Ordinal);
        Assert.Equal(
            ("2026-12-24T15:31:00Z", "2026-12-31T15:31:00Z"),
            ((string?)(await told.Case(reference))["clockStart"], (string?)(await told.Clock(reference))["due"])
        );

        await told.At("2026-12-29T09:05:00Z", $"cases/{reference}");
        await told.Keys.Do("a", ".notice:has-text('is yours')");
        await told.At("2026-12-30T11:00:00Z", $"cases/{reference}");
        await told.Keys.Press("h");
        await told.Send("hold", ".notice:has-text('on hold')", ("awaiting", "when the office is open again"));

        // The old due passes while the office is away.
        await told.At("2026-12-31T15:32:00Z", $"cases/{reference}");
        Assert.Contains("Paused", await page.InnerTextAsync("#case-clock"), StringComparison.Ordinal);
        Assert.Equal("paused", (string?)(await told.Clock(reference))["state"]);

        // Their mail: 1110 minutes were paused, and the rest is due on Tuesday at 14:01.
        desk.AdvanceTo("2027-01-04T09:30:00Z");
        await new MailServer(desk).Receives($"Re: [{reference}] E-mail", "We are back.");
        await told.At("2027-01-04T09:30:00Z", $"cases/{reference}");
        Assert.Equal("Assigned", await page.InnerTextAsync("#case-facts .condition"));
        Assert.Contains("14:01", await page.InnerTextAsync("#case-clock"), StringComparison.Ordinal);
        Assert.Equal("2027-01-05T14:01:00Z", (string?)(await told.Clock(reference))["due"]);

        await told.At("2027-01-05T13:50:00Z", $"cases/{reference}");
        await told.Keys.Press("s");
        await told.Send("resolve", ".notice:has-text('is resolved')", ("resolution", "The connector runs again"));
        Assert.Equal("met", (string?)(await told.Clock(reference))["state"]);
        desk.AdvanceTo("2027-01-05T15:00:00Z");
        await Portal(desk).Do(reference, "confirm");
        await told.At("2027-01-05T15:00:00Z", $"cases/{reference}");
        Assert.Equal("Closed", await page.InnerTextAsync("#case-facts .condition"));

        var mails = await told.Mails(reference);
        Assert.Equal(
            ["logged", "assigned", "held", "resumed", "resolved-to-confirm", "closed"],
            mails.Select(one => one.Rule)
        );
        Assert.Contains("Thursday 31 December 2026, 15:31", mails[0].Mail.Text, StringComparison.Ordinal);
        Assert.Contains("when the office is open again", mails[2].Mail.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday 5 January 2027, 14:01", mails[3].Mail.Text, StringComparison.Ordinal);
        Telling.AreOneThread(mails);
    }

    [Fact]
    public async Task D2_A_mail_before_a_bank_holiday_is_logged_and_raised_within_30_minutes()
    {
        // Friday 30 April 2027, 18:20 BST; Monday is a holiday: counts from Tuesday 08:00, to be logged by 18:00.
        await using var desk = await RunningDesk.Open("2027-04-30T17:20:00Z");
        var mail = await new MailServer(desk).Receives(
            "Slow webmail",
            "Name: Office manager\r\nRole: Office\r\nSchool: Ashgrove Primary School\r\nTel: 01632 960123\r\n"
                + "Our ref: ASH-7\r\nProblem: Webmail is slow.\r\nTried: Another browser.\r\nAffected: one person"
        );
        var page = await Open(desk.Client.BaseAddress!, $"{Desk}/intake");
        var told = new Telling(desk, page, Desk);
        await told.At("2027-04-30T17:21:00Z", $"mails/{mail.Id}");
        var facts = await page.InnerTextAsync("#mail-facts");
        Assert.Contains("counts from Tue 4 May", facts, StringComparison.Ordinal);

        // 08:25 BST: logged as a minor disruption of one person, which is priority 4.
        await told.At("2027-05-04T07:25:00Z", $"mails/{mail.Id}");
        await page.CheckAsync("#f-q-effect-2");
        await told.Keys.Do("Control+Enter", ".notice:has-text('is logged')");
        var reference = (await new MailServer(desk).CaseOf(await new MailServer(desk).Settled(mail.Id)))!.Value.Text;
        Assert.Equal("2027-05-10T07:25:00Z", (string?)(await told.Clock(reference))["due"]);
        var answer = Assert.Single(await told.Mails(reference)).Mail;
        Assert.Contains("Priority 4", answer.Text, StringComparison.Ordinal);
        Assert.NotNull(answer.InReplyTo);

        // 08:47: an agent alone cannot, the Team Leader with the agreed contact can.
        await told.At("2027-05-04T07:47:00Z", $"cases/{reference}");
        await told.Keys.Press("p");
        await page.CheckAsync("#do-priority input[value=P2]");
        await told.Send("priority", "#do-priority .errors", ("with", "Head teacher"), ("reason", "All staff"));
        Assert.Equal("P4", (string?)(await told.Case(reference))["priority"]!["id"]);
        await told.As("team-leader", "Service Desk Team Leader");
        await told.At("2027-05-04T07:47:00Z", $"cases/{reference}");
        await told.Keys.Press("p");
        await page.CheckAsync("#do-priority input[value=P2]");
        await told.Send("priority", ".notice:has-text('is P2')", ("with", "Head teacher"), ("reason", "All staff"));
        Assert.Equal("2027-05-05T07:25:00Z", (string?)(await told.Clock(reference))["due"]);
        var story = await page.InnerTextAsync("#story");
        Assert.Contains("Head teacher", story, StringComparison.Ordinal);
        Assert.Contains("Service Desk Team Leader", story, StringComparison.Ordinal);
        Assert.Equal(2, (await told.Mails(reference)).Count);
    }

    [Fact]
    public async Task D3_All_down_on_the_weekend_of_the_clock_change_and_nobody_to_test()
    {
        await using var desk = await RunningDesk.Open("2026-10-23T15:35:00Z");
        var page = await Open(desk.Client.BaseAddress!, $"{Desk}/calls/new");
        var told = new Telling(desk, page, Desk);
        string[] all = ["1", "Shift+1", "Shift+2", "Shift+3", "Shift+4", "5", "5", "1"];
        var reference = await Call(desk, told, page, (all, "2026-10-23T15:40:00Z"));
        Assert.Equal("2026-10-23T19:40:00Z", (string?)(await told.Clock(reference))["due"]);
        await told.Keys.Do("a", ".notice:has-text('is yours')");

        // Before 18:00 the desk is asked to exchange contacts for the night.
        desk.AdvanceTo("2026-10-23T16:05:00Z");
        await told.Happens(reference, "handover-due");
        await told.At("2026-10-23T16:20:00Z", $"cases/{reference}?do=night-contact");
        await told.Send(
            "night-contact",
            "#story:has-text('For the night')",
            ("contact", "Caretaker"),
            ("reached-by", "01632 960042")
        );

        // 19:10 BST: nobody to test. 150 minutes are used, and 20:40 passes.
        await told.At("2026-10-23T18:10:00Z", $"cases/{reference}");
        await told.Keys.Press("h");
        await page.CheckAsync("#do-hold input[value=tester-absent]");
        await told.Send("hold", ".notice:has-text('on hold')", ("awaiting", "somebody to test the sign-in"));
        await told.At("2026-10-23T19:41:00Z", $"cases/{reference}");
        Assert.Equal("paused", (string?)(await told.Clock(reference))["state"]);

        // Monday 08:00 GMT, 3710 minutes later: it goes on by itself, due 09:30.
        desk.AdvanceTo("2026-10-26T08:00:00Z");
        await told.Happens(reference, "resumed");
        Assert.Equal("2026-10-26T09:30:00Z", (string?)(await told.Clock(reference))["due"]);
        await told.At("2026-10-26T08:45:00Z", $"cases/{reference}");
        await told.Keys.Press("s");
        await told.Send("resolve", ".notice:has-text('is resolved')", ("resolution", "A certificate was renewed"));
        Assert.Equal("met", (string?)(await told.Clock(reference))["state"]);

        // 09:00: confirmed, and not closed before the reason for outage is there.
        desk.AdvanceTo("2026-10-26T09:00:00Z");
        await Portal(desk).Do(reference, "confirm");
        await told.At("2026-10-26T09:05:00Z", $"cases/{reference}");
        Assert.Contains("reason for outage", await page.InnerTextAsync("#case-advice"), StringComparison.Ordinal);
        await told.Keys.Press("o");
        await told.Send(
            "rfo",
            "#case-facts .condition:text-is('Closed')",
            ("text", "The certificate of the front door had run out")
        );

        var mails = await told.Mails(reference);
        Assert.Equal(
            ["logged", "assigned", "held", "resumed", "resolved-to-confirm", "closed"],
            mails.Select(one => one.Rule)
        );
        Assert.Contains("The certificate of the front door had run out", mails[^1].Mail.Text, StringComparison.Ordinal);
        Telling.AreOneThread(mails);
    }

    [Fact]
    public async Task D4_Silence_over_Easter_closes_it_and_what_comes_then_is_a_new_case()
    {
        await using var desk = await RunningDesk.Open("2027-03-23T08:55:00Z");
        var page = await Open(desk.Client.BaseAddress!, $"{Desk}/calls/new");
        var told = new Telling(desk, page, Desk);
        var reference = await Call(desk, told, page, (ForSome, "2027-03-23T09:00:00Z"));
        await told.At("2027-03-24T14:00:00Z", $"cases/{reference}");
        await told.Keys.Press("s");
        await told.Send("resolve", ".notice:has-text('is resolved')", ("resolution", "The connector runs again"));

        // 14:00 on 25 March (GMT), 30 March and 1 April (BST): Good Friday, the weekend and Easter Monday do not count.
        string[] attempts = ["2027-03-25T14:00:00Z", "2027-03-30T13:00:00Z", "2027-04-01T13:00:00Z"];
        for (var number = 1; number <= attempts.Length; number++)
        {
            desk.AdvanceTo(attempts[number - 1]);
            await told.Happens(reference, "attempt-made", number);
        }
        desk.AdvanceTo("2027-04-02T13:00:00Z");
        await told.Happens(reference, "closed");
        var mails = await told.Mails(reference);
        // The resolution, three attempts and the closing, after the mail that it was logged.
        Assert.Equal(6, mails.Count);
        Assert.Equal("closed", mails[^1].Rule);
        Telling.AreOneThread(mails);

        desk.AdvanceTo("2027-04-02T13:20:00Z");
        var mail = await new MailServer(desk).Receives($"Re: [{reference}] E-mail", "It is back.");
        var next = (await new MailServer(desk).CaseOf(mail))!.Value.Text;
        Assert.Equal("2027-04-07T13:20:00Z", (string?)(await told.Clock(next))["due"]);
        await told.At("2027-04-02T13:25:00Z", $"cases/{reference}");
        Assert.Equal("Closed", await page.InnerTextAsync("#case-facts .condition"));
        Assert.Contains(next, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[data-command*='open again' i]").CountAsync());
        Assert.Equal(409, (await told.Agent.Post($"cases/{reference}/reopen", new JsonObject())).Status);
        var begun = (await told.Mails(next))[0].Mail.Text;
        Assert.Contains(next, begun, StringComparison.Ordinal);
        Assert.Contains(reference, begun, StringComparison.Ordinal);
    }

    // Everything of a call by keyboard; the reference is issued at that moment.
    private static async Task<string> Call(
        RunningDesk desk,
        Telling told,
        Microsoft.Playwright.IPage page,
        (string[] Answers, string At) call
    )
    {
        await told.Keys.Find("ash01");
        await told.Keys.Press(call.Answers);
        await told.Keys.Type("Outlook asks for the password again and again");
        await told.Keys.Press("Tab");
        await told.Keys.Type("Restarted two machines");
        await told.Keys.Press("Tab", "1");
        desk.AdvanceTo(call.At);
        await told.Keys.Do("Control+Enter", ".readback .reference");
        var reference = await page.InnerTextAsync(".readback .reference");
        await page.Becomes("!document.querySelector('#blocked')");
        await told.Keys.Do("Control+Enter", ".notice:has-text('the call is finished')");
        return reference;
    }

    // What they will do in the portal.
    private static Caller Portal(RunningDesk desk) => new(desk, "Office manager", "contact");
}
