using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Server.Pages.Frame;
using Rung.Storage;

namespace Rung.Server.Pages.Portal;

/// <summary>
/// The one place that says who a visitor of the portal is. Where there are no accounts they say so themselves; where there are, nobody
/// is believed. Whoever left, or whose customer left, is nobody from the next request on.
/// </summary>
internal sealed class PortalVisitors(RungDatabase database, DeskRegister desks, DeskClock clock, RungOptions options)
{
    private const int MostCustomers = 8;

    /// <summary>Whether a visitor may say who they are.</summary>
    public bool BelieveThem => !options.HasAccounts;

    /// <returns>Null: nobody is known yet.</returns>
    public async Task<PortalVisitor?> Find(HttpContext context)
    {
        if (
            !desks.TryGet(context.GetRouteValue("desk") as string, out var guide)
            || !BelieveThem
            || VisitorCookie.Read(context) is not { } said
            || await database.Customers.Find(guide.Document.Id, said.Customer) is not { } customer
            || customer.Present.FirstOrDefault(one => one.Id == said.Contact) is not { } contact
        )
        {
            return null;
        }
        var actor = new Actor(contact.Name, Actor.ContactRole) { CustomerId = customer.Id };
        return new PortalVisitor(new Visit(context, guide, actor, clock.Now()), customer, contact);
    }

    /// <summary>Customers whose people can be chosen: those that are found, else the first.</summary>
    public Task<IReadOnlyList<Customer>> Choices(string desk, string query) =>
        query.Length > 0
            ? database.Customers.Search(desk, query, MostCustomers)
            : database.Customers.Page(desk, Storage.Customers.Presence.Present, null, MostCustomers);
}
