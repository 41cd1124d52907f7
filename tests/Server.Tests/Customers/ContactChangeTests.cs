using System.Net;
using System.Text;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api;
using Rung.Server.Api.Bodies;
using Rung.Server.Customers;
using Rung.Server.Desk;
using Rung.Server.Tests.Accounts;
using Rung.Storage.Accounts;
using Rung.Storage.Audit;
using Rung.Storage.Feeds;
using Xunit;

namespace Rung.Server.Tests.Customers;

/// <summary>What may be changed of somebody on file, and who hears of it: whoever reads at their address gets in as them. ESS-93, S69.</summary>
public sealed class ContactChangeTests
{
    private const string Place = "/schools-desk/customers/millbrook";
    private const string Old = "sam@millbrook.example.org";
    private const string New = "sam@school.example.org";
    private static readonly Contact Sam = new("sam-poole", "Sam Poole", null, Old, []);
    private static readonly Customer Millbrook = new("millbrook", GuardedDesk.Schools, "Millbrook Primary", "MIL01")
    {
        Contacts = [Sam],
    };

    [Fact(DisplayName = "S69: a changed address is told to both addresses, and the audit trail has whose it was")]
    public async Task A_changed_address_is_told()
    {
        await using var desk = await Open();
        using var agent = await desk.SignIn("Alex Agent");
        using var saved = await Send(agent, "/contacts/sam-poole", ("name", "Sam Poole"), ("email", New));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);

        var told = await Told(desk);
        Assert.Equal([Old, New], told.Select(one => one.To).Order());
        Assert.All(
            told,
            one =>
                Assert.StartsWith(
                    "The mail address that Schools service desk has on file for Sam Poole, Millbrook Primary, was changed.",
                    one.Text.ReplaceLineEndings(" "),
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            await Trail(desk),
            one => one is { What: "changed", About: $"{Place}/contacts/sam-poole address of sam-poole" }
        );
    }

    [Theory(DisplayName = "What let in whoever read at an address that is another now lets in nobody")]
    [InlineData(Old, true)]
    [InlineData(New, false)]
    public async Task A_changed_address_ends_sign_in_and_calendar(string address, bool stays)
    {
        await using var desk = await Open();
        var feed = new CalendarFeed(GuardedDesk.Schools, "millbrook", Sam.Id);
        var person = IdentityStore.Contact(GuardedDesk.Schools, "millbrook", Sam.Id);
        await desk.Database.Feeds.Replace(feed, "hash", desk.Now);
        await desk.Database.Identities.Add("https://login.example.org/", ("subject", person), desk.Now);
        Assert.Null((await Put(desk, new ContactRequest(Sam.Id, "Sam Poole", Email: address))).Problem);
        Assert.Equal(stays, await desk.Database.Feeds.Has(feed));
        Assert.Equal(stays, (await desk.Database.Identities.Of(person)).Count == 1);
    }

    [Fact(DisplayName = "What leaves an address as it is tells nobody")]
    public async Task Only_another_address_is_told()
    {
        await using var desk = await Open();
        using var agent = await desk.SignIn("Alex Agent");
        using var saved = await Send(agent, "/contacts/sam-poole", ("name", "Samantha Poole"), ("email", Old));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Empty(await Told(desk));
    }

    [Fact(DisplayName = "An address that is taken away is told to whoever had it")]
    public async Task No_address_is_told_to_the_old_one()
    {
        await using var desk = await Open();
        var filed = await Put(desk, new ContactRequest("sam-poole", "Sam Poole"));
        Assert.Null(filed.Problem);
        Assert.Equal([Old], (await Told(desk)).Select(one => one.To));
    }

