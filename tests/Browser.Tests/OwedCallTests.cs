using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>ESS-51: the customer whose mail failed is telephoned as well.</summary>
public class OwedCallTests(RunningDemo demo) : InBrowser(demo)
{
    /// <summary>The second service of the schools guide is e-mail, the first is signing in.</summary>
    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 0)]
    public async Task The_read_back_says_that_they_are_to_be_telephoned(int service, int said)
    {
        var page = await Open("calls/new");
        await Calling.Issue(page, service);
        Assert.Equal(said, await page.Locator(".readback .ring").CountAsync());
    }

    [Fact]
    public async Task What_is_written_is_owed_by_telephone_until_a_call_is_recorded()
    {
        var (page, reference) = await NewCase();
        await Write(page, "One of two servers is down.", told: false);
        await page.WaitForSelectorAsync("#case-advice:has-text('the update')");
        Assert.Contains("Call: the update", await page.InnerTextAsync("#case-side"), StringComparison.Ordinal);

        var queue = await Open("queue?sort=newest");
        var row = queue.Locator($"#row-{reference} .phone.owed");
        Assert.StartsWith("Ring by ", await row.InnerTextAsync(), StringComparison.Ordinal);

        await page.WaitForSelectorAsync("html.keys");
        await page.Keyboard.PressAsync("d");
        await page.CheckAsync("dialog[open] input[value=Reached]");
        await page.FillAsync("dialog[open] textarea", "They will wait for the afternoon.");
        await page.ClickAsync("dialog[open] button.primary");
        await page.WaitForSelectorAsync("#story :text('Told the customer by telephone')");
        Assert.DoesNotContain("the update", await page.InnerTextAsync("#case-advice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_by_telephone_already_is_not_owed()
    {
        var (page, _) = await NewCase();
        await Write(page, "It is back for the office.", told: true);
        await page.WaitForSelectorAsync("#story .tocustomer:has-text('It is back for the office.')");
        Assert.DoesNotContain("Call: the update", await page.InnerTextAsync("#case-side"), StringComparison.Ordinal);
    }

    private static async Task Write(IPage page, string text, bool told)
    {
        await page.ClickAsync("#reply summary");
        await page.FillAsync("#reply-text", text);
        if (told)
        {
            await page.CheckAsync("#reply input[name=told]");
        }
        await page.ClickAsync("#reply button[type=submit]");
    }

    private async Task<(IPage Page, string Reference)> NewCase()
    {
        var page = await Open("calls/new");
        var reference = await Calling.Issue(page, 2);
        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}");
        await page.WaitForSelectorAsync("html.keys");
        return (page, reference);
    }
}
