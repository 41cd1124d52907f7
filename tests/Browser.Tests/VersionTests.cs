using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Versions;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>
/// ESS-02: a second version of the schools guide is in force, and open cases are moved to it. By version 2.1 one working day is
/// allowed instead of three, so that the case of Monday 11 January 2027, 09:00, would be overdue on Tuesday at 10:00.
/// </summary>
public class VersionTests(RunningDemo demo) : InBrowser(demo)
{
    [Fact]
    public async Task No_page_of_versions_has_a_serious_finding_or_scrolls_sideways()
    {
        await using var desk = await Start();
        var page = await Open(desk.Client.BaseAddress!, "schools-desk/versions");
        await EveryLook.Check(page, "versions");
        await page.ClickAsync("a:has-text('What is different from version 2.0')");
        await page.WaitForSelectorAsync("ins");
        await EveryLook.Check(page, "difference");
        await page.GotoAsync("/schools-desk/guide/changes");
        await page.WaitForSelectorAsync("ins");
        await EveryLook.Check(page, "difference, for everybody");
        await page.GotoAsync("/schools-desk/versions/cases");
        Assert.Equal(0, await page.Locator("input[name=case]").CountAsync());
        await EveryLook.Check(page, "cases, for an agent");
        await Lead(page);
        Assert.Equal(2, await page.Locator("input[name=case]").CountAsync());
        await EveryLook.Check(page, "cases, for a leader");
    }

    [Fact]
    public async Task By_keyboard_alone_without_scripts_on_a_telephone_a_case_is_moved()
    {
        await using var desk = await Start();
        var look = new Look(Width: 320, Scripts: Scripts.Off);
        var page = await Open(desk.Client.BaseAddress!, "schools-desk/versions/cases", look);
        await Lead(page);
        // What would be overdue at once is not ticked beforehand.
        bool[] beforehand = [false, true];
        Assert.Equal(beforehand, await Ticked(page));

        await page.FocusAsync("input[name=case] >> nth=0");
        await page.Keyboard.PressAsync("Space");
        await page.FocusAsync("#moves button[type=submit]");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForSelectorAsync("text=2 cases go on under version 2.1.");
        await page.WaitForSelectorAsync("text=Every open case that you may see is under version 2.1.");
    }

    private static async Task<bool[]> Ticked(IPage page)
    {
        var boxes = await page.Locator("input[name=case]").AllAsync();
        return await Task.WhenAll(boxes.Select(box => box.IsCheckedAsync()));
    }

    private static async Task Lead(IPage page)
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

    private static async Task<RunningDesk> Start()
    {
        var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides.Copy);
        await new Caller(desk).Log(Caller.FaultForSome);
        desk.AdvanceTo("2027-01-12T09:30:00Z");
        await new Caller(desk).Log(Caller.FaultForSome);
        desk.AdvanceTo("2027-01-12T10:00:00Z");
        await OwnGuides.Replace(desk, OwnGuides.Allowing("workingDays: 1"));
        return desk;
    }
}
