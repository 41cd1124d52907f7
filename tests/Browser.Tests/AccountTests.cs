using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>Getting in and giving out accounts, by keyboard, without scripts, light and dark, wide and narrow.</summary>
public class AccountTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Password = "four plain words here";

    [Fact]
    public async Task S65_The_first_account_is_made_and_signed_in_with_by_keyboard_alone()
    {
        await using var server = await GuardedServer.Start();
        var page = await FirstRun(server);
        Assert.Contains("/schools-desk/queue", page.Url, StringComparison.Ordinal);

        await page.ClickAsync(".acting summary");
        await page.ClickAsync("text=Sign out");
        await page.WaitForSelectorAsync("#f-email");
        await page.FocusAsync("#f-email");
        await page.Keyboard.TypeAsync("robin@desk.example.org");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Password);
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForSelectorAsync(".acting summary:has-text('Robin Field')");
    }

    [Fact]
    public async Task S55_A_wrong_password_is_said_at_the_top_and_the_address_stays()
    {
        await using var server = await GuardedServer.Start();
        await FirstRun(server);
        var page = await Open(server.Address, "sign-in");
        await page.FillAsync("#f-email", "robin@desk.example.org");
        await page.FillAsync("#f-password", "not this one");
        await page.ClickAsync("main button");

        await page.WaitForSelectorAsync("[role=alert]:has-text('do not belong together')");
        Assert.Equal("robin@desk.example.org", await page.InputValueAsync("#f-email"));
        Assert.Equal("", await page.InputValueAsync("#f-password"));
    }

    [Fact]
    public async Task No_page_of_accounts_has_a_serious_finding_or_scrolls_sideways()
    {
        await using var server = await GuardedServer.Start();
        var empty = await Open(server.Address, "first-run");
        await empty.ClickAsync("main button");
        await EveryLook.Check(empty, "first-run refused");
        var page = await FirstRun(server);
        await page.GotoAsync("/accounts");
        await EveryLook.Check(page, "accounts");
        await page.GotoAsync("/setup");
        await EveryLook.Check(page, "setup");
        await page.ClickAsync("text=Check and keep it");
        await EveryLook.Check(page, "setup refused");
        await page.GotoAsync("/accounts");
        await page.FillAsync("#f-name", "Alex Agent");
        await page.FillAsync("#f-email", "alex@desk.example.org");
        await page.ClickAsync("main form button");
        await EveryLook.Check(page, "link");
        await page.ClickAsync("main a.button");
        await EveryLook.Check(page, "one account");
        await page.GotoAsync("/accounts/tokens");
        await page.FillAsync("#f-name", "Alarms");
        await page.ClickAsync("main form button");
        await EveryLook.Check(page, "token");
        await page.ClickAsync("main a.button");
        await EveryLook.Check(page, "tokens");
        await page.GotoAsync("/account");
        await EveryLook.Check(page, "own account");
        await page.ClickAsync("text=Set up a one-time code");
        await EveryLook.Check(page, "one-time code");
        await page.GotoAsync("/schools-desk/portal/sign-in");
        await EveryLook.Check(page, "portal without mail");
        await page.GotoAsync("/schools-desk/queue");
        await page.ClickAsync(".acting summary");
        await EveryLook.Check(page, "menu");
    }

    [Fact]
    public async Task S58_An_open_page_goes_to_sign_in_within_5_s_of_the_session_being_ended()
    {
        await using var server = await GuardedServer.Start();
        var page = await FirstRun(server);
        await page.WaitForSelectorAsync("main[data-live]");
        var account = Assert.Single(await server.Database.Accounts.All()).Account;

        await server.Database.Sessions.EndAll(account.Id, "", NodaTime.SystemClock.Instance.GetCurrentInstant());

        await page.WaitForURLAsync("**/sign-in?return=*", new() { Timeout = 5_000 });
    }

    [Fact]
    public async Task A_passkey_is_made_signed_in_with_and_taken_away()
    {
        await using var server = await GuardedServer.Start();
        var page = await FirstRun(server);
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new
                {
                    protocol = "ctap2",
                    transport = "internal",
                    hasResidentKey = true,
                    hasUserVerification = true,
                    isUserVerified = true,
                },
            }
        );
        await page.GotoAsync("/account");
        await page.FillAsync("#f-name", "The test's telephone");
        await page.FillAsync("#f-passkey-password", Password);
        await page.ClickAsync("text=Make a passkey");
        await page.WaitForSelectorAsync("h2:has-text(\"Passkey: The test's telephone\")");

        await SignOut(page);
        await page.ClickAsync("text=Sign in with a passkey");
        await page.WaitForSelectorAsync(".acting summary:has-text('Robin Field')");

        await page.GotoAsync("/account");
        await page.ClickAsync("text=Take it away");
        await page.WaitForSelectorAsync("[role=status]:has-text('lets nobody in any more')");
        await SignOut(page);
        await page.ClickAsync("text=Sign in with a passkey");
        await page.WaitForSelectorAsync("[role=alert]:has-text('This passkey lets nobody in here')");
        Assert.Empty(await server.Database.Passkeys.OfAccount((await server.Database.Accounts.All())[0].Account.Id));
    }

    [Fact]
    public async Task Without_scripts_no_passkey_is_offered_and_the_password_is_asked_for()
    {
        await using var server = await GuardedServer.Start();
        await FirstRun(server);
        var plain = await Open(server.Address, "sign-in", new Look { Scripts = Scripts.Off });

        Assert.False(await plain.IsVisibleAsync("text=Sign in with a passkey"));
        Assert.True(await plain.IsVisibleAsync("#f-password"));
    }

    private static async Task SignOut(IPage page)
    {
        await page.GotoAsync("/account");
        await page.ClickAsync("text=Sign out >> nth=0");
        await page.WaitForSelectorAsync("#f-email");
    }

    private async Task<IPage> FirstRun(GuardedServer server)
    {
        var token = await server.FirstToken();
        var page = await Open(server.Address, "");
        await page.FocusAsync("#f-token");
        foreach (var typed in new[] { token, "Robin Field", "robin@desk.example.org", Password })
        {
            await page.Keyboard.TypeAsync(typed);
            await page.Keyboard.PressAsync("Tab");
        }
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/setup");
        await page.ClickAsync("nav >> text=Desk");
        await page.WaitForSelectorAsync(".acting summary:has-text('Robin Field')");
        return page;
    }
}
