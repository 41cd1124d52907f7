using Rung.Browser.Tests.Running;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>A day's work without scripts: whatever is not live works by links and forms alone.</summary>
public class WithoutScriptsTests(RunningDemo demo) : InBrowser(demo)
{
    [Fact]
    public async Task A_case_is_found_by_filter_taken_noted_answered_held_searched_and_its_promise_seen()
    {
        var reference = await Calling.Issue(await Open("calls/new"), 1);
        var page = await Open("queue", new Look(Scripts: Scripts.Off));

        await page.ClickAsync("a[href='#filter']");
        await page.SelectOptionAsync("#filter [name=view]", "unassigned");
        await page.FillAsync("#filter [name=customer]", Calling.Direct);
        await page.ClickAsync("#filter button:has-text('Show')");
        Assert.Contains("customer=", page.Url, StringComparison.Ordinal);
        await page.ClickAsync($"[data-reference='{reference}'] button.take");
        await page.WaitForSelectorAsync($".notice:has-text('{reference}')");
        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}");
        await page.WaitForSelectorAsync("#case-facts .condition:has-text('Assigned')");

        await page.ClickAsync("#note summary");
        await page.FillAsync("#note-text", "The switch in room 4 is old.");
        await page.ClickAsync("#note button[type=submit]");
        await page.WaitForSelectorAsync("#story:has-text('The switch in room 4 is old.')");

        await page.ClickAsync("#reply summary");
        await page.FillAsync("#reply-text", "We are looking at room 4.");
        await page.ClickAsync("#reply button.primary");
        await page.WaitForSelectorAsync("#story:has-text('We are looking at room 4.')");

        await page.ClickAsync("a[href*='do=hold']");
        await page.CheckAsync("#do-hold [name=reason] >> nth=0");
        await page.FillAsync("#do-hold [name=awaiting]", "the number of the switch");
        await page.ClickAsync("#do-hold button.primary");
        await page.WaitForSelectorAsync("#case-facts .condition:has-text('On-Hold')");

        await page.FillAsync("#search", reference);
        await page.ClickAsync("form.search button");
        await page.WaitForURLAsync($"**/cases/{reference}*");

        await page.ClickAsync(".rail a[href$='/promises']");
        await page.ClickAsync("a[href='#filter']");
        await page.SelectOptionAsync("#filter [name=within]", "all");
        await page.ClickAsync("#filter button:has-text('Show')");
        await page.WaitForSelectorAsync("[data-row] .badge");
        Assert.Contains("within=all", page.Url, StringComparison.Ordinal);
    }

    /// <summary>Whatever is offered on a case: its window opens by its link, and sent as it stands it says what it needs.</summary>
    [Fact]
    public async Task Every_window_of_a_case_opens_by_its_link_and_says_what_it_needs()
    {
        await using var desk = await RunningDesk.Open("2026-12-22T10:00:00Z");
        var reference = (await new Caller(desk).Log(Caller.FaultForSome)).Reference;
        var scriptless = new Look(Scripts: Scripts.Off);
        var page = await Open(desk.Client.BaseAddress!, $"schools-desk/cases/{reference}", scriptless);
        var links = page.Locator("#actions a[href*='do=']");
        var done = new List<string>();
        foreach (var link in await links.EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))"))
        {
            var action = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
            await page.GotoAsync(link);
            var sent = await page.RunAndWaitForResponseAsync(
                () => page.ClickAsync($"#do-{action} .primary"),
                response => response.Request.Method == "POST"
            );
            if (sent.Status == 303)
            {
                done.Add(action);
                continue;
            }
            Assert.InRange(sent.Status, 400, 422);
            await page.WaitForSelectorAsync($"#do-{action} .errors:has-text('This was not done')");
        }
        // What has an answer to everything from the start needs nothing more.
        Assert.Equal(["escalate", "priority", "assign", "wait"], done);
    }
}
