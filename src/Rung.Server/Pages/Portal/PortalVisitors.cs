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
/// The one place that says who a visitor of the portal is. Where there are no accounts they say so themselves; where there are, they
/// have signed in, or came by a link of one case. Whoever left, or whose customer left, is nobody from the next request on.
/// </summary>
internal sealed class PortalVisitors(
    RungDatabase database,
    DeskRegister desks,
    DeskClock clock,
    RungOptions options,
    ContactEntry contacts,
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

    /// <summary>Looks once in a request.</summary>
    /// <returns>Null: nobody is known yet, or somebody of the desk, who is nobody of a customer's whatever link they follow.</returns>
    public async Task<PortalVisitor?> Find(HttpContext context)
    {
        var found = context.Features.Get<FoundVisitor>() ?? new FoundVisitor(await FindAnew(context));
        context.Features.Set(found);
        return found.Visitor;
    }

    /// <summary>Looks each time, for a request that lasts: whoever left in the middle of it is nobody from then on.</summary>
    public async Task<PortalVisitor?> FindAnew(HttpContext context)
    {
        var at = Desk(context);
        if (BelieveThem)
        {
            return await Said(context, at) ?? await Linked(context, at);
        }
        if (SignedIn.Of(context) is not null)
        {
            return null;
        }
        var (entered, linked) = (await Entered(context, at), await Linked(context, at));
        return entered is null || LeadsElsewhere(context, linked, entered) ? linked : entered;
    }

    // Somebody who works for two customers opens the case of a mail that they are not signed in for.
    private static bool LeadsElsewhere(HttpContext context, PortalVisitor? linked, PortalVisitor entered) =>
        linked is not null
        && linked.Customer.Id != entered.Customer.Id
        && context.GetRouteValue("reference") as string == linked.Only?.Text;

    private async Task<PortalVisitor?> Said(HttpContext context, (Guide Guide, Instant Now) at) =>
        VisitorCookie.Read(context) is { } said
        && await database.Customers.Find(at.Guide.Document.Id, said.Customer) is { } customer
        && customer.Present.FirstOrDefault(one => one.Id == said.Contact) is { } contact
            ? Visitor(context, at, new KnownContact(customer, contact))
            : null;

    private async Task<PortalVisitor?> Entered(HttpContext context, (Guide Guide, Instant Now) at) =>
        await contacts.Of(context, at.Guide) is { } who ? Visitor(context, at, who) with { HasSignedIn = true } : null;

    private async Task<PortalVisitor?> Linked(HttpContext context, (Guide Guide, Instant Now) at) =>
        LinkCookie.Read(context) is { } token && (await links.Find(at.Guide, token, at.Now)).Reader is { } reader
            ? Visitor(context, at, reader) with
            {
                Only = reader.Only,
            }
            : null;

    private static PortalVisitor Visitor(HttpContext context, (Guide Guide, Instant Now) at, LinkedReader who) =>
        who.IsOnFile
            ? Visitor(context, at, new KnownContact(who.Customer, who.Contact))
            : new PortalVisitor(new Visit(context, at.Guide, Stranger(who), at.Now), who.Customer, who.Contact);

    private static PortalVisitor Visitor(HttpContext context, (Guide Guide, Instant Now) at, KnownContact who) =>
        new(new Visit(context, at.Guide, Of(who.Customer, who.Contact), at.Now), who.Customer, who.Contact);

    private static Actor Stranger(LinkedReader who) =>
        Of(who.Customer, who.Contact) with
        {
            ContactId = null,
            Opened = who.Only,
        };

    private static Actor Of(Customer customer, Contact contact) =>
        new(contact.Name, Actor.ContactRole) { CustomerId = customer.Id, ContactId = contact.Id };

    /// <summary>Customers whose people can be chosen: those that are found, else the first.</summary>
    public Task<IReadOnlyList<Customer>> Choices(string desk, string query) =>
        query.Length > 0
            ? database.Customers.Search(desk, query, MostCustomers)
            : database.Customers.Page(desk, Storage.Customers.Presence.Present, null, MostCustomers);
}

/// <summary>Who was found to ask.</summary>
/// <param name="Visitor">Null: nobody is known.</param>
internal sealed record FoundVisitor(PortalVisitor? Visitor);
