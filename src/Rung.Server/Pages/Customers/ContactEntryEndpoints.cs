using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Customers;
using Rung.Server.Hosting;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;
using Rung.Server.Pages.Words;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Pages.Customers;

/// <summary>How a contact signs in at the portal, and what the desk can end of it.</summary>
internal static class ContactEntryEndpoints
{
    /// <summary>What follows the address of a contact.</summary>
    public const string Part = "/sign-in";

    private const string Address = $"/{{desk}}/customers/{{id}}/contacts/{{part}}{Part}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, Show);
        pages.MapPost($"{Address}/end", End);
        pages.MapPost($"{Address}/unlink", Unlink);
    }

    /// <summary>Whether contacts sign in at all: in a demo they say who they are.</summary>
    public static bool AreThere(HttpContext context) =>
        context.RequestServices.GetRequiredService<RungOptions>().HasAccounts;

    private static async Task<IResult> Show(HttpContext context, FrameMaker frames, RungDatabase database)
    {
        var visit = frames.Visit(context);
        if (await Find(visit, database) is not { } found)
        {
            return ProblemPages.NoSuchPage();
        }
        var who = (found.Customer.Id, found.Contact.Id);
        var zone = visit.Guide.DeskCalendar.Zone;
        var sessions = await database.ContactEntries.OfContact(visit.Desk, who, visit.Now);
        var issuers = await database.Identities.Of(IdentityStore.Contact(visit.Desk, who.Item1, who.Item2));
        var view = new ContactEntryView(
            await frames.Frame(visit),
            $"{found.Contact.Name}, {found.Customer.Name}",
            Here(visit, found)
        )
        {
            Email = found.Contact.Email,
            Sessions =
            [
                .. sessions.Select(one =>
                    $"Since {MomentWords.Near(one.BeganAt, visit.Now, zone)}, last used {MomentWords.Near(one.SeenAt, visit.Now, zone)}"
                ),
            ],
            Issuers = [.. issuers.Select(one => (one, Name(context, one)))],
            BackHref = Addresses.Contact(visit.Desk, found.Customer.Id, found.Contact.Id),
        };
        return new RazorComponentResult<ContactEntryPage>(new { View = view });
    }

    private static async Task<IResult> End(HttpContext context, FrameMaker frames, RungDatabase database)
    {
        var visit = frames.Visit(context);
        if (await Find(visit, database) is not { } found)
        {
            return ProblemPages.NoSuchPage();
        }
        await EndAll(visit, database, found);
        return SeeOther.To(Here(visit, found), $"{found.Contact.Name} is signed out everywhere");
    }

    private static async Task<IResult> Unlink(HttpContext context, FrameMaker frames, RungDatabase database)
    {
        var visit = frames.Visit(context);
        if (await Find(visit, database) is not { } found)
        {
            return ProblemPages.NoSuchPage();
        }
        var issuer = (await FormValues.Of(context)).Text("issuer");
        var person = IdentityStore.Contact(visit.Desk, found.Customer.Id, found.Contact.Id);
        await database.Identities.Remove(issuer, person);
        await EndAll(visit, database, found);
        return SeeOther.To(
            Here(visit, found),
            $"{found.Contact.Name} comes in there no more, unless with the same address"
        );
    }

    private static Task EndAll(Visit visit, RungDatabase database, (Customer Customer, Contact Contact) found) =>
        database.ContactEntries.EndAll(visit.Desk, (found.Customer.Id, found.Contact.Id), visit.Now);

    private static async Task<(Customer Customer, Contact Contact)?> Find(Visit visit, RungDatabase database)
    {
        var (id, part) = (visit.Context.GetRouteValue("id") as string, visit.Context.GetRouteValue("part") as string);
        return
            AreThere(visit.Context)
            && await database.Customers.Find(visit.Desk, id!) is { } customer
            && customer.Contacts.FirstOrDefault(one => one.Id == part) is { } contact
            ? (customer, contact)
            : null;
    }

    private static string Here(Visit visit, (Customer Customer, Contact Contact) found) =>
        Addresses.Contact(visit.Desk, found.Customer.Id, found.Contact.Id, Part);

    private static string Name(HttpContext context, string address) =>
        context
            .RequestServices.GetRequiredService<RungOptions>()
            .Issuers.FirstOrDefault(one => one.Address.AbsoluteUri == address)
            ?.Name
        ?? address;
}
