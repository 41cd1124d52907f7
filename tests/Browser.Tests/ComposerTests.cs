using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>Nobody can take a note for a reply, or a reply for a note.</summary>
public class ComposerTests(RunningDemo demo) : InBrowser(demo)
{
    [Fact]
    public async Task A_note_and_a_reply_differ_in_colour_icon_label_and_button()
    {
        var page = await Open($"cases/{await Queue.ReferenceOf(Demo, "on-track")}");
        foreach (var part in (string[])["summary", "summary use", "button[type=submit]", "button[type=submit] use"])
        {
            Assert.NotEqual(await Seen(page, $"#reply {part}"), await Seen(page, $"#note {part}"));
        }
        Assert.NotEqual(await Colours(page, "#reply"), await Colours(page, "#note"));
        await page.ClickAsync("#reply summary");
        Assert.Contains("@", await page.InnerTextAsync("#reply .to"), StringComparison.Ordinal);
        Assert.Matches("^Send to [0-9]+ (person|people)", await page.InnerTextAsync("#reply button[type=submit]"));
        await page.ClickAsync("#note summary");
        Assert.False(await page.IsVisibleAsync("#reply-text"), "Only one of them is open at a time.");
        Assert.DoesNotContain("@", await page.InnerTextAsync("#note"), StringComparison.Ordinal);
        Assert.StartsWith(
            "Save note",
            await page.InnerTextAsync("#note button[type=submit]"),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await page.Locator("#note .chip").CountAsync());
    }

    private static Task<string> Seen(IPage page, string selector) =>
        page.EvalOnSelectorAsync<string>(selector, "one => one.getAttribute('href') ?? one.textContent");

    private static Task<string> Colours(IPage page, string selector) =>
        page.EvalOnSelectorAsync<string>(
            selector,
            "one => { const style = getComputedStyle(one); return style.backgroundColor + style.borderColor + style.borderStyle; }"
        );
}
