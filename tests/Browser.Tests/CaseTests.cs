using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Rung.Core.Cases;
using Rung.Server.Desk;
using Xunit;

namespace Rung.Browser.Tests;

public class CaseTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Canary = "canary-7316-stays-inside";

    /// <summary>A note has no recipients: nothing of it is ever queued for anybody.</summary>
    [Fact]
    public async Task A_note_never_reaches_the_outbox()
    {
        var (page, reference) = await NewCase();
        await page.ClickAsync("#note summary");
        await page.FillAsync("#note-text", Canary);
        await page.ClickAsync("#note button[type=submit]");
        await page.WaitForSelectorAsync($"#story .note:has-text('{Canary}')");
        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}?show=customer");
        Assert.DoesNotContain(Canary, await page.InnerTextAsync("#story"), StringComparison.Ordinal);
        var found = await Demo.ServiceDesk.Look(reference, Actor.Desk);
        var queued = await Demo.Database.Outbox.OfCase(found!.Id);
        Assert.DoesNotContain(
            queued,
            one =>
                one.Message.Text.Contains(Canary, StringComparison.Ordinal)
                || one.Message.Subject.Contains(Canary, StringComparison.Ordinal)
        );
    }

    /// <summary>ESS-53: a second answer to a closed case is on the one that goes on with it, and begins no third.</summary>
    [Fact]
    public async Task What_the_customer_says_about_a_closed_case_twice_is_on_one_further_case()
    {
        var (page, reference) = await NewCase();
        await Elsewhere(reference, new Resolve("Restarted", Confirmation.NotRequired));
        await Elsewhere(reference, new Close());
        await Said(page, reference, "It is back");
        var begun = page.Url;
        Assert.NotEqual(reference.Text, begun[^reference.Text.Length..]);
        await Said(page, reference, "Is anybody there?");
        Assert.Equal(begun, page.Url);
        Assert.Contains("goes on with it", await page.InnerTextAsync(".notice"), StringComparison.Ordinal);
        var found = await Demo.ServiceDesk.Look(reference, Actor.Desk);
        Assert.Single(found!.State.Links);
    }

    private static async Task Said(IPage page, CaseReference reference, string text)
    {
        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}?do=said");
        await page.FillAsync("dialog[open] textarea", text);
        await page.ClickAsync("dialog[open] button.primary");
        await page.WaitForSelectorAsync(".notice:has-text('stays closed')");
    }

    /// <summary>What somebody else did is shown by itself, and what is being typed stays.</summary>
    [Fact]
    public async Task Another_agents_change_shows_without_losing_what_is_typed()
    {
        var (page, reference) = await NewCase();
        await page.ClickAsync("#note summary");
        await page.FillAsync("#note-text", "half a sentence");
        await Elsewhere(reference, new Assign("Engineer 8"));
        await page.WaitForSelectorAsync("#case-facts:has-text('with Engineer 8')");
        Assert.Equal("half a sentence", await page.InputValueAsync("#note-text"));
    }

    /// <summary>A form that was opened before something happened is refused, with what happened and with its text.</summary>
    [Fact]
    public async Task A_stale_form_is_refused_and_its_text_kept()
    {
        var (page, reference) = await NewCase();
        await Elsewhere(reference, new AddNote("Seen by the network team."));
        await page.ClickAsync("#reply summary");
        await page.FillAsync("#reply-text", "We are on it.");
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.ClickAsync("#reply button[type=submit]"),
            one => one.Request.Method == "POST" && one.Url.EndsWith("/reply", StringComparison.Ordinal)
        );
        Assert.Equal(412, answer.Status);
        Assert.Contains("Seen by the network team.", await page.InnerTextAsync(".errors"), StringComparison.Ordinal);
        Assert.Equal("We are on it.", await page.InputValueAsync("#reply-text"));
        await page.ClickAsync("#reply button[type=submit]");
        await page.WaitForSelectorAsync("#story .tocustomer:has-text('We are on it.')");
    }

    /// <summary>ESS-43, ESS-44: refused with the sentence and the guide's paragraph; what was chosen stays.</summary>
    [Fact]
    public async Task A_refusal_says_which_paragraph_it_rests_on()
    {
        var (page, _) = await NewCase();
        await page.Keyboard.PressAsync("p");
        await page.CheckAsync("dialog[open] input[value=P1]");
        await page.ClickAsync("dialog[open] button.primary");
        Assert.Contains(
            "Service Desk Team Leader",
            await page.InnerTextAsync("dialog[open] .errors"),
            StringComparison.Ordinal
        );
        Assert.True(await page.IsCheckedAsync("dialog[open] input[value=P1]"));
        await page.ClickAsync("dialog[open] .errors .cite");
        await page.WaitForSelectorAsync("section:target");
    }

    /// <summary>The same form sent twice does its work once (R13).</summary>
    [Fact]
    public async Task A_form_sent_twice_is_done_once()
    {
        var (page, reference) = await NewCase();
        await page.ClickAsync("#note summary");
        await page.FillAsync("#note-text", "only once");
        var statuses = await page.EvaluateAsync<int[]>(
            """
            async () => {
              const form = document.querySelector('#note form');
              const send = () => fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
              return [(await send()).status, (await send()).status];
            }
            """
        );
        Assert.Equal([200, 200], statuses);
        var found = await Demo.ServiceDesk.Look(reference, Actor.Desk);
        Assert.Single(found!.Events.OfType<Noted>());
    }

    /// <summary>What is typed is kept on the server, and cleared when it is sent.</summary>
    [Fact]
    public async Task A_draft_outlives_its_tab()
    {
        var (page, reference) = await NewCase();
        await page.ClickAsync("#reply summary");
        await page.FillAsync("#reply-text", "Not ready yet");
        await page.WaitForSelectorAsync("#reply [data-draft-state]:has-text('draft kept')");
        var other = await Open($"cases/{reference}");
        Assert.Equal("Not ready yet", await other.InputValueAsync("#reply-text"));
        await other.ClickAsync("#reply button[type=submit]");
        await other.WaitForSelectorAsync(".notice");
        Assert.Equal("", await other.InputValueAsync("#reply-text"));
    }

    private async Task<(Microsoft.Playwright.IPage Page, CaseReference Reference)> NewCase()
    {
        var page = await Open("calls/new");
        CaseReference.TryParse("R", await Calling.Issue(page, 5), out var reference);
        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}");
        await page.WaitForSelectorAsync("html.keys");
        return (page, reference!.Value);
    }

    private Task<DeskAnswer> Elsewhere(CaseReference reference, CaseCommand command) =>
        Demo.ServiceDesk.Handle(reference, command, new Requester(new Actor("Engineer 1", Actor.AgentRole)));

    /// <summary>ESS-12: what the customer asks for beside the case goes to the team it is for; the case goes on.</summary>
    [Fact]
    public async Task What_is_for_another_team_is_handed_over_from_the_case_by_keyboard()
    {
        var (page, _) = await NewCase();
        var due = await page.InnerTextAsync("#case-clock");
        var keys = new Keys(page);
        await keys.Press("v");
        await page.WaitForSelectorAsync("#do-pass-on[open]");
        await page.FocusAsync("#f-pass-on-text");
        await keys.Type("A second filter");
        await keys.Do("Control+Enter", ".notice:has-text('handed over')");
        Assert.Contains(
            "Handed over to Direct sales team",
            await page.InnerTextAsync("#story"),
            StringComparison.Ordinal
        );
        Assert.Contains("to another team", await page.InnerTextAsync("#case-side"), StringComparison.Ordinal);
        Assert.Equal(due.Split('\n')[^1], (await page.InnerTextAsync("#case-clock")).Split('\n')[^1]);
    }
}
