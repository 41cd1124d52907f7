using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>The demo runs on its own clock, and every page shows it.</summary>
public class DeskClockTests(RunningDemo demo) : InBrowser(demo)
{
    // It began at 15:20 at speed 1 when the first test did; the tests are over within the hour. With scripts the page counts on.
    [Theory]
    [InlineData(Scripts.On)]
    [InlineData(Scripts.Off)]
    public async Task The_demo_begins_on_the_afternoon_of_Christmas_Eve(Scripts scripts)
    {
        var page = await Open("queue", new Look(Scripts: scripts));
        Assert.Matches(
            "^Thu 24 Dec 2026, (15:[2-5]|16:[01])[0-9] GMT$",
            await page.InnerTextAsync("[data-desk-clock]")
        );
    }
}
