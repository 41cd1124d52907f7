using Rung.Browser.Tests.Running;
using Rung.Core.Customers;
using Rung.Server.Accounts.Issuers;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>The pages from which people go to sign in at their own organisation's, and to which they come back.</summary>
public class IssuerPageTests(RunningDemo demo) : InBrowser(demo)
{
    [Fact]
    public async Task They_have_no_serious_finding_and_none_scrolls_sideways()
    {
        await using var server = await GuardedServer.Start(
            Of("staff", "Example Schools Services of the County", "http://127.0.0.1:2"),
            Of("school", "Millbrook Primary School of the Holy Apostles", "http://127.0.0.1:1", "schools-desk")
        );
        var token = await server.FirstToken();
        var page = await Open(server.Address, "first-run");
        foreach (
            var (field, text) in new[]
            {
                ("#f-token", token),
                ("#f-name", "Robin Field"),
                ("#f-email", "robin@desk.example.org"),
                ("#f-password", "four plain words here"),
            }
        )
        {
            await page.FillAsync(field, text);
        }
        await page.ClickAsync("main button");
        await page.WaitForURLAsync("**/setup");
        await Save(server);
        await page.GotoAsync("/schools-desk/customers/millbrook/contacts/office/sign-in");
        await page.WaitForSelectorAsync("text=They are known at Millbrook Primary School");
        await EveryLook.Check(page, "how a contact signs in");
        var stranger = await Open(server.Address, "sign-in?left=staff");
        await stranger.WaitForSelectorAsync("text=Sign out there too");
        await EveryLook.Check(stranger, "sign in");
        await stranger.GotoAsync("/schools-desk/portal/sign-in?left=school");
        await stranger.WaitForSelectorAsync("a:has-text('Sign in at Millbrook')");
        await EveryLook.Check(stranger, "sign in at the portal");
        await stranger.ClickAsync("a:has-text('Sign in at Millbrook')");
        await stranger.WaitForSelectorAsync("h1:has-text('cannot be reached just now')");
        await EveryLook.Check(stranger, "cannot be reached");
    }

    private static async Task Save(GuardedServer server)
    {
        const string Email = "office.of.the.holy.apostles@millbrook.example.org";
        await server.Database.Customers.Save(
            new Customer("millbrook", "schools-desk", "Millbrook Primary School of the Holy Apostles", "MB1")
            {
                Contacts = [new Contact("office", "Office manager", null, Email, [])],
            }
        );
        var now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        await server.Database.ContactEntries.Begin(
            new ContactSession("hash", "schools-desk", "millbrook", "office", Email) { SeenAt = now }
        );
        var office = IdentityStore.Contact("schools-desk", "millbrook", "office");
        await server.Database.Identities.Add("http://127.0.0.1:1/", ("subject", office), now);
    }

    private static Issuer Of(string id, string name, string address, string? desk = null) =>
        new(id, name, new Uri(address), "rung") { Desk = desk, Domains = ["example.org"] };
}
