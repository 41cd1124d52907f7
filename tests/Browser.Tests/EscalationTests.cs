using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Rung.Core.Cases;
using Rung.Server.Pages.Cases.Actions;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>Escalating during the call, by keyboard alone; and what is asked for by its address when it cannot be done.</summary>
public class EscalationTests(RunningDemo demo) : InBrowser(demo)
{
    /// <summary>SMC-06 to SMC-08: who, level and number are there already; reason, acknowledgement and call-back are given.</summary>
    [Fact]
    public async Task An_agent_registers_an_escalation_while_the_customer_speaks()
    {
        var page = await Open("guide");
        await page.GotoAsync("/smc/queue");
        var reference = await page.InnerTextAsync("[data-row]:has-text('No internet at the head office') .ref");
        await page.GotoAsync($"/smc/cases/{reference}");
        await page.WaitForSelectorAsync("html.keys");
        var keys = new Keys(page);
        await keys.Press("e");
        await page.WaitForSelectorAsync("#do-escalate[open]");
        await TabTo(page, keys, "[name=acknowledged]");
        await keys.Press("Space");
        await TabTo(page, keys, "[name=call-back]");
        await keys.Type("16:30");
        await keys.Press("Control+Enter");
        await page.WaitForSelectorAsync($".notice:has-text('{reference} is escalated to level 1')");

        CaseReference.TryParse("S", reference, out var parsed);
        var escalation = (await Demo.ServiceDesk.Look(parsed!.Value, Actor.Desk))!.State.Escalation!;
        Assert.Equal(1, escalation.Level);
        // 24 December 2026, 16:30 in Jersey, which keeps Greenwich time in winter.
        Assert.Equal(NodaTime.Instant.FromUtc(2026, 12, 24, 16, 30), escalation.CallBack!.Due);
    }

    // Whoever is on the telephone has one hand on the keys and none on the mouse.
    private static async Task TabTo(IPage page, Keys keys, string field)
    {
        for (var presses = 0; presses < 30; presses++)
        {
            await keys.Press("Tab");
            if (await page.EvaluateAsync<bool>($"document.activeElement.matches('#do-escalate {field}')"))
            {
                return;
            }
        }
        Assert.Fail($"No way by Tab to {field}.");
    }

    /// <summary>A window that is asked for by its address although it is not offered, or no longer, is no failure.</summary>
    [Theory]
    [InlineData("schools-desk", "queue")]
    [InlineData("schools-desk", "queue?view=closed")]
    [InlineData("smc", "queue")]
    [InlineData("smc", "queue?view=closed")]
    public async Task No_window_fails_when_it_is_not_offered(string desk, string list)
    {
        var page = await Open("guide");
        await page.GotoAsync($"/{desk}/{list}");
        foreach (var reference in (await page.Locator("[data-row] .ref").AllInnerTextsAsync()).Take(3))
        {
            foreach (var action in ActionMaker.All)
            {
                var address = $"/{desk}/cases/{reference}?do={action.Id}";
                Assert.Equal(200, (await page.Context.APIRequest.GetAsync(address)).Status);
            }
        }
    }
}
