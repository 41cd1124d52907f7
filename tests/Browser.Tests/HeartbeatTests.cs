using Microsoft.Playwright;
using NodaTime;
using Rung.Browser.Tests.Running;
using Rung.Core.Cases;
using Rung.Storage.Heartbeats;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>The pages of what is to be heard of: by keyboard, without scripts, and looked at by axe. R15.</summary>
public class HeartbeatTests(RunningDemo demo) : InBrowser(demo)
{
    [Fact]
    public async Task One_is_registered_by_keyboard_alone_on_a_telephone_without_scripts()
    {
        var page = await Open("heartbeats", new Look(Width: 320, Scripts: Scripts.Off));
        await page.FocusAsync("a:has-text('New heartbeat')");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/heartbeats/new");
        await Type(page, "#f-name", "Nightly backup of Larkmere");
        await Type(page, "#f-customer", "larkmere");
        await Type(page, "#f-every", "1 day");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/heartbeats/nightly-backup-of-larkmere");
        Assert.Contains("Never heard of; expected by", await page.InnerTextAsync("main"));
        Assert.Contains("desk+hb.", await page.InnerTextAsync("main"));
        await page.GotoAsync($"/{RunningDemo.Desk}/heartbeats");
        Assert.Contains("Nightly backup of Larkmere", await page.InnerTextAsync(".heartbeats"));
    }

    [Theory]
    [InlineData("heartbeats")]
    [InlineData("heartbeats/new")]
    [InlineData("heartbeats/line-1")]
    public async Task Their_pages_have_no_serious_finding(string path)
    {
        await Register("line-1", "Line monitor of Larkmere", isSilent: true);
        await Register("line-2", "A monitor whose name is as long as names of monitors are: " + new string('n', 40));
        await AxeTests.Check(await Open(path), path);
    }

    [Fact]
    public async Task A_form_that_is_refused_leads_to_its_fields_and_has_no_serious_finding()
    {
        var page = await Open("heartbeats/new");
        await page.ClickAsync("#heartbeat button[type=submit]");
        await page.WaitForSelectorAsync(".errors");
        await AxeTests.Check(page, "a refused heartbeat");
        await page.ClickAsync(".errors a >> nth=0");
        Assert.Equal("f-name", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    private static async Task Type(IPage page, string field, string text)
    {
        await page.FocusAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    // What is silent without a case leaves the demo's queue as other tests know it.
    private async Task Register(string id, string name, bool isSilent = false)
    {
        var heartbeats = Demo.Database.Heartbeats;
        await heartbeats.Register(
            new Heartbeat(RunningDemo.Desk, id)
            {
                Name = name,
                CustomerId = "larkmere-primary",
                Kind = "fault",
                Every = Duration.FromDays(30),
                ChangedAt = Instant.FromUtc(2026, 12, 24, 15, 0),
                ChangedBy = new Actor("Agent 1", Actor.AgentRole),
            }
        );
        if (isSilent && await heartbeats.Find(RunningDemo.Desk, id) is { IsSilent: false } found)
        {
            await heartbeats.Turn(new HeartbeatTurn(found, null));
        }
    }
}
