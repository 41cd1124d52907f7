using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Rung.Core.Cases;
using Xunit;

namespace Rung.Browser.Tests;

public class CallTests(RunningDemo demo) : InBrowser(demo)
{
    /// <summary>A-11: a school that loses everything starts at P3; whoever opens the case is prompted to ask for a raise.</summary>
    [Fact]
    public async Task A_school_without_any_service_prompts_for_the_team_leader()
    {
        var page = await Open("calls/new");
        await Calling.Pick(page, Calling.Direct, "School business manager");
        foreach (var service in await page.QuerySelectorAllAsync("[id^=f-services-]"))
        {
            await service.CheckAsync();
        }
        await page.CheckAsync("#f-q-affected-3");
        await page.CheckAsync("#f-q-effect-1");
        await page.ClickAsync("button[value=issue]");
        await page.WaitForSelectorAsync(".readback .reference");
        var reference = await page.InnerTextAsync(".readback .reference");
        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}");
        Assert.Contains("P3", await page.InnerTextAsync("#case-priority"), StringComparison.Ordinal);
        var advice = await page.InnerTextAsync("#case-advice");
        Assert.Contains("Ask the Service Desk Team Leader", advice, StringComparison.Ordinal);
        Assert.Contains("Change the priority", advice, StringComparison.Ordinal);

