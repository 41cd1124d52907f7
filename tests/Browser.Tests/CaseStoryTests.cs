using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>
/// Stories D1 to D3 once more through the running product, on its own clock: the desk's pages by keyboard, the mails as they leave.
/// Times are those of the stories, worked out there and in <c>guides/scenarios</c>; GMT is UTC, BST an hour ahead.
/// </summary>
public sealed class CaseStoryTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Desk = "schools-desk";

    [Fact]
    public async Task D1_A_call_over_Christmas_with_a_hold()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        var page = await Open(desk.Client.BaseAddress!, $"{Desk}/calls/new");
        var told = new Telling(desk, page, Desk);

        // The call begins at 15:20, the reference is given at 15:31; 149 + 600 + 600 + 451 minutes.
        var call = new StoryCall(desk, told, page);
        var reference = await call.Take(StoryCall.ForSome, "2026-12-24T15:31:00Z");
        // R-7K4-2X9 is read as "R, seven, K, four, two, X, nine".
        Assert.Matches(
            "^“Your reference is R(, ([A-Z]|[a-z]+)){6}\\. It is priority 3, because some people cannot use it while others "
                + "can\\. Our target is Thursday 31 December, 15:31\\.”$",
            call.ReadBack
        );
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
        await ThreeDaysAreDrawnToScale(page);

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

    // Counted: 149 minutes, a day, three hours; to come: 510 and 361 minutes of working time. What does not count is short.
    private static async Task ThreeDaysAreDrawnToScale(IPage page)
    {
        var drawn = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('#ledger .stretches rect:not(.mark)')].map((one) => `${one.classList[0]} ${parseFloat(one.getAttribute('width'))}`)"
        );
        var bar = drawn
            .Select(one => one.Split(' '))
            .Select(one => (Kind: one[0], Width: double.Parse(one[1], CultureInfo.InvariantCulture)))
            .ToList();
        Assert.Equal(
            "counted closed closed closed closed closed closed counted closed counted paused tocome closed tocome",
            string.Join(' ', bar.Select(one => one.Kind))
        );
        Assert.Equal(100, bar.Sum(one => one.Width), 0.1);
        var day = bar[7].Width;
        var open = bar.Where(one => one.Kind is "counted" or "tocome").Select(one => one.Width / day * 600);
        Assert.All(open.Zip([149.0, 600, 180, 510, 361]), pair => Assert.Equal(pair.Second, pair.First, 0.5));
        Assert.All(bar.Where(one => one.Kind == "closed"), one => Assert.InRange(one.Width, 0.1, day / 3));
        Assert.InRange(bar.Single(one => one.Kind == "paused").Width, 0.1, day);
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
        // 1. A receipt repeats nothing and has no reference; the page says when it counts and by when it is to be logged.
        var receipt = await told.MailOf("receipt");
        Assert.Contains("Tuesday 4 May 2027, 08:00 BST", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("R-[0-9A-Z]{3}-", receipt.Subject + receipt.Text);
        await told.At("2027-04-30T17:21:00Z", $"mails/{mail.Id}");
        var facts = await page.InnerTextAsync("main");
        Assert.Contains("counts from Tue 4 May", facts, StringComparison.Ordinal);
        Assert.Contains("4 May 18:00", facts, StringComparison.Ordinal);

        // 2. 08:25 BST: logged as a minor disruption of one person, which is priority 4; log-by is met after 25 minutes.
        await told.At("2027-05-04T07:25:00Z", $"mails/{mail.Id}");
        await page.CheckAsync("#f-q-effect-2");
        await told.Keys.Do("Control+Enter", ".notice:has-text('is logged')");
        var reference = (await new MailServer(desk).CaseOf(await new MailServer(desk).Settled(mail.Id)))!.Value.Text;
        Assert.Equal(
            ("2027-05-04T07:25:00Z", "2027-05-10T07:25:00Z"),
            ((string?)(await told.Case(reference))["clockStart"], (string?)(await told.Clock(reference))["due"])
        );
        var promises = (await told.Agent.Get($"cases/{reference}/promises")).Body!["promises"]!.AsArray();
        var logBy = Assert.Single(promises, one => (string?)one!["kind"] == "logBy")!;
        Assert.Equal(("kept", "2027-05-04T17:00:00Z"), ((string?)logBy["state"], (string?)logBy["due"]));
        var answer = Assert.Single(await told.Mails(reference)).Mail;
        Assert.Contains("Priority 4", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Monday 10 May 2027, 08:25", answer.Text, StringComparison.Ordinal);
        Assert.Contains(reference, answer.Subject, StringComparison.Ordinal);
        Assert.NotNull(answer.InReplyTo);
        var late = (await told.Agent.Log(Minor())).Reference;

        // 3. 08:47: an agent alone cannot, the Team Leader with the agreed contact can.
        await told.At("2027-05-04T07:47:00Z", $"cases/{reference}");
        await Raise(told, page, "#do-priority .errors");
        Assert.Equal("P4", (string?)(await told.Case(reference))["priority"]!["id"]);
        await told.As("team-leader", "Service Desk Team Leader");
        await told.At("2027-05-04T07:47:00Z", $"cases/{reference}");
        await Raise(told, page, ".notice:has-text('is P2')");
        var clock = await told.Clock(reference);
        Assert.Equal(("2027-05-05T07:25:00Z", "PT22M"), ((string?)clock["due"], (string?)clock["used"]));
        var story = await page.InnerTextAsync("#story");
        Assert.Contains("Head teacher", story, StringComparison.Ordinal);
        Assert.Contains("Service Desk Team Leader", story, StringComparison.Ordinal);
        var mails = await told.Mails(reference);
        Assert.Equal(["logged", "priority-changed"], mails.Select(one => one.Rule));
        Assert.Contains("Priority 2", mails[1].Mail.Text, StringComparison.Ordinal);
        Assert.Contains("Wednesday 5 May 2027, 08:25", mails[1].Mail.Text, StringComparison.Ordinal);

        // 4. 08:56, the window is over: nobody raises a default any more, and the page leads to the ladder.
        await told.At("2027-05-04T07:56:00Z", $"cases/{late}");
        await Raise(told, page, "#do-priority .errors:has-text('Escalating an incident')");
        Assert.Equal("P4", (string?)(await told.Case(late))["priority"]!["id"]);
        await told.At("2027-05-04T07:56:00Z", $"cases/{late}?do=escalate");
        await page.WaitForSelectorAsync("#do-escalate[open]");
    }

    [Fact]
    public async Task D3_All_down_on_the_weekend_of_the_clock_change_and_nobody_to_test()
    {
        await using var desk = await RunningDesk.Open("2026-10-23T15:35:00Z");
        var page = await Open(desk.Client.BaseAddress!, $"{Desk}/calls/new");
        var told = new Telling(desk, page, Desk);
        string[] all = ["1", "Shift+1", "Shift+2", "Shift+3", "Shift+4", "5", "5", "1"];
        var reference = await new StoryCall(desk, told, page).Take(all, "2026-10-23T15:40:00Z");
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

    // What they will do in the portal.
    private static Caller Portal(RunningDesk desk) => new(desk, "Office manager", "contact");

    // A disruption for one person, raised by keyboard; what becomes of it is awaited.
    private static async Task Raise(Telling told, Microsoft.Playwright.IPage page, string then)
    {
        await told.Keys.Press("p");
        await page.CheckAsync("#do-priority input[value=P2]");
        await told.Send("priority", then, ("with", "Head teacher"), ("reason", "All staff"));
    }

    private static JsonObject Minor()
    {
        var fault = Caller.Fault("one", "email");
        fault["answers"]!["effect"] = "disruption";
        return fault;
    }
}
