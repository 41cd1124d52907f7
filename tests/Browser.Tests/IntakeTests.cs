using System.Text;
using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>Mail is read and decided on by keyboard alone, and nothing in it can do anything. ESS-11, ESS-16, ESS-36 to ESS-41, S32</summary>
public class IntakeTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Clear =
        "Name: Office manager\r\nRole: Office\r\nSchool: Larkmere Primary School\r\nTel: 01632 960301\r\n"
        + "Our ref: LMP-1\r\nProblem: E-mail from outside is late by an hour.\r\nTried: Webmail, the same.\r\nAffected: one person";

    [Fact]
    public async Task The_rail_leads_to_what_waits_the_nearest_log_by_first()
    {
        var page = await Open("queue");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("i");
        await page.ArriveAt("/intake");
        var first = page.Locator("[data-row]").First;
        Assert.Contains("Overdue by", await first.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(
            "1",
            await page.InnerTextAsync(".rail a[href$='intake?view=overdue']"),
            StringComparison.Ordinal
        );
        await page.ClickAsync("main a[href$='view=set-aside']:visible >> nth=0");
        await page.WaitForSelectorAsync("text=Rung stopped twice while it was handling this message.");
    }

    [Fact]
    public async Task A_clear_mail_is_logged_by_one_key_and_leaves_the_list()
    {
        var mail = await Arrives("office@larkmere.example.org", "Late mail", Clear);
        var page = await Open("intake");
        await page.ClickAsync($"#mail-{mail} a");
        await page.ArriveAt($"/mails/{mail}");
        Assert.Contains("Larkmere Primary School", await page.InnerTextAsync(".picked"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".missing").CountAsync());
        Assert.True(await page.IsCheckedAsync("#f-q-affected-1"));
        var keys = new Keys(page);
        await keys.Press("l");
        await page.ArriveAt("/intake");
        Assert.Contains("is logged", await page.InnerTextAsync(".notice"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator($"#mail-{mail}").CountAsync());
        Assert.Equal(1, keys.Count);

        // The case leads back to the mail.
        await page.GotoAsync($"/{RunningDemo.Desk}/mails/{mail}");
        await page.ClickAsync("#mail-advice a.button");
        await page.ArriveAt("/cases/*");
        await page.ClickAsync("#story a:has-text('The mail')");
        await page.ArriveAt($"/mails/{mail}");
    }

    [Fact]
    public async Task An_unclear_mail_is_logged_on_hold_by_one_key_and_what_is_missing_is_asked_for()
    {
        var mail = await Arrives("somebody@stranger.example.net", "help me", "It is broken.");
        var page = await Open($"mails/{mail}");
        var asked = await page.InputValueAsync("#f-awaiting");
        Assert.Contains("which school this is about", asked, StringComparison.Ordinal);
        var keys = new Keys(page);
        await keys.Do("u", ".notice:has-text('On-Hold')");
        await page.GotoAsync($"/{RunningDemo.Desk}/mails/{mail}");
        await page.ClickAsync("#mail-advice a.button");
        await page.ArriveAt("/cases/*");
        Assert.Contains("On", await page.InnerTextAsync("#case-facts .condition"), StringComparison.Ordinal);
        Assert.Contains(asked, await page.InnerTextAsync("#story"), StringComparison.Ordinal);
        Assert.Contains(
            "since what they wrote is not clear",
            await page.InnerTextAsync("main"),
            StringComparison.Ordinal
        );
    }

    /// <summary>Each key does one thing, and what lies on a page lies apart.</summary>
    [Fact]
    public async Task A_mail_about_what_is_known_already_is_logged_and_linked_by_one_key()
    {
        await Calling.Issue(await Open("calls/new"), 2);
        var mail = await Arrives("office@larkmere.example.org", "E-mail again", Clear);
        var page = await Open($"mails/{mail}");
        await page.WaitForSelectorAsync("#reported .ref");
        var first = await page.InnerTextAsync("#reported .ref >> nth=0");
        var keyed = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[data-key]')].filter((one) => !one.closest('dialog')).map((one) => one.dataset.key)"
        );
        Assert.Equal(keyed.Distinct(), keyed);
        var touching = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('.side .readback, .side .card, .side .reported, .side .decide')]
              .map((one) => [one.className, one.getBoundingClientRect()])
              .sort(([, one], [, other]) => one.top - other.top)
              .filter(([, box], at, all) => at > 0 && box.top - all[at - 1][1].bottom < 10)
              .map(([name]) => name)
            """
        );
        Assert.Empty(touching);
        // How badly, nobody has said.
        Assert.Contains("nobody has said yet", await page.InnerTextAsync(".readback"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("i");
        await page.WaitForSelectorAsync($".notice:has-text('linked to {first}')");
    }

    [Fact]
    public async Task Whom_it_is_for_is_found_and_picked_and_what_is_typed_stays()
    {
        var mail = await Arrives("new.person@larkmere.example.org", "Password", "I cannot sign in to anything.");
        var page = await Open($"mails/{mail}");
        await page.FillAsync("#f-q-tried", "Nothing yet");
        await Calling.Pick(page, Calling.Direct, "somebody else");
        await page.WaitForSelectorAsync("#f-contact-email");
        Assert.Equal("new.person@larkmere.example.org", await page.InputValueAsync("#f-contact-email"));
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("html.keys");
        Assert.Equal("Nothing yet", await page.InputValueAsync("#f-q-tried"));
        await page.Keyboard.PressAsync("l");
        await page.WaitForSelectorAsync(".notice:has-text('is logged')");
    }

    [Fact]
    public async Task What_is_no_case_is_left_alone_with_a_reason_and_can_be_restored_by_keyboard()
    {
        var mail = await Arrives("cakes@stranger.example.net", "Cake", "There is cake.");
        var page = await Open($"mails/{mail}");
        var keys = new Keys(page);
        await keys.Press("x");
        await page.WaitForSelectorAsync("#do-discard[open]");
        await keys.Do("Control+Enter", "dialog[open] .errors");
        await page.FillAsync("#f-discard-reason", "Cake is no fault");
        await page.ClickAsync("#do-discard button.primary");
        await page.WaitForSelectorAsync(".notice:has-text('left alone')");
        await page.GotoAsync($"/{RunningDemo.Desk}/intake?view=left-alone");
        Assert.Contains("Cake is no fault", await page.InnerTextAsync($"#mail-{mail}"), StringComparison.Ordinal);
        await page.ClickAsync($"#mail-{mail} a");
        await page.ArriveAt($"/mails/{mail}");
        await keys.Do("t", ".notice:has-text('waits to be logged again')");
    }

    [Fact]
    public async Task A_mail_moves_to_another_route_and_keeps_its_receipt()
    {
        var mail = await Arrives("cakes@stranger.example.net", "Filter", "The web filter blocks a page.");
        var page = await Open($"mails/{mail}");
        var received = await page.InnerTextAsync("#mail-facts");
        await page.Keyboard.PressAsync("v");
        await page.SelectOptionAsync("#f-move-place", $"{RunningDemo.Desk} filtering@schools.example.org");
        await page.ClickAsync("#do-move button.primary");
        await page.WaitForSelectorAsync(".notice:has-text('has moved')");
        await page.GotoAsync($"/{RunningDemo.Desk}/mails/{mail}");
        var moved = await page.InnerTextAsync("#mail-facts");
        Assert.Equal(received.Replace("Service desk", "Web filtering desk", StringComparison.Ordinal), moved);
        Assert.True(await page.IsCheckedAsync("#f-services-5"), "What the route is for is what it is about.");
    }

    /// <summary>ESS-11, ESS-12: handed over by keyboard, with its receipt; the team and the sender are told.</summary>
    [Fact]
    public async Task A_mail_for_another_team_is_handed_over_by_keyboard()
    {
        var mail = await Arrives("office@larkmere.example.org", "A second filter", "We want one for the new building.");
        var page = await Open($"mails/{mail}");
        var keys = new Keys(page);
        await keys.Press("h");
        await page.WaitForSelectorAsync("#do-hand-over[open]");
        await keys.Do("Control+Enter", ".notice:has-text('is handed over')");

        var kept = (await Demo.Database.Inbound.Find(mail))!;
        Assert.Equal((InboundState.LeftAlone, "Handed over to Direct sales team."), (kept.State, kept.Reason));
        var referral = (await Demo.Database.Customers.Referrals(RunningDemo.Desk, 20)).First(one => one.MailId == mail);
        Assert.Equal(("direct-sales", kept.ReceivedAt), (referral.Route, referral.ReceivedAt));
        await page.GotoAsync($"/{RunningDemo.Desk}/mails/{mail}");
        Assert.Equal(1, await page.Locator("#do-restore, [data-key=t]").CountAsync());
    }

    /// <summary>ESS-78: "Any news?" is no answer: the case that waits for one goes on waiting.</summary>
    [Fact]
    public async Task A_mail_that_asks_how_things_stand_is_entered_as_a_question()
    {
        var unclear = await Arrives("office@larkmere.example.org", "Help", "It is broken once more.");
        var page = await Open($"mails/{unclear}");
        var keys = new Keys(page);
        await keys.Do("u", ".notice:has-text('On-Hold')");
        var reference = (await page.InnerTextAsync(".notice")).Split(' ')[0];

        var asks = await Arrives("office@larkmere.example.org", "Our case", "Any news?");
        await page.GotoAsync($"/{RunningDemo.Desk}/mails/{asks}");
        await keys.Press("e");
        await page.FillAsync("#f-attach-reference", reference);
        await page.CheckAsync("#do-attach input[value=question]");
        await keys.Do("Control+Enter", ".notice:has-text('The mail is on')");

        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}");
        Assert.Contains("Any news?", await page.InnerTextAsync("#story"), StringComparison.Ordinal);
        Assert.Contains("Hold", await page.InnerTextAsync("#case-facts .condition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_a_mail_is_logged_as_well()
    {
        var mail = await Arrives("office@larkmere.example.org", "Late mail again", Clear + " again");
        var page = await Open($"mails/{mail}", new Look(Scripts: Scripts.Off));
        await page.ClickAsync(".decide button");
        await page.WaitForSelectorAsync(".notice:has-text('is logged')");
    }

    [Fact]
    public async Task Nothing_in_a_mail_runs_loads_or_leads_away()
    {
        const string Html =
            "<p onclick=alert(1)>Hello <b>there</b></p><script>parent.owned=1</script><img src=https://stranger.example.net/x.png>"
            + "<form action=https://stranger.example.net><input name=q></form><style>body{display:none}</style>"
            + "<iframe src=https://stranger.example.net></iframe><a href='javascript:alert(1)'>here</a>";
        var mail = await Arrives(
            "mallory@stranger.example.net",
            "<img src=x onerror=window.owned=1>",
            Html,
            "Content-Type: text/html"
        );
        var page = await Open("intake");
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync($"/{RunningDemo.Desk}/mails/{mail}");
        await page.ClickAsync("#formatted summary");
        var frame = page.FrameLocator("#formatted iframe");
        Assert.Equal("there", await frame.Locator("b").InnerTextAsync());
        Assert.Equal(
            0,
            await frame.Locator("script, img, form, input, style, iframe, [onclick], [href^=javascript]").CountAsync()
        );
        Assert.False(await page.EvaluateAsync<bool>("'owned' in window"));
        Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
        Assert.DoesNotContain(asked, url => url.Contains("stranger", StringComparison.Ordinal));
        var answer = await page.Context.APIRequest.GetAsync($"/{RunningDemo.Desk}/mails/{mail}/formatted");
        Assert.Equal(
            "default-src 'none'; style-src 'self'; sandbox; frame-ancestors 'self'",
            answer.Headers["content-security-policy"]
        );
        Assert.Equal("SAMEORIGIN", answer.Headers["x-frame-options"]);
    }

    /// <summary>S33: what a stranger calls themselves ends where it ends, and turns no word of ours.</summary>
    [Fact]
    public async Task A_senders_name_turns_nothing_round()
    {
        var mail = await Arrives("\u202Ereganam <mallory@stranger.example.net>", "Filter", "It does not load.");
        var page = await Open("intake");
        foreach (
            var (address, place) in ((string, string)[])
                [("intake", $"#mail-{mail} .from bdi"), ($"mails/{mail}", ".from bdi")]
        )
        {
            await page.GotoAsync($"/{RunningDemo.Desk}/{address}");
            Assert.Contains("mallory@", await page.Locator(place).First.TextContentAsync(), StringComparison.Ordinal);
            Assert.Equal(
                "isolate",
                await page.Locator(place).First.EvaluateAsync<string>("one => getComputedStyle(one).unicodeBidi")
            );
        }
    }

    private async Task<long> Arrives(string from, string subject, string text, params string[] headers)
    {
        string[] lines =
        [
            $"From: {from}",
            "To: desk@schools.example.org",
            $"Message-ID: <{Guid.NewGuid():N}@stranger.example.net>",
            $"Subject: {subject}",
            .. headers,
            "",
            text,
            "",
        ];
        var message = Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
        var kept = await Demo.Mails.Keep(message, "desk@schools.example.org", envelopeSender: null);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await Demo.Database.Inbound.Find(kept.Id))!.State == InboundState.Received)
        {
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
        return kept.Id;
    }
}
