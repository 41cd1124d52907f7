using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;
using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>Pages follow how somebody reads: larger text, paper, less motion.</summary>
public class LookTests(RunningDemo demo) : InBrowser(demo)
{
    [Theory]
    [InlineData("queue")]
    [InlineData("calls/new")]
    [InlineData("guide")]
    [InlineData("search?q=larkmere")]
    [InlineData("intake")]
    [InlineData("mails/1")]
    public async Task Text_grows_to_twice_its_size_and_still_fits(string path)
    {
        var page = await Open(path);
        var before = await page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.body).fontSize)");
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Page.enable");
        await devtools.SendAsync(
            "Page.setFontSizes",
            new()
            {
                ["fontSizes"] = new Dictionary<string, object> { ["standard"] = 32, ["fixed"] = 26 },
            }
        );
        await page.ReloadAsync();
        var after = await page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.body).fontSize)");
        Assert.Equal(2 * before, after, 0.01);
        Assert.Equal(1440, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    /// <summary>Addresses break behind their stops, so that no table of a guide has to be pushed sideways.</summary>
    [Theory]
    [InlineData("schools-desk")]
    [InlineData("smc")]
    public async Task Every_table_of_a_guide_fits_its_page(string desk)
    {
        var page = await Open("guide");
        await page.GotoAsync($"/{desk}/guide");
        const string TooWide =
            "[...document.querySelectorAll('article .scroll')].filter(one => one.scrollWidth > one.clientWidth).map(one => one.innerText)";
        Assert.True(await page.Locator("article .scroll").CountAsync() > 5);
        Assert.Empty(await page.EvaluateAsync<string[]>(TooWide));
    }

    [Fact]
    public async Task Paper_shows_the_case_and_nothing_to_press()
    {
        var page = await Open($"cases/{await Queue.ReferenceOf(Demo, "overdue")}", new Look(ColorScheme.Dark));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var hidden in (string[])[".rail", ".acts .button", ".composer", ".search"])
        {
            Assert.False(await page.Locator(hidden).First.IsVisibleAsync(), hidden);
        }
        foreach (var shown in (string[])["h1", "#case-clock", "#ledger", "#story"])
        {
            Assert.True(await page.IsVisibleAsync(shown), shown);
        }
        Assert.Equal("rgb(0, 0, 0)", await page.EvaluateAsync<string>("getComputedStyle(document.body).color"));
        Assert.Equal(
            "rgb(255, 255, 255)",
            await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")
        );
        // Also the quiet text is dark on white, although the screen is dark.
        Assert.Equal(
            "#4f5d68",
            await page.EvaluateAsync<string>("getComputedStyle(document.body).getPropertyValue('--muted')")
        );
    }

    [Fact]
    public async Task Nothing_moves_for_who_asks_for_less_motion()
    {
        var page = await Open("queue");
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                """
                [...document.querySelectorAll('*')].filter((one) => {
                  const style = getComputedStyle(one);
                  return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
                }).length
                """
            )
        );
    }

    /// <summary>
    /// The desk is on GMT and begins at 15:20; Tokyo is nine hours ahead all year. What the page says stays the
    /// desk's (semantics, last section).
    /// </summary>
    [Fact]
    public async Task The_viewers_own_zone_is_offered_beside_the_desks()
    {
        var reference = await Queue.ReferenceOf(Demo, "overdue");
        var home = await Open($"cases/{reference}", new Look { Zone = "Europe/London" });
        var away = await Open($"cases/{reference}", new Look { Zone = "Asia/Tokyo" });
        await Assertions.Expect(home.Locator("[data-own-clock]")).ToHaveTextAsync("");
        await Assertions.Expect(home.Locator("time[title]")).ToHaveCountAsync(0);
        await Assertions
            .Expect(away.Locator("[data-own-clock]"))
            .ToHaveTextAsync(new Regex("^Fri 25 Dec, 00:[2-5][0-9] where you are \\(Asia/Tokyo\\)$"));
        var due = away.Locator("#case-clock .detail time");
        Assert.Equal(await home.InnerTextAsync("#case-clock .detail time"), await due.InnerTextAsync());
        var at = InstantPattern.General.Parse((await due.GetAttributeAsync("datetime"))!).Value;
        var there = (at + Duration.FromHours(9)).InUtc();
        Assert.Equal(
            $"{there.ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture)} where you are (Asia/Tokyo)",
            await due.GetAttributeAsync("title")
        );
    }

    /// <summary>The bar and the text are the same ledger: a stretch of the bar for every row.</summary>
    [Theory]
    [InlineData("overdue")]
    [InlineData("due-soon")]
    [InlineData("paused")]
    public async Task The_ledger_is_a_bar_and_text(string face)
    {
        var page = await Open($"cases/{await Queue.ReferenceOf(Demo, face)}");
        var rows = await page.Locator("#ledger-segments tbody tr").CountAsync();
        Assert.True(rows > 0);
        Assert.Equal(rows, await page.Locator("#ledger .stretches rect:not(.mark)").CountAsync());
        await page.ClickAsync("#ledger-segments summary");
        Assert.True(await page.IsVisibleAsync("#ledger-segments tfoot"));
        Assert.True(await page.Locator("#ledger-segments tbody a.cite").CountAsync() > 0, "Segments cite the guide.");
    }

    [Theory]
    [InlineData("queue")]
    [InlineData("calls/new")]
    [InlineData("guide")]
    [InlineData("search?q=larkmere")]
    [InlineData("cases/R-AAA-AAA")]
    [InlineData("intake")]
    [InlineData("mails/4")]
    public async Task Nothing_is_inline(string path)
    {
        var page = await Open(path);
        const string Inline =
            "document.querySelectorAll('[style], style, script:not([src]), [onclick], [onload], [onerror]').length";
        Assert.Equal(0, await page.EvaluateAsync<int>(Inline));
    }
}
