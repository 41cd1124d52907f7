using System.Net;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Accounts;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <content>Rows of their own: administration, an auditor elsewhere, customers' people.</content>
public sealed partial class MatrixTests
{
    [Fact(
        DisplayName = "S1, S13: what administrators have is to every other role, to programs and to contacts as what does not exist"
    )]
    public async Task No_route_of_administration_is_known()
    {
        await using var desk = await GuardedDesk.OpenWithCases();
        var account = await desk.Add("Some Body", new Right(Own, Actor.AgentRole));
        var routes = Route.All(desk).Where(one => one.IsOfAdministrators).ToList();
        Assert.True(routes.Count >= 12, $"{routes.Count} routes");
        foreach (var visitor in await Visitors(desk))
        {
            foreach (var route in routes)
            {
                var there = await Ask(visitor, route, (_, _) => account.Id);
                var nowhere = await Ask(visitor, new Route("GET", "/accountz/nowhere"), (_, _) => "");
                Assert.True(IsRefusal(there.Status, visitor), $"{visitor.Name}: {route} {there.Status}");
                Assert.True(
                    visitor.FormToken.Length == 0 || there == nowhere,
                    $"{visitor.Name}: {route}\n{there}\n{nowhere}"
                );
            }
        }
        Assert.True((await desk.Database.Accounts.Find(account.Id))!.IsOpen);
    }

    [Fact(
        DisplayName = "S1: an auditor of one desk is told at another what somebody without a role is told, whatever they send"
    )]
    public async Task An_auditor_elsewhere_is_nobody()
    {
        await using var desk = await GuardedDesk.OpenWithCases();
        var things = await Things.Of(desk, Foreign);
        await desk.Add("Kim Reads", new Right(Own, AccountRole.Auditor));
        await desk.Add("Robin Elsewhere", new Right(Own, Actor.AgentRole));
        var auditor = await Caller.Of("auditor", await desk.SignIn("Kim Reads"));
        var nobody = await Caller.Of("nobody", await desk.SignIn("Robin Elsewhere"));
        foreach (var route in Route.All(desk).Where(one => one is { IsOfDesk: true, IsOpen: false }))
        {
            var asAuditor = await Ask(auditor, route, (name, before) => things.Value(name, before, Foreign));
            var asNobody = await Ask(nobody, route, (name, before) => things.Value(name, before, Foreign));
            Assert.True(asAuditor == asNobody, $"{route}\n{asAuditor}\n{asNobody}");
        }
        using var own = await auditor.Visitor.Send("/account", $"/{Own}/customers/new", ("name", "Ashgrove"));
        Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);
    }

    [Fact(
        DisplayName = "S1: a contact who is signed in is nobody at the desk's own pages, in the API and at another desk's portal"
    )]
    public async Task A_contact_is_nobody_of_the_desk()
    {
        await using var desk = await GuardedDesk.OpenWithCases();
        var things = await Things.Of(desk, Foreign);
        using var contact = await Contact(desk, "");
        using var stranger = desk.Visit();
        var (somebody, nobody) = (new Caller("contact", contact, ""), new Caller("stranger", stranger, ""));
        foreach (var route in Route.All(desk).Where(one => !one.IsOpen))
        {
            var at = route.IsOfContacts ? Own : Foreign;
            var signedIn = await Ask(somebody, route, (name, before) => things.Value(name, before, at));
            var not = await Ask(nobody, route, (name, before) => things.Value(name, before, at));
            Assert.True(signedIn == not, $"{route}\n{signedIn}\n{not}");
        }
    }

    [Fact(DisplayName = "S1: a contact who is signed in is told of another customer's case what they are told of none")]
    public async Task A_contact_knows_no_foreign_case()
    {
        await using var desk = await GuardedDesk.OpenWithCases();
        var nothing = Things.None(desk, Foreign);
        // Articles are for all customers of the desk.
        var things = (await Things.Of(desk, Foreign)) with
        {
            Article = nothing.Article,
        };
        using var contact = await Contact(desk, things.Customer);
        var visitor = new Caller("contact", contact, Visitor.TokenIn(await contact.Page($"/{Foreign}/portal")));
        var different = new List<string>();
        foreach (var route in Route.All(desk).Where(one => one is { IsOfContacts: true, IsOfObject: true }))
        {
            different.AddRange(await Difference(visitor, route, (things, nothing), Foreign));
        }
        Assert.True(different.Count == 0, string.Join("\n", different));
    }

    /// <param name="but">They are not of this customer.</param>
    private static async Task<Visitor> Contact(GuardedDesk desk, string but)
    {
        var customers = await desk.Database.Customers.Page(Foreign, Rung.Storage.Customers.Presence.Present, null, 50);
        var (customer, contact) = customers
            .Where(one => one.Id != but)
            .SelectMany(one => one.Present.Select(person => (one, person)))
            .First(one => one.person.Email is not null && one.one.Contacts.Count > 0);
        return await desk.SignIn(customer, contact.Id);
    }
}