    [Fact(
        DisplayName = "ESS-93: a second contact of a name is taken only once somebody says that they are two, and has an id of their own"
    )]
    public async Task A_namesake_is_confirmed()
    {
        await using var desk = await Open();
        using var agent = await desk.SignIn("Alex Agent");
        (string, string)[] namesake = [("name", "sam  POOLE"), ("email", "sp@millbrook.example.org")];
        using var asked = await Send(agent, "/contacts/new", namesake);
        var page = await Visitor.Text(asked);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("Sam Poole (sam-poole) is on file here already", page, StringComparison.Ordinal);
        Assert.Contains("They are two people", page, StringComparison.Ordinal);
        Assert.Single((await desk.Database.Customers.Find("millbrook"))!.Contacts);

        namesake[0] = ("name", "Sam Poole");
        using var saved = await Send(agent, "/contacts/new", [.. namesake, ("namesake", "yes")]);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var ids = (await desk.Database.Customers.Find("millbrook"))!.Contacts.Select(one => one.Id);
        Assert.Equal(["sam-poole", "sam-poole-2"], ids);
        Assert.Contains(await Trail(desk), one => one.About == $"{Place}/contacts/new added sam-poole-2");

        // Nobody is asked again about people who are on file.
        using var again = await Send(agent, "/contacts/sam-poole-2", ("name", "Sam Poole"), ("phone", "01632 960700"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Fact(DisplayName = "ESS-93: whoever is left out has left, so that nobody after them has their id")]
    public async Task Whoever_is_left_out_has_left()
    {
        await using var desk = await Open();
        var next = new ContactRequest("office", "Sam Poole", Email: Old);
        var refused = await Put(desk, next);
        Assert.Equal(["$.contacts[0].name"], refused.Problem!.Problem.Errors!.Keys);
        var filed = await Put(desk, next, confirmed: true);
        // The desk opened at 10:00 (09:00 UTC) on Monday 4 May.
        Assert.Equal(
            [("office", null), ("sam-poole", new LocalDate(2026, 5, 4))],
            filed.Customer!.Contacts.Select(one => (one.Id, one.LeftOn))
        );
        Assert.Equal("added office", filed.Contacts);
    }

    [Theory]
    [InlineData(
        "millbrook,,Sam Poole,other@example.org",
        nameof(RowFate.Refused),
        "Sam Poole has another email on file"
    )]
    [InlineData("millbrook,,Sam Poole,SAM@millbrook.example.org", nameof(RowFate.Changed), "")]
    [InlineData("millbrook,sam-poole,Sam Poole,other@example.org", nameof(RowFate.Changed), "email of Sam Poole")]
    [InlineData(
        "millbrook,other,Sam Poole,other@example.org",
        nameof(RowFate.Changed),
        "Sam Poole (sam-poole) is called so too"
    )]
    public async Task A_row_with_a_name_alone_changes_nobodys_address(string row, string fate, string note)
    {
        await using var desk = await Open();
        var sheet = CustomerSheet.Of(Encoding.UTF8.GetBytes($"customer,contact,contact_name,email\n{row}\n"));
        var planned = Assert.Single((await desk.Service<CustomerImport>().Do(Guide(desk), sheet)).Rows);
        Assert.Equal(fate, $"{planned.Fate}");
        Assert.Contains(note, planned.Note, StringComparison.Ordinal);
    }

    private static async Task<GuardedDesk> Open()
    {
        var desk = await GuardedDesk.Open();
        await desk.Database.Customers.Save(Millbrook);
        await desk.Add("Alex Agent", new Right(GuardedDesk.Schools, Actor.AgentRole));
        return desk;
    }

    private static Guide Guide(GuardedDesk desk)
    {
        Assert.True(desk.Service<DeskRegister>().TryGet(GuardedDesk.Schools, out var guide));
        return guide;
    }

    private static async Task<HttpResponseMessage> Send(
        Visitor agent,
        string path,
        params (string Name, string Value)[] typed
    )
    {
        var page = await agent.Page(Place + path);
        var seen = page.Split("name=\"seen\" value=\"")[1].Split('"')[0];
        return await agent.Send(Place + path, Place + path, [("seen", WebUtility.HtmlDecode(seen)), .. typed]);
    }

    private static Task<FiledCustomer> Put(GuardedDesk desk, ContactRequest contact, bool? confirmed = null) =>
        desk.Service<CustomerFiling>()
            .Put(
                Guide(desk),
                Millbrook.Id,
                null,
                CustomerRequest.Of(Millbrook) with
                {
                    Contacts = [contact],
                    Namesakes = confirmed,
                }
            );

    private static async Task<IReadOnlyList<Rung.Storage.Outbox.OutboxMessage>> Told(GuardedDesk desk) =>
        [
            .. (await desk.Database.Outbox.Waiting(GuardedDesk.Schools, desk.Now, 100))
                .Select(one => one.Message)
                .Where(one => one.Kind == "address"),
        ];

    private static async Task<IEnumerable<AuditEntry>> Trail(GuardedDesk desk) =>
        (await desk.Database.Audit.Page(0, 100)).Select(kept => kept.Entry);
}
