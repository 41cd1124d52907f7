using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Core.Wording;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Heartbeats;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Queue;
using Rung.Server.Pages.Retention;
using QueueRow = Rung.Storage.Queue.QueueRow;

namespace Rung.Server.Pages.Customers;

/// <summary>Customers as their pages show them.</summary>
internal static class CustomerMaker
{
    public static CustomerRowView Row(Visit visit, Customer customer)
    {
        var contract = visit.Guide.Contract(customer.Contract)?.Name;
        var left = customer.LeftOn is { } day ? $"left on {Say.ShortDay(day)}" : null;
        var people = Count(customer.Contacts.Count(one => one.LeftOn is null), "person", "people");
        var sites = customer.Sites.Count == 0 ? null : Count(customer.Sites.Count + 1, "site", "sites");
        return new CustomerRowView(customer.Name, Addresses.Customer(visit.Desk, customer.Id), customer.SiteCode)
        {
            About = Joined(contract, customer.Group, left),
            Size = Joined(people, sites),
        };
    }

    public static CustomerView Page(Visit visit, FrameView frame, Customer customer, IReadOnlyList<QueueRow> open)
    {
        var here = Addresses.Customer(visit.Desk, customer.Id);
        var people = customer.Contacts.ToLookup(one => one.LeftOn is null, one => Person(visit, customer, one));
        return new CustomerView
        {
            Frame = frame,
            Here = here,
            Name = customer.Name,
            Left = customer.LeftOn is { } left ? $"Left on {Say.ShortDay(left)}" : null,
            HoldHref = HeldThing.Of(customer).Here,
            Facts = [.. Facts(visit.Guide, customer)],
            Open = [.. open.Select(row => Open(visit, row))],
            NewHeartbeatHref =
                $"{HeartbeatAddresses.New(visit.Desk)}?customer={Uri.EscapeDataString(customer.SiteCode is { Length: > 0 } code ? code : customer.Id)}",
            CasesHref = $"{Addresses.Queue(visit.Desk)}?view=all&customer={Uri.EscapeDataString(customer.Id)}",
            People = [.. people[true]],
            FormerPeople = [.. people[false]],
            Sites = [.. customer.Sites.Select(site => Site(site, here))],
            Services = [.. customer.Services.Select(id => Service(visit.Guide, customer, id))],
        };
    }

    public static OpenCaseView Open(Visit visit, QueueRow row) =>
        new(
            row.Reference.Text,
            Addresses.Case(visit.Desk, row.Reference.Text),
            row.Subject,
            Joined(row.ReportedBy, QueueMaker.ShortCondition(visit.Guide, row), row.Owner)
        );

    private static IEnumerable<FactView> Facts(Guide guide, Customer customer)
    {
        (string Name, string? Value)[] facts =
        [
            ("Site code", customer.SiteCode),
            ("Contract", guide.Contract(customer.Contract)?.Name),
            ("Group", customer.Group),
            ("Region", customer.Region),
            ("Time zone", customer.Zone?.Id),
            ("Own desk", customer.FirstLine is { } desk ? $"{desk.Name}, {desk.Phone}" : null),
            ("References", customer.ReferenceFormat),
            ("Id", customer.Id),
        ];
        return facts.Where(fact => fact.Value is not null).Select(fact => new FactView(fact.Name, fact.Value!));
    }

    private static PersonView Person(Visit visit, Customer customer, Contact contact)
    {
        var titles = contact.Roles.Select(id => visit.Guide.Roles.FirstOrDefault(role => role.Id == id)?.Title ?? id);
        return new PersonView(
            contact.Name,
            Addresses.Contact(visit.Desk, customer.Id, contact.Id),
            string.Join(", ", titles),
            contact.LeftOn is { } left ? $"left on {Say.ShortDay(left)}" : null
        )
        {
            Phone = contact.Phone,
            Email = contact.Email,
            Site = customer.Sites.FirstOrDefault(site => site.Code == contact.Site)?.Name ?? contact.Site,
        };
    }

    private static SiteView Site(Site site, string here) =>
        new(site.Code, site.Name, site.Address, $"{here}/sites/{Uri.EscapeDataString(site.Code)}");

    private static ServiceView Service(Guide guide, Customer customer, string id)
    {
        var described = customer.Descriptions.FirstOrDefault(one => one.Service == id);
        return new ServiceView(
            guide.Service(id)?.Name ?? id,
            Addresses.Customer(customer.Desk, customer.Id, $"/services/{Uri.EscapeDataString(id)}"),
            described?.Components ?? [],
            described?.Triage
        );
    }

    private static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    private static string Joined(params IEnumerable<string?> parts) =>
        string.Join(" · ", parts.Where(part => part is { Length: > 0 }));
}
