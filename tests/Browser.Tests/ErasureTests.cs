using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>Somebody is erased: asked on a page that says what goes, by keyboard, without scripts, and looked at by axe. S72</summary>
public class ErasureTests(RunningDemo demo) : InBrowser(demo)
{
    [Fact]
    public async Task Whoever_may_sees_what_goes_says_why_and_it_is_done()
    {
        var page = await Open("customers/pennyfold-lane");
        await page.ClickAsync("a:has-text('Add somebody')");
        await page.FillAsync("#f-name", "Supply teacher");
        await page.ClickAsync("#customer button[type=submit]");
        await page.ClickAsync("a:has-text('Supply teacher')");
        await page.ClickAsync("a:has-text('Erase them')");
        await page.WaitForURLAsync("**/erase");
        Assert.Contains("ask one of them", await page.InnerTextAsync("main"));
        await EveryLook.Check(page, "erase, for an agent");
        await Act(page);
        await EveryLook.Check(page, "erase");

        await page.FocusAsync("#erase button");
        await page.Keyboard.PressAsync("Enter");
        Assert.Contains("Say why", await page.InnerTextAsync(".errors"));
        await EveryLook.Check(page, "erase, refused");
        await page.FillAsync("#f-reason", "They asked for it on the telephone.");
        await page.ClickAsync("#erase button");
        await page.WaitForURLAsync("**/erasures");
        Assert.Contains("They asked for it on the telephone.", await page.InnerTextAsync("main"));
        Assert.DoesNotContain("Supply teacher", await page.ContentAsync());
        await EveryLook.Check(page, "erased");
        await page.GotoAsync($"/{RunningDemo.Desk}/customers/pennyfold-lane");
        Assert.DoesNotContain("Supply teacher", await page.ContentAsync());
    }

    private static async Task Act(IPage page)
    {
        await page.Context.AddCookiesAsync([
            new()
            {
                Name = "rung-acting",
                Value = Uri.EscapeDataString("team-leader|Service Desk Team Leader"),
                Url = new Uri(page.Url).GetLeftPart(UriPartial.Authority),
            },
        ]);
        await page.ReloadAsync();
    }
}
