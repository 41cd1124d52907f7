using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NodaTime;
using Rung.Browser.Tests.Running;
using Rung.Core.Customers;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Api;
using Rung.Storage.Outbox;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>A customer's person signs in at the portal: by keyboard alone, without scripts, on a telephone, light and dark.</summary>
public partial class ContactSignInTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Email = "office@millbrook.example.org";

    [Fact]
    public async Task S14_By_keyboard_alone_without_scripts_on_a_telephone_somebody_signs_in_and_out()
    {
        await using var server = await Start();
        var page = await Open(server.Address, "schools-desk/portal/cases", new Look(Width: 320, Scripts: Scripts.Off));
        await page.FocusAsync("#f-email");
        await page.Keyboard.TypeAsync(Email);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("h1:has-text('Look into your mailbox')");

        await page.GotoAsync(await Link(server));
        await page.FocusAsync("main button");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/schools-desk/portal/cases");
        Assert.Contains("Office manager", await page.InnerTextAsync("header .who"), StringComparison.Ordinal);

        await page.FocusAsync("header button");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[role=status]:has-text('You are signed out')");
    }

    [Fact]
    public async Task S58_A_page_that_is_open_asks_to_sign_in_within_5_s_of_its_reader_having_left()
    {
        await using var server = await Start();
        var page = await Open(server.Address, "schools-desk/portal/sign-in");
        await page.FillAsync("#f-email", Email);
        await page.ClickAsync("main button");
        await page.GotoAsync(await Link(server));
        await page.ClickAsync("main button");
        await page.WaitForSelectorAsync("body[data-live]");
        await page.RunAndWaitForResponseAsync(
            () => page.GotoAsync("/schools-desk/portal/cases"),
            "**/schools-desk/portal/live"
        );

        var now = SystemClock.Instance.GetCurrentInstant();
        await server.Database.ContactEntries.EndAll("schools-desk", ("millbrook", "office"), now);

        await page.WaitForURLAsync("**/portal/sign-in?return=*", new() { Timeout = 5_000 });
    }

    [Fact]
    public async Task No_page_of_signing_in_at_the_portal_has_a_serious_finding_or_scrolls_sideways()
    {
        await using var server = await Start(Office("bursar", "Bursar"));
        var page = await Open(server.Address, "schools-desk/portal/sign-in");
        await EveryLook.Check(page, "sign in");
        await page.FillAsync("#f-email", "nobody");
        await page.EvaluateAsync("document.querySelector('#sign-in').noValidate = true");
        await page.ClickAsync("main button");
        await page.WaitForSelectorAsync("[role=alert]");
        await EveryLook.Check(page, "refused");
        await page.FillAsync("#f-email", Email);
        await page.ClickAsync("main button");
        await page.WaitForSelectorAsync("h1:has-text('Look into your mailbox')");
        await EveryLook.Check(page, "sent");

        var link = await Link(server);
        await page.GotoAsync(link);
        await page.ClickAsync("main button");
        await page.WaitForSelectorAsync("[role=alert]:has-text('Choose for whom')");
        await EveryLook.Check(page, "which of several");
        await page.CheckAsync("#f-who-2");
        await page.ClickAsync("main button");
        await page.WaitForSelectorAsync("header .who:has-text('Bursar')");
        await EveryLook.Check(page, "signed in");
        await page.GotoAsync(link);
        await page.WaitForSelectorAsync("h1:has-text('leads nowhere any more')");
        await EveryLook.Check(page, "used link");
    }

    private static Contact Office(string id, string name) => new(id, name, null, Email, []);

    private static async Task<GuardedServer> Start(params Contact[] more)
    {
        var server = await GuardedServer.StartWriting();
        await server.Database.Customers.Save(
            new Customer("millbrook", "schools-desk", "Millbrook Primary School of the Holy Apostles", "MB1")
            {
                Contacts = [Office("office", "Office manager"), .. more],
            }
        );
        return server;
    }

    private static async Task<string> Link(GuardedServer server)
    {
        await RunningDesk.Until(async () => (await Waiting(server)).Count > 0, "a mail waits");
        var mail = await server
            .Service<OutgoingMails>()
            .Make((await Waiting(server))[0], SystemClock.Instance.GetCurrentInstant());
        return Address().Match(mail.Mail!.Text).Value;
    }

    private static Task<IReadOnlyList<QueuedMessage>> Waiting(GuardedServer server) =>
        server.Database.Outbox.Waiting("schools-desk", SystemClock.Instance.GetCurrentInstant(), 10);

    [GeneratedRegex("http://[^\\s]+/portal/enter/[^\\s]+")]
    private static partial Regex Address();
}
