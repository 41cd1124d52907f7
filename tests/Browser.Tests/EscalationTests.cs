using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
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

    /// <summary>
    /// The whole way under a minute: from the queue to the case whose reference the customer says, and the escalation registered.
    /// How long a key takes is what the budget of a call assumes, ten keys in half a minute with the caller on the line: three
    /// seconds for each that answers a question. A character that is only copied from what they say, of a reference or a time,
    /// takes one: that is slower than anybody types.
    /// </summary>
    [Fact]
    public async Task The_whole_flow_takes_less_than_a_minute_by_keyboard()
    {
        const int SecondsToAnswer = 3;
        const int SecondsToCopy = 1;
        var page = await Open("guide");
        await page.GotoAsync("/smc/queue");
        await page.WaitForSelectorAsync("html.keys");
        // Not one that is escalated already, nor the one that the test above takes.
        var row = page.Locator(
            "[data-row]:not(:has-text('escalated')):not(:has-text('No internet at the head'))"
        ).First;
        var reference = await row.Locator(".ref").InnerTextAsync();
        var keys = new Keys(page);

        await keys.Press("/");
        await keys.Type(reference.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        await keys.Press("Enter");
        await page.ArriveAt($"/cases/{reference}");
        await keys.Press("e");
        await page.WaitForSelectorAsync("#do-escalate[open]");
        // Who escalates is there already. Level 1, the first number, the first reason, nothing to add; acknowledged.
        await keys.Press("Tab", "1", "1", "1", "Tab", "1");
        await page.Becomes("document.activeElement?.name === 'call-back'");
        await keys.Type("16:30");
        await keys.Do("Control+Enter", $".notice:has-text('{reference} is escalated to level 1')");

        var seconds = ((keys.Count - keys.Typed) * SecondsToAnswer) + (keys.Typed * SecondsToCopy);
        Assert.True(seconds < 60, $"{keys.Count} keys, {keys.Typed} of them copied: {seconds} s");
        CaseReference.TryParse("S", reference, out var parsed);
        var one = (await Demo.ServiceDesk.Look(parsed!.Value, Actor.Desk))!.State.Escalation!;
        Assert.Equal(("outage-beyond-sla", true), (Assert.Single(one.Reasons), one.Entered[0].Acknowledged));
    }

    /// <summary>ESS-83: one escalation over several cases of a customer, by keyboard; each case shows it.</summary>
    [Fact]
    public async Task Another_case_of_the_customer_is_covered_and_taken_out_by_keyboard()
    {
        var (lead, other) = (await Log("Nobody can sign in"), await Log("Mail is late"));
        var page = await Open($"cases/{lead}");
        var keys = new Keys(page);
        await keys.Press("e");
        await page.WaitForSelectorAsync("#do-escalate[open]");
        await keys.Do("Control+Enter", ".notice:has-text('is escalated to level 1')");

        await keys.Press("b");
        await page.WaitForSelectorAsync("#do-cover[open]");
        await page.SelectOptionAsync("#f-cover-other", other);
        await keys.Press("Tab");
        await keys.Type("The same directory");
        await keys.Do("Control+Enter", $".notice:has-text('the escalation covers {other}')");
        Assert.Contains("The same directory", await page.InnerTextAsync("#case-side"), StringComparison.Ordinal);

        // The other case says where it is escalated, offers no escalation of its own, and the queue marks it.
        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{other}");
        Assert.Contains(lead, await page.InnerTextAsync("#case-advice"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#do-escalate").CountAsync());
        await page.GotoAsync($"/{RunningDemo.Desk}/queue?view=escalated");
        Assert.Contains(
            $"escalated with {lead}",
            await page.InnerTextAsync($"[data-reference='{other}']"),
            StringComparison.Ordinal
        );
        await page.GotoAsync($"/{RunningDemo.Desk}/escalations");
        Assert.Contains($"covers {other} as well", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{other}?do=uncover");
        await page.WaitForSelectorAsync("#do-uncover[open]");
        await page.FocusAsync("#f-uncover-reason");
        await keys.Type("Another cause after all");
        await keys.Do("Control+Enter", "#story:has-text('No longer escalated together with')");
        Assert.Equal(1, await page.Locator("#do-escalate").CountAsync());
    }

    private async Task<string> Log(string subject)
    {
        var command = new LogCase
        {
            Kind = "fault",
            Source = Channel.Phone,
            Subject = subject,
            Reporter = new Reporter("larkmere-primary", "Larkmere Primary", "Head teacher", null, null, null),
            Services = ["identity"],
        };
        var who = new Requester(new Actor("Engineer 4", Actor.AgentRole));
        var answer = await Demo.ServiceDesk.Log(Demo.Guide, command, who);
        return Assert.IsType<DeskAnswer.Done>(answer).Case.State.Reference.Text;
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