        var another = await Open("calls/new");
        var some = await Calling.Issue(another, 4);
        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{some}");
        Assert.DoesNotContain("Team Leader", await page.InnerTextAsync("#case-advice"), StringComparison.Ordinal);
    }

    /// <summary>ESS-17: who is calling stays picked, whatever Enter is pressed in afterwards.</summary>
    [Fact]
    public async Task Enter_after_the_caller_was_picked_keeps_the_caller()
    {
        var page = await Open("queue");
        var keys = new Keys(page);
        await keys.Press("c");
        await page.ArriveAt("/calls/new");
        await keys.Find("lmp14");
        var picked = await page.InnerTextAsync(".picked strong");
        await SentByEnter(page);
        Assert.Equal(picked, await page.InnerTextAsync(".picked strong"));
        await page.FillAsync("#f-q-users", "12");
        await page.FocusAsync("#f-q-users");
        await SentByEnter(page);
        Assert.Equal(picked, await page.InnerTextAsync(".picked strong"));
        Assert.Equal("12", await page.InputValueAsync("#f-q-users"));
        await page.CheckAsync("#f-services-1");
        await page.CheckAsync("#f-q-affected-1");
        await page.CheckAsync("#f-q-effect-1");
        await keys.Do("Control+Enter", ".readback .reference");
    }

    private static async Task SentByEnter(IPage page)
    {
        await page.EvaluateAsync("document.documentElement.dataset.sent = 'by Enter'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("html.keys:not([data-sent])");
    }

    /// <summary>ESS-05, ESS-06: the customer's own desk goes first; no case, no clock.</summary>
    [Fact]
    public async Task A_customer_with_its_own_desk_is_stopped_and_the_referral_kept()
    {
        var before = await Demo.Database.Customers.Referrals(RunningDemo.Desk, 50);
        var page = await Open("calls/new");
        await Calling.Pick(page, Calling.OwnDesk, "somebody else");
        var stop = await page.InnerTextAsync("#stop");
        Assert.Contains("Copperbeck IT service desk", stop, StringComparison.Ordinal);
        Assert.Contains("01632 960399", stop, StringComparison.Ordinal);
        Assert.Contains("coming to us directly would only delay you", stop, StringComparison.Ordinal);
        Assert.False(await page.IsVisibleAsync("#f-kind"));
        await page.ClickAsync("button[value=refer]");
        await page.WaitForSelectorAsync(".notice:has-text('Referral kept')");
        var after = await Demo.Database.Customers.Referrals(RunningDemo.Desk, 50);
        Assert.Equal(before.Count + 1, after.Count);
    }

    /// <summary>ESS-12: a new service is for direct sales; one press, no case, no clock.</summary>
    [Fact]
    public async Task What_is_for_another_route_is_handed_over_with_one_press()
    {
        var page = await Open("calls/new");
        await Calling.Pick(page, Calling.Direct, "School business manager");
        await page.ClickAsync("#hand-over summary");
        Assert.Contains("01632 960120", await page.InnerTextAsync("#hand-over"), StringComparison.Ordinal);
        await page.ClickAsync("#hand-over button[value='hand-over/direct-sales']");
        await page.WaitForSelectorAsync(".notice:has-text('handed over to Direct sales team')");
        var latest = await Demo.Database.Customers.Referrals(RunningDemo.Desk, 1);
        Assert.Equal(("Direct sales team", "School business manager"), (latest[0].ReferredTo, latest[0].CallerName));
    }

    [Fact]
    public async Task What_their_own_desk_refers_on_becomes_a_case()
    {
        var page = await Open("calls/new");
        await Calling.Pick(page, Calling.OwnDesk, "somebody else");
        await page.ClickAsync("button[value=referred-on]");
        // The page before has the same field, until the next one has come.
        await page.WaitForSelectorAsync("button[value=referred-on]", new() { State = WaitForSelectorState.Detached });
        await page.FillAsync("#f-contact-name", "IT technician");
        await page.CheckAsync("#f-services-1");
        await page.CheckAsync("#f-q-affected-1");
        await page.CheckAsync("#f-q-effect-1");
        await page.Keyboard.PressAsync("Control+Enter");
        Assert.Contains("R-", await page.InnerTextAsync(".readback .reference"), StringComparison.Ordinal);
    }

    /// <summary>The page's script may come late: whoever has begun to type stays in their field.</summary>
    [Fact]
    public async Task Who_types_before_the_script_has_come_stays_in_the_field()
    {
        var page = await Open("queue");
        var held = new TaskCompletionSource();
        await page.RouteAsync(
            "**/js/call.js",
            async route =>
            {
                await held.Task;
                await route.ContinueAsync();
            }
        );
        await page.GotoAsync($"/{RunningDemo.Desk}/calls/new", new() { WaitUntil = WaitUntilState.Commit });
        await page.FocusAsync("#f-q-tried");
        held.SetResult();
        await page.WaitForSelectorAsync("html.keys");
        Assert.Equal("f-q-tried", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    /// <summary>A caller nobody knows gets a reference, and the page says what is not known.</summary>
    [Fact]
    public async Task A_caller_who_is_not_on_the_list_gets_a_reference()
    {
        var page = await Open("calls/new");
        await Calling.Pick(page, "zzz", "Not on the list");
        await page.FillAsync("#f-customer-name", "Unheard-of Academy");
        await page.FillAsync("#f-contact-name", "Caretaker");
        await page.CheckAsync("#f-services-1");
        await page.CheckAsync("#f-q-affected-1");
        await page.CheckAsync("#f-q-effect-1");
        await page.ClickAsync("button[value=issue]");
        var reference = await page.InnerTextAsync(".readback .reference");
        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}");
        Assert.Contains("not registered", await page.InnerTextAsync("#case-advice"), StringComparison.Ordinal);
    }

    /// <summary>A known outage: one key links the caller to the incident.</summary>
    [Fact]
    public async Task One_key_links_the_caller_to_what_is_already_reported()
    {
        var page = await Open("calls/new");
        await Calling.Pick(page, "QHA02", "Office manager");
        await page.CheckAsync("#f-services-2");
        await page.CheckAsync("#f-q-affected-3");
        await page.CheckAsync("#f-q-effect-1");
        var incident = await page.InnerTextAsync("#reported .ref");
        await page.FocusAsync("#f-q-effect-1");
        await page.Keyboard.PressAsync("l");
        await page.WaitForSelectorAsync($".notice:has-text('is linked to {incident}')");
        CaseReference.TryParse("R", await page.InnerTextAsync(".readback .reference"), out var reference);
        var found = await Demo.ServiceDesk.Look(reference!.Value, Actor.Desk);
        Assert.Contains(found!.State.Links, link => link.Kind == LinkKind.Parent && link.Other.Text == incident);
    }

    /// <summary>ESS-24: the clock starts with the reference; answers given later finish the intake.</summary>
    [Fact]
    public async Task Answers_given_after_the_reference_are_kept_by_themselves()
    {
        var page = await Open("calls/new");
        var reference = await Calling.Issue(page, 1);
        // What is missing is named, and the button says so too.
        Assert.Equal(
            "Still open: What do they see? · Tried so far, and what it showed · Help guides looked at?",
            await page.InnerTextAsync("#blocked")
        );
        Assert.Equal("true", await page.GetAttributeAsync("button[value=finish]", "aria-disabled"));
        Assert.Equal("blocked", await page.GetAttributeAsync("button[value=finish]", "aria-describedby"));
        await page.FillAsync("#f-q-details", "The sign-in page says no.");
        await page.WaitForSelectorAsync("#checklist li.done:has-text('What do they see?')");
        CaseReference.TryParse("R", reference, out var parsed);
        var found = await Demo.ServiceDesk.Look(parsed!.Value, Actor.Desk);
        Assert.Equal("The sign-in page says no.", found!.State.Answers["details"]);
        Assert.Equal(IntakeState.Open, found.State.Intake);
    }

    /// <summary>What is typed before there is a reference outlives its tab, and is gone once the reference is issued.</summary>
    [Fact]
    public async Task A_call_without_a_reference_is_kept_by_itself()
    {
        var page = await Open("queue");
        // Somebody whom no other test is, since each has one call of this kind.
        await page.Context.AddCookiesAsync([
            new()
            {
                Name = "rung-acting",
                Value = "agent%7CEngineer%209",
                Url = Demo.Address,
            },
        ]);
        await page.GotoAsync($"/{RunningDemo.Desk}/calls/new");
        await page.WaitForSelectorAsync("html.keys");
        Assert.Equal(0, await page.Locator("text=Go on with it").CountAsync());
        await Calling.Pick(page, Calling.Direct, "School business manager");
        await Saved(page, () => page.CheckAsync("#f-services-2"));
        await Saved(page, () => page.CheckAsync("#f-q-affected-2"));
        await Saved(page, () => page.FillAsync("#f-q-details", "The screen stays black."));

        var other = await page.Context.NewPageAsync();
        await page.CloseAsync();
        await other.GotoAsync($"/{RunningDemo.Desk}/calls/new");
        await other.WaitForSelectorAsync("html.keys");
        await other.ClickAsync("text=Go on with it");
        await other.ArriveAt("/calls/new?call=kept");
        Assert.Contains("School business manager", await other.InnerTextAsync(".picked"), StringComparison.Ordinal);
        Assert.True(await other.IsCheckedAsync("#f-services-2"));
        Assert.True(await other.IsCheckedAsync("#f-q-affected-2"));
        Assert.Equal("The screen stays black.", await other.InputValueAsync("#f-q-details"));

        await other.CheckAsync("#f-q-effect-1");
        await other.ClickAsync("button[value=issue]");
        await other.WaitForSelectorAsync(".readback .reference");
        await other.GotoAsync($"/{RunningDemo.Desk}/calls/new");
        Assert.Equal(0, await other.Locator("text=Go on with it").CountAsync());
    }

    private static Task<IResponse> Saved(IPage page, Func<Task> act) =>
        page.RunAndWaitForResponseAsync(
            act,
            one =>
                one is { Ok: true, Request.Method: "POST" }
                && one.Request.PostData?.Contains("do=save", StringComparison.Ordinal) == true
        );

    /// <summary>ESS-25: a first-contact resolution.</summary>
    [Fact]
    public async Task What_is_solved_on_the_call_is_resolved_at_once()
    {
        var page = await Open("calls/new");
        await Calling.Pick(page, Calling.Direct, "Computing lead");
        await page.CheckAsync("#f-services-1");
        await page.CheckAsync("#f-q-affected-1");
        await page.CheckAsync("#f-q-effect-2");
        await page.ClickAsync("#solved summary");
        await page.FillAsync("#f-resolution", "Signed out everywhere and in again.");
        await page.ClickAsync("button[value=resolve]");
        await page.WaitForSelectorAsync(".notice:has-text('resolved on the first call')");
    }
}
