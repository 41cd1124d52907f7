using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>The promise book by keyboard and by link: what is owed, by whom, and the form that keeps it.</summary>
public class PromiseTests(RunningDemo demo) : InBrowser(demo)
{
    [Fact]
    public async Task One_chord_leads_to_the_book_and_Enter_to_the_form_that_keeps_the_promise()
    {
        var page = await Open("queue");
        var keys = new Keys(page);
        await keys.Press("g", "b");
        await page.ArriveAt("/promises");
        await page.WaitForSelectorAsync("html.keys");
        await keys.Press("j");
        await page.Becomes("document.activeElement?.matches('[data-row] .do')");
        var href = await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')");
        await keys.Press("Enter");
        await page.ArriveAt("/cases/*do=*");
        Assert.EndsWith(href, page.Url, StringComparison.Ordinal);
        await page.Becomes("document.querySelector('dialog[open], details.reply[open]') !== null");
    }

    [Fact]
    public async Task What_is_overdue_leads_and_each_owner_is_one_click()
    {
        var page = await Open("promises?within=all");
        var faces = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[data-row] .badge')].map((badge) => badge.classList.contains('overdue') ? 'overdue' : 'open')"
        );
        Assert.Contains("overdue", faces);
        Assert.Contains("open", faces);
        Assert.Equal(faces.OrderBy(face => face == "overdue" ? 0 : 1), faces);

        var owner = page.Locator("#promise-owners a").First;
        var name = await owner.Locator("bdi").InnerTextAsync();
        await owner.ClickAsync();
        await page.ArriveAt("/promises?*owner=*");
        Assert.All(
            await page.Locator("[data-row] .owner bdi").AllInnerTextsAsync(),
            text => Assert.Equal(name, text, ignoreCase: true)
        );
    }

    [Fact]
    public async Task The_filter_is_in_the_address_and_survives_a_reload()
    {
        var page = await Open("promises");
        var keys = new Keys(page);
        await keys.Press("f");
        await page.SelectOptionAsync("#f-within", "all");
        await page.SelectOptionAsync("#f-kind", "update");
        await page.ClickAsync("#filter button.primary");
        await page.ArriveAt("/promises?*kind=update*");
        await page.ReloadAsync();
        Assert.Equal("update", await page.InputValueAsync("#f-kind"));
        Assert.All(
            await page.Locator("[data-row] .do").AllInnerTextsAsync(),
            text => Assert.Matches("Next update|Answer to a customer who asks how the case stands", text)
        );
    }

    [Fact]
    public async Task A_book_without_lines_says_so_and_leads_on()
    {
        var page = await Open("promises?owner=nobody-of-this-name");
        await page.ClickAsync(".empty a");
        await page.ArriveAt("/promises");
    }
}
