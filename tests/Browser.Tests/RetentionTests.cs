using Microsoft.Playwright;
using NodaTime;
using Rung.Browser.Tests.Running;
using Rung.Core.Cases;
using Rung.Core.Retention;
using Rung.Storage.Retention;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>Legal holds and retention in a browser: by keyboard, without scripts, and looked at by axe.</summary>
public class RetentionTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Contact = "customers/larkmere-primary/contacts/larkmere-primary-office/legal-holds";
    private const string Leader = "team-leader|Service Desk Team Leader";
    private static readonly Instant At = Instant.FromUtc(2026, 12, 24, 15, 20);

    [Fact]
    public async Task By_keyboard_alone_without_scripts_on_a_telephone_a_hold_is_placed_and_lifted()
    {
        var page = await Open(Contact, new Look(Width: 320, Scripts: Scripts.Off));
        await Act(page, Leader);
        await Type(page, "#f-reason", "A claim is expected.");
        await page.FocusAsync("#place button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=What stands");
        Assert.Contains("A claim is expected.", await page.InnerTextAsync("main"));

        await page.FocusAsync(".hold summary");
        await page.Keyboard.PressAsync("Enter");
        await Type(page, ".hold textarea", "It was settled.");
        await page.FocusAsync(".hold button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=None stands");
        Assert.Contains("It was settled.", await page.InnerTextAsync("main"));
    }

    [Fact]
    public async Task No_page_of_retention_has_a_serious_finding_or_scrolls_sideways()
    {
        await Demo.Database.Retention.Note(Deed(RetentionCategory.Cases, 2, "R-222-222"));
        await Demo.Database.Retention.Note(Deed(RetentionCategory.LeftAloneMails, 40, string.Join(' ', Mails)));
        var page = await Open("retention");
        await page.ClickAsync("summary >> nth=0");
        await EveryLook.Check(page, "retention");
        await Act(page, "service-desk-manager|Service Desk Manager");
        await page.ClickAsync("#retention-begin button");
        await page.WaitForSelectorAsync(".errors");
        await EveryLook.Check(page, "retention that was not begun");
        var on = new UnderHold.OnCustomer("larkmere-primary");
        await Demo.Database.LegalHolds.Place(new LegalHold(RunningDemo.Desk, on, new string('r', 200), At, Actor.Desk));
        await page.GotoAsync($"/{RunningDemo.Desk}/customers/larkmere-primary/legal-holds");
        await EveryLook.Check(page, "holds, for an agent");
        await Act(page, Leader);
        await page.ClickAsync(".hold summary");
        await EveryLook.Check(page, "holds, for a leader");
        await page.ClickAsync("#place button[type=submit]");
        await page.WaitForSelectorAsync(".errors");
        await EveryLook.Check(page, "a hold that was refused");
    }

    private static IEnumerable<int> Mails => Enumerable.Range(1_000, 40);

    private static RetentionDeed Deed(RetentionCategory category, int count, string about) =>
        new(RunningDemo.Desk, category, At, "6 years", "2.0", count, about);

    private static async Task Type(IPage page, string field, string text)
    {
        await page.FocusAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task Act(IPage page, string who)
    {
        await page.Context.AddCookiesAsync([
            new()
            {
                Name = "rung-acting",
                Value = Uri.EscapeDataString(who),
                Url = new Uri(page.Url).GetLeftPart(UriPartial.Authority),
            },
        ]);
        await page.ReloadAsync();
    }
}
