using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api.Bodies;
using Rung.Server.Customers;
using Rung.Server.Pages.Erasures;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Retention;

namespace Rung.Server.Pages.Customers;

/// <summary>Somebody of a customer, with the parts they play. ESS-94.</summary>
internal static class ContactForm
{
    /// <summary>Asked where somebody of the customer has, or had, the same name.</summary>
    public static FieldView Namesake { get; } =
        new("namesake", "Somebody else of this name", FieldType.Many)
        {
            Optional = true,
            Options = [new OptionView("yes", "They are two people: this is somebody else")],
        };

    public static CustomerForm New(Visit visit, Customer customer) =>
        new(
            $"Somebody of {customer.Name}",
            Fields(visit.Guide, customer, null),
            answers => With(customer, customer.Contacts.Count, Apply(answers, NewId(customer, answers)))
        )
        {
            BackHref = Addresses.Customer(visit.Desk, customer.Id),
            Place = $"$.contacts[{customer.Contacts.Count}]",
        };

    /// <returns>Null: the customer has nobody under this id.</returns>
    public static CustomerForm? Change(Visit visit, Customer customer, string id)
    {
        var index = customer.Contacts.ToList().FindIndex(one => one.Id == id);
        if (index < 0)
        {
            return null;
        }
        var contact = customer.Contacts[index];
        return new CustomerForm(
            $"{contact.Name}, {customer.Name}",
            Fields(visit.Guide, customer, contact),
            answers => With(customer, index, Apply(answers, id) with { LeftOn = contact.LeftOn })
        )
        {
            BackHref = Addresses.Customer(visit.Desk, customer.Id),
            Place = $"$.contacts[{index}]",
            Others =
            [
                .. SigningIn(visit, Addresses.Contact(visit.Desk, customer.Id, id)),
                ("Everything kept of them", Addresses.Contact(visit.Desk, customer.Id, id, "/kept")),
                ("Erase them", Addresses.Contact(visit.Desk, customer.Id, id, ErasureEndpoints.Part)),
                ("Legal hold", HeldThing.Of(customer, contact).Here),
                (
                    contact.LeftOn is null ? "They leave" : "They are back",
                    Addresses.Contact(visit.Desk, customer.Id, id, "/leave")
                ),
            ],
        };
    }

    private static IEnumerable<(string, string)> SigningIn(Visit visit, string contact) =>
        ContactEntryEndpoints.AreThere(visit.Context) ? [("Signing in", contact + ContactEntryEndpoints.Part)] : [];

    /// <summary>The customer with one contact in a place, or behind the last.</summary>
    public static CustomerRequest With(Customer customer, int index, ContactRequest contact)
    {
        var before = CustomerRequest.Of(customer);
        var contacts = before.Contacts!.ToList();
        if (index < contacts.Count)
        {
            contacts.RemoveAt(index);
        }
        contacts.Insert(index, contact);
        return before with { Contacts = contacts };
    }

    private static List<FieldView> Fields(Guide guide, Customer customer, Contact? contact) =>
        [
            new("name", "Name or post") { Value = contact?.Name ?? "" },
            new("phone", "Telephone") { Value = contact?.Phone ?? "", Optional = true },
            new("email", "E-mail address")
            {
                Value = contact?.Email ?? "",
                Optional = true,
                Hint =
                    "Mail from there is theirs, answers go there, and who reads there can sign in as them. A change is told to both addresses.",
            },
            new("roles", "Parts they play", FieldType.Many) { Optional = true, Options = [.. Parts(guide, contact)] },
            .. customer.Sites.Count == 0 ? [] : new[] { Site(customer, contact) },
        ];

    private static IEnumerable<OptionView> Parts(Guide guide, Contact? contact) =>
        guide
            .Roles.Where(role => role.Side == RoleSide.Customer)
            .Select(role => new OptionView(role.Id, role.Title, contact?.Roles.Contains(role.Id) == true, role.Duties));

    private static FieldView Site(Customer customer, Contact? contact) =>
        FieldView.Select(
            "site",
            "Site",
            contact?.Site ?? "",
            [
                ("", "No one site"),
                (customer.SiteCode, $"{customer.Name} ({customer.SiteCode})"),
                .. customer.Sites.Select(site => (site.Code, $"{site.Name} ({site.Code})")),
            ]
        ) with
        {
            Optional = true,
        };

    private static ContactRequest Apply(CustomerAnswers answers, string id) =>
        new(id, answers.Text("name"), answers.Maybe("phone"), answers.Maybe("email"), answers.All("roles"))
        {
            Site = answers.Maybe("site"),
        };

    private static string NewId(Customer customer, CustomerAnswers answers) =>
        PlainId.Free(answers.Text("name"), customer.Contacts.Select(one => one.Id));
}
