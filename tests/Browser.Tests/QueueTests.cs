using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>All of a queue's state is in its address.</summary>
public class QueueTests(RunningDemo demo) : InBrowser(demo)
{
    [Fact]
    public async Task Filters_survive_opening_a_case_going_back_and_loading_again()
    {
        var page = await Open("queue");
        var keys = new Keys(page);
        await keys.Press("f");
        await page.SelectOptionAsync("#f-priority", "P3");
        await page.SelectOptionAsync("#f-sort", "newest");
        await page.ClickAsync("#filter button.primary");
        await page.ArriveAt("/queue?*priority=P3*");
        var address = page.Url;
        await OnlyP3();
        await keys.Next();
        await keys.Press("Enter");
        await page.ArriveAt("/cases/*");
        await page.GoBackAsync();
        Assert.Equal(address, page.Url);
        await page.ReloadAsync();
        Assert.Equal(address, page.Url);
        await OnlyP3();
        Assert.Equal("newest", await page.InputValueAsync("#f-sort"));

        async Task OnlyP3() =>
            Assert.All(
                await page.Locator("[data-row] .priority").AllInnerTextsAsync(),
                text => Assert.Contains("P3", text, StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task The_place_in_a_long_queue_is_kept_after_going_back()
    {
        var page = await Open("queue?view=closed&sort=newest");
        await page.ClickAsync("a[rel=next]");
        await page.ArriveAt("/queue?*after=*");
        var address = page.Url;
        var row = page.Locator("[data-row] .ref").Last;
        await row.ScrollIntoViewIfNeededAsync();
        var place = await page.EvaluateAsync<double>("scrollY");
        Assert.True(place > 0);
        await row.ClickAsync();
        await page.ArriveAt("/cases/*");
        await page.GoBackAsync();
        Assert.Equal(address, page.Url);
        await page.Becomes("place => Math.abs(scrollY - place) < 50", place);
    }

    [Fact]
    public async Task A_new_case_shows_in_an_open_queue_by_itself()
    {
        var queue = await Open("queue?sort=newest");
        var caller = await Open("calls/new");
        var reference = await Calling.Issue(caller, 4);
        await queue.WaitForSelectorAsync($"#row-{reference}");
    }

    /// <summary>ESS-70: one key takes the case that the cursor is on; the name is the one that was chosen to act.</summary>
    [Fact]
    public async Task One_key_takes_the_next_case_for_whoever_acts()
    {
        var page = await Open("queue?view=unassigned");
        await page.ClickAsync(".acting summary");
        await page.SelectOptionAsync("#acting", "agent|Engineer 9");
        await page.ClickAsync(".acting button");
        await page.WaitForSelectorAsync(".acting summary:has-text('Engineer 9')");
        Assert.EndsWith("/queue?view=unassigned", page.Url, StringComparison.Ordinal);
        var keys = new Keys(page);
        var reference = await keys.Next();
        await keys.Do("a", $".notice:has-text('{reference} is yours')");
        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}");
        Assert.Contains("with Engineer 9", await page.InnerTextAsync("#case-facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_in_any_form_leads_to_its_case()
    {
        var reference = await Queue.ReferenceOf(Demo, "paused");
        var page = await Open("queue");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(reference.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAt($"/cases/{reference}");
    }

    [Fact]
    public async Task Keys_walk_the_queue_in_both_directions_and_lead_to_the_other_lists_and_back()
    {
        var page = await Open("queue");
        var keys = new Keys(page);
        var first = await keys.Next();
        var second = await keys.Next();
        await keys.Press("k");
        Assert.NotEqual(first, second);
        await page.Becomes("first => document.activeElement.closest('[data-row]').dataset.reference === first", first);
        foreach (var (key, address) in ((string, string)[])[("i", "/intake"), ("e", "/escalations"), ("q", "/queue")])
        {
            await keys.Press("g", key);
            await page.ArriveAt(address);
        }
    }

    /// <summary>Dense, and nothing too small to hit (WCAG 2.5.8).</summary>
    [Fact]
    public async Task A_row_is_at_most_44_pixels_high_and_what_can_be_pressed_at_least_24()
    {
        var page = await Open("queue");
        var rows = await page.EvaluateAsync<double[]>(
            "[...document.querySelectorAll('[data-row]')].map((row) => row.getBoundingClientRect().height)"
        );
        Assert.NotEmpty(rows);
        Assert.InRange(rows.Max(), 24, 44);
        // The reference is a link over its whole row.
        var small = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('a:not([data-row] .ref), button, input, select, summary')]
              .map((one) => [one, one.getBoundingClientRect()])
              .filter(([, box]) => box.width > 1 && box.height > 1 && (box.width < 24 || box.height < 24))
              .map(([one, box]) => `${one.outerHTML} ${box.width} × ${box.height}`)
            """
        );
        Assert.Empty(small);
    }

    /// <summary>Everything a page needs is served with its type and can be revalidated, and nothing is inline.</summary>
    [Fact]
    public async Task Styles_and_scripts_are_served()
    {
        var page = await Open("guide");
        var failed = new List<string>();
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400)
            {
                failed.Add(answer.Url);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                failed.Add(message.Text);
            }
        };
        await page.ReloadAsync();
        await page.GotoAsync($"/{RunningDemo.Desk}/queue");
        await page.GotoAsync($"/{RunningDemo.Desk}/calls/new");
        Assert.Empty(failed);
        var style = await page.Context.APIRequest.GetAsync("/rung.styles.css");
        Assert.Equal("text/css", style.Headers["content-type"]);
        Assert.NotEmpty(style.Headers["etag"]);
        Assert.Contains("default-src 'self'", style.Headers["content-security-policy"], StringComparison.Ordinal);
    }
}
