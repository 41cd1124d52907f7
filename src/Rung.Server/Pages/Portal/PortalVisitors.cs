using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Server.Links;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Portal.Links;
using Rung.Storage;

namespace Rung.Server.Pages.Portal;

/// <summary>
/// The one place that says who a visitor of the portal is. Where there are no accounts they say so themselves; where there are, nobody
/// is believed. Whoever left, or whose customer left, is nobody from the next request on.
/// </summary>
internal sealed class PortalVisitors(
    RungDatabase database,
    DeskRegister desks,
    DeskClock clock,
    RungOptions options,
    LinkDesk links
)
{
    private const int MostCustomers = 8;

    /// <summary>Whether a visitor may say who they are.</summary>
    public bool BelieveThem => !options.HasAccounts;

    /// <summary>The desk that an address names, which exists (see <see cref="DeskFilter"/>), and its time.</summary>
    public (Guide Guide, Instant Now) Desk(HttpContext context)
    {
        desks.TryGet(context.GetRouteValue("desk") as string, out var guide);
        return (guide ?? desks.Active[0], clock.Now());
    }

    /// <returns>Null: nobody is known yet.</returns>
    public async Task<PortalVisitor?> Find(HttpContext context)
    {
        var (guide, now) = Desk(context);
        return await Said(context, guide, now) ?? await Linked(context, guide, now);
    }

    private async Task<PortalVisitor?> Said(HttpContext context, Guide guide, Instant now) =>
        BelieveThem
        && VisitorCookie.Read(context) is { } said
        && await database.Customers.Find(guide.Document.Id, said.Customer) is { } customer
        && customer.Present.FirstOrDefault(one => one.Id == said.Contact) is { } contact
            ? new PortalVisitor(new Visit(context, guide, Of(customer, contact), now), customer, contact)
            : null;

    // Whoever is signed in is who they are, whatever link they follow.
    private async Task<PortalVisitor?> Linked(HttpContext context, Guide guide, Instant now) =>
        SignedIn.Of(context) is null
        && LinkCookie.Read(context) is { } token
        && (await links.Find(guide, token, now)).Reader is { } reader
            ? new PortalVisitor(
                new Visit(context, guide, Of(reader.Customer, reader.Contact), now),
                reader.Customer,
                reader.Contact
            )
            {
                Only = reader.Only,
            }
            : null;

    private static Actor Of(Customer customer, Contact contact) =>
        new(contact.Name, Actor.ContactRole) { CustomerId = customer.Id };

    /// <summary>Customers whose people can be chosen: those that are found, else the first.</summary>
    public Task<IReadOnlyList<Customer>> Choices(string desk, string query) =>
        query.Length > 0
            ? database.Customers.Search(desk, query, MostCustomers)
            : database.Customers.Page(desk, Storage.Customers.Presence.Present, null, MostCustomers);
}
