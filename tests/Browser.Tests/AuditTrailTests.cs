using Microsoft.Playwright;
using NodaTime;
using Rung.Browser.Tests.Running;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Storage.Accounts;
using Rung.Storage.Audit;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>The audit trail is read by an auditor: by keyboard, without scripts, light and dark, wide and narrow. S69</summary>
public class AuditTrailTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Password = "four plain words here";

    [Fact]
    public async Task S69_No_page_of_the_audit_trail_has_a_serious_finding_or_scrolls_sideways()
    {
        await using var server = await GuardedServer.Start();
        await Fill(server);
        var page = await SignIn(server, Scripts.On);
        await page.GotoAsync("/audit");
        await EveryLook.Check(page, "audit trail");
        await page.GotoAsync("/audit?from=never");
        await EveryLook.Check(page, "audit trail asked wrongly");
        await page.GotoAsync("/audit/verify");
        await EveryLook.Check(page, "audit trail verified");
        await page.GotoAsync("/audit/verify?head=yesterday");
        await EveryLook.Check(page, "audit trail verified wrongly");
    }

    [Fact]
    public async Task S69_An_auditor_finds_what_somebody_did_and_goes_on_to_what_was_done_to_it_by_keyboard()
    {
        await using var server = await GuardedServer.Start();
        await Fill(server);
        var page = await SignIn(server, Scripts.Off);
        await page.ClickAsync(".acting summary");
        await page.ClickAsync("text=Audit trail");
        await page.FocusAsync("#f-who");
        await page.Keyboard.TypeAsync("Sam Cooper");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/audit?*who=Sam*");
        Assert.Equal(1, await page.Locator("main ol > li").CountAsync());

        await page.FocusAsync("main ol .about a");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**about=*");
        await page.FillAsync("#f-who", "");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/audit?*who=&*");
        Assert.Equal(2, await page.Locator("main ol > li").CountAsync());
    }

    private static async Task Fill(GuardedServer server)
    {
        var at = Instant.FromUtc(2026, 5, 4, 8, 0);
        var auditor = new Account(Secret.Id(), "robin@desk.example.org", "Robin Field", Secret.Id())
        {
            Password = server.Service<PasswordRule>().Hash(Password),
            CreatedAt = at,
        };
        Right[] rights =
        [
            AccountRole.OfInstallation,
            new(Right.EveryDesk, AccountRole.Auditor),
            new(Right.EveryDesk, Actor.AgentRole),
        ];
        Assert.True(await server.Database.Accounts.Add(auditor, rights));
        foreach (
            var (who, what, about) in ((string, string, string)[])
                [
                    ("Alex Agent", "read", "/schools-desk/customers/ashgrove"),
                    ("Sam Cooper", "changed", "/schools-desk/customers/ashgrove"),
                    (
                        "Morgan Admin",
                        "changed",
                        $"/accounts/{Secret.Id()}/grant Alex Agent: Agent at Example Schools Desk"
                    ),
                    ("Alex Agent", "refused", $"/api/v1/smc/{new string('x', 300)}"),
                ]
        )
        {
            await server.Database.Audit.Add(new AuditEntry(at, who, "2001:db8::7", what, about));
        }
    }

    private async Task<IPage> SignIn(GuardedServer server, Scripts scripts)
    {
        var page = await Open(server.Address, "sign-in", new Look { Scripts = scripts });
        await page.FillAsync("#f-email", "robin@desk.example.org");
        await page.FillAsync("#f-password", Password);
        await page.ClickAsync("main button");
        await page.WaitForSelectorAsync(".acting summary:has-text('Robin Field')");
        return page;
    }
}
