using System.Net;
using Rung.Core.Customers;
using Rung.Server.Tests.Accounts;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>A form of the portal is sent by the contact to whom it was shown, and by nobody else. S60</summary>
public sealed class PortalFormTests
{
    private const string Calendar = "/schools-desk/portal/calendar";
    private const string Session = "rung-contact";

    private static readonly Customer Millbrook = new("millbrook", GuardedDesk.Schools, "Millbrook Primary", "MB1")
    {
        Contacts =
        [
            new Contact("office", "Office manager", null, "office@millbrook.example.org", []),
            new Contact("head", "Head teacher", null, "head@millbrook.example.org", []),
        ],
    };

    [Fact]
    public async Task S60_A_form_that_one_contact_was_shown_does_nothing_in_the_name_of_another()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Database.Customers.Save(Millbrook);
        using var browser = await desk.SignIn(Millbrook, "office");
        var ofOffice = Visitor.TokenIn(await browser.Page(Calendar));

        await ComesIn(desk, browser, "head");
        using var foreign = await Send(browser, ofOffice);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        var page = await browser.Page(Calendar);
        Assert.DoesNotContain(".ics", page, StringComparison.Ordinal);
        using var own = await Send(browser, Visitor.TokenIn(page));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Contains(".ics", await Visitor.Text(own), StringComparison.Ordinal);

        // What was typed before they had to sign in anew can still be sent.
        await ComesIn(desk, browser, "office");
        using var again = await Send(browser, ofOffice);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Whoever_is_signed_out_meanwhile_is_told_so_and_loses_nothing_that_was_typed()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Database.Customers.Save(Millbrook);
        using var browser = await desk.SignIn(Millbrook, "office");
        var token = Visitor.TokenIn(await browser.Page(Calendar));
        await desk.Database.ContactEntries.EndAll(GuardedDesk.Schools, ("millbrook", "office"), desk.Now);
        using var over = await Send(browser, token);
        Assert.Equal(HttpStatusCode.Unauthorized, over.StatusCode);
        Assert.Contains(
            "Nothing was sent. Sign in in another window",
            await Visitor.Text(over),
            StringComparison.Ordinal
        );
    }

    private static Task<HttpResponseMessage> Send(Visitor browser, string token) =>
        browser.SendBare(Calendar, ("__RequestVerificationToken", token));

    private static async Task ComesIn(GuardedDesk desk, Visitor browser, string contact)
    {
        using var session = await desk.SignIn(Millbrook, contact);
        var cookie = session.Cookies.GetCookies(desk.Address)[Session]!;
        browser.Cookies.Add(desk.Address, new Cookie(Session, cookie.Value));
    }
}
