using Rung.Browser.Tests.Running;
using Rung.Core.Cases;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>A case from the first call to closed: by keyboard alone, and without scripts.</summary>
public class WholeCaseTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Timer = "#call .state [data-since][title='Time on this call']";

    /// <summary>ESS-17 to ESS-25, ESS-69 to ESS-74: nothing needs a mouse.</summary>
    [Fact]
    public async Task By_keyboard_alone()
    {
        var page = await Open("queue");
        var keys = new Keys(page);
        var began = TimeProvider.System.GetTimestamp();
        await keys.Press("c");
        await page.ArriveAt("/calls/new");
        await keys.Find("lmp14");
        // Fault; e-mail; some people; cannot use it.
        await keys.Press("1", "2", "2", "1");
        await keys.Type("Nobody in the office can send.");
        await keys.Press("Tab");
        await keys.Type("Webmail too.");
        await keys.Press("Tab", "1");
        await keys.Press("Control+Enter");
        await page.WaitForSelectorAsync(".readback .reference");
        await page.WaitForSelectorAsync("html.keys");
        // The timer says how long it takes, to whoever looks there, and is announced to nobody.
        Assert.Matches("^[0-9]{2}:[0-9]{2}$", await page.InnerTextAsync(Timer));
        Assert.Equal(0, await page.Locator($"[aria-live] {Timer}, [role=status] {Timer}, [role=timer]").CountAsync());
        await page.Becomes("!document.querySelector('#blocked')");
        await keys.Do("Control+Enter", ".notice:has-text('the call is finished')");
        // Of the four minutes of a whole intake at priority 3, two are the caller's and a second is for each key.
        Assert.True(keys.Count <= 75, $"{keys.Count} keys");
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(240 - 120 - 75));
        await keys.Do("a", ".notice:has-text('is yours')");
        await keys.Press("h");
        await keys.Press("Tab");
        await keys.Type("The office sends us the message that came back.");
        await keys.Do("Control+Enter", ".notice:has-text('on hold')");
        await keys.Do("h", ".notice:has-text('goes on')");
        await keys.Press("r");
        await keys.Type("The connector runs again.");
        await keys.Do("Control+Enter", ".notice:has-text('Sent')");
        await keys.Press("s");
        await keys.Type("Certificate renewed.");
        await keys.Do("Control+Enter", ".notice:has-text('resolved')");
        await keys.Press("y");
        await keys.Do("Control+Enter", ".notice:has-text('closed')");
        Assert.Equal("Closed", await page.InnerTextAsync("#case-facts .condition"));
    }

    /// <summary>ESS-74: a loss of service closes only with its reason for outage; by keyboard alone as well.</summary>
    [Fact]
    public async Task A_loss_of_service_is_closed_with_its_reason_by_keyboard()
    {
        var page = await Open("calls/new");
        var keys = new Keys(page);
        await keys.Find("lmp14");
        // Fault; e-mail; everyone using it; cannot use it.
        await keys.Press("1", "2", "4", "1");
        await keys.Type("No mail in or out.");
        await keys.Press("Tab");
        await keys.Type("Webmail too.");
        await keys.Press("Tab", "1");
        await keys.Do("Control+Enter", ".readback .reference");
        await page.Becomes("!document.querySelector('#blocked')");
        await keys.Do("Control+Enter", ".notice:has-text('the call is finished')");
        await keys.Do("a", ".notice:has-text('is yours')");
        await keys.Press("s");
        await keys.Type("Connector restarted.");
        await keys.Do("Control+Enter", ".notice:has-text('resolved')");
        await keys.Press("y");
        await keys.Do("Control+Enter", "#case-advice:has-text('reason for outage')");
        await keys.Press("o");
        await keys.Type("A certificate ran out; it is watched now.");
        await keys.Do("Control+Enter", "#case-facts .condition:text-is('Closed')");
    }

    [Fact]
    public async Task Without_scripts()
    {
        var page = await Open("calls/new", new Look(Scripts: Scripts.Off));
        // What only a script could count on is not there.
        Assert.Equal("", await page.InnerTextAsync(Timer));
        await page.FillAsync("#caller", Calling.Direct);
        await page.ClickAsync("button[value=find]");
        await page.ClickAsync("#callers button:has-text('Office manager')");
        await page.CheckAsync("#f-services-1");
        await page.CheckAsync("#f-q-affected-1");
        await page.CheckAsync("#f-q-effect-1");
        await page.FillAsync("#f-q-details", "The head cannot sign in.");
        await page.FillAsync("#f-q-tried", "A second browser.");
        await page.CheckAsync("#f-q-help-guides-3");
        await page.ClickAsync("button[value=issue]");
        await page.ClickAsync("button[value=finish]");
        await page.ClickAsync("text=Assign to me");
        await page.ClickAsync("a:has-text('Resolve')");
        await page.FillAsync("dialog[open] textarea", "Account unlocked.");
        await page.ClickAsync("dialog[open] button.primary");
        await page.ClickAsync("a:has-text('Confirmed by the customer')");
        await page.ClickAsync("dialog[open] button.primary");
        Assert.Equal("Closed", await page.InnerTextAsync("#case-facts .condition"));
    }

    /// <summary>The budget of a call: ten keys from the known caller to the reference (and, here, with finding the caller).</summary>
    [Fact]
    public async Task The_reference_takes_at_most_ten_keys_and_half_a_minute()
    {
        var page = await Open("calls/new");
        var keys = new Keys(page);
        var began = TimeProvider.System.GetTimestamp();
        await keys.Find("lmp");
        var found = keys.Count;
        await keys.Press("1", "2", "4", "1", "Control+Enter");
        var reference = await page.InnerTextAsync(".readback .reference");
        // Of 30 s ten are for who types, a second a key; the rest may be the product's.
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
        Assert.True(keys.Count - found <= 10, $"{keys.Count - found} keys");
        Assert.True(keys.Count <= 10, $"{keys.Count} keys with finding the caller");
        Assert.True(CaseReference.TryParse("R", reference, out _), reference);
        Assert.Contains("priority 2", await page.InnerTextAsync(".readback .sentence"), StringComparison.Ordinal);
    }
}
