using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>Keys are listed, can be switched off, and are never the only way.</summary>
public class ShortcutTests(RunningDemo demo) : InBrowser(demo)
{
    [Fact]
    public async Task The_sheet_of_keys_opens_with_a_question_mark_and_switches_single_keys_off()
    {
        var page = await Open("queue");
        var keys = new Keys(page);
        await keys.Press("?");
        await page.WaitForSelectorAsync("#keys[open]");
        await page.UncheckAsync("#keys-on");
        await keys.Press("Escape", "c", "f", "j");
        Assert.EndsWith("/queue", page.Url, StringComparison.Ordinal);
        Assert.False(await page.IsVisibleAsync("#filter"));
        Assert.False(await page.IsVisibleAsync("a:has-text('New call') kbd"));
        // Another page remembers it, and a button brings the sheet back.
        await page.GotoAsync($"/{RunningDemo.Desk}/guide");
        await page.ClickAsync("button[data-opens=keys]");
        Assert.False(await page.IsCheckedAsync("#keys-on"));
        await page.CheckAsync("#keys-on");
        await keys.Press("Escape", "c");
        await page.ArriveAt("/calls/new");
    }

    [Fact]
    public async Task The_palette_goes_anywhere_and_does_anything()
    {
        var page = await Open($"cases/{await Queue.ReferenceOf(Demo, "on-track")}");
        var keys = new Keys(page);
        await keys.Press("Control+k");
        await keys.Type("hold");
        await page.WaitForSelectorAsync("#palette-list [aria-selected=true]:has-text('Hold') kbd:text-is('h')");
        await keys.Press("Enter");
        await page.WaitForSelectorAsync("#do-hold[open]");
        await keys.Press("Escape", "Control+k");
        await keys.Type("to confirm");
        await keys.Press("Enter");
        await page.ArriveAt("/queue?view=to-confirm");
        await keys.Press("Control+k");
        await keys.Type("no command is called this");
        await keys.Press("Enter");
        await page.ArriveAt("/search?q=no+command+is+called+this");
    }

    [Fact]
    public async Task Escape_leaves_a_field_and_single_keys_work_again()
    {
        var page = await Open("queue");
        var keys = new Keys(page);
        await keys.Press("/");
        await keys.Type("c");
        Assert.Equal("c", await page.InputValueAsync("#search"));
        await keys.Press("Escape", "c");
        await page.ArriveAt("/calls/new");
    }
}
