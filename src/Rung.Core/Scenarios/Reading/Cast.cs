using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;

namespace Rung.Core.Scenarios.Reading;

/// <summary>The customers of a scenario and their contacts; and who acts by which name.</summary>
internal sealed class Cast(IReadOnlyList<Customer> customers)
{
    /// <summary>Acts for the desk's own machinery: what comes without a person.</summary>
    private const string DeskItself = "desk";

    private readonly Dictionary<string, (Customer Customer, Contact Contact)> _contacts = customers
        .SelectMany(customer => customer.Contacts.Select(contact => (customer, contact)))
        .GroupBy(pair => pair.contact.Id)
        .ToDictionary(group => group.Key, group => group.First());

    public static Customer Customer(MapReader map) =>
        new(map.Id(NameKind.Customer), "", map.Text("name"), map.OptionalText("siteCode") ?? "")
        {
            Region = map.OptionalText("region"),
            Contract = map.OptionalUse("contract", NameKind.Contract),
            FirstLine = map.Map("ownDesk", "`ownDesk`", OwnDesk),
            Contacts = map.RequiredList("contacts", "a contact", Contact),
        };

    /// <summary>The person or post that a name in <c>by</c> stands for.</summary>
    public Actor Actor(Guide guide, string name)
    {
        if (_contacts.TryGetValue(name, out var known))
        {
            return new Actor(known.Contact.Name, Cases.Actor.ContactRole) { ContactId = known.Contact.Id };
        }
        if (name == DeskItself)
        {
            return Cases.Actor.Desk;
        }
        var role = guide.Roles.FirstOrDefault(one => one.Id == name);
        return new Actor(role?.Title ?? "Agent", role?.Id ?? Cases.Actor.AgentRole);
    }

    /// <summary>Notes that a name in <c>by</c> was used: a contact, a role of the guide, <c>agent</c> or <c>desk</c>.</summary>
    public void Check(MapReader map, string key)
    {
        if (map.Scalar(key, map.Find(key)) is not { } name || name.Text == DeskItself)
        {
            return;
        }
        var kind = _contacts.ContainsKey(name.Text) ? NameKind.Contact : NameKind.Role;
        if (kind == NameKind.Contact || name.Text != Cases.Actor.AgentRole)
        {
            map.Context.Names.Use(kind, name.Text, name.Place);
        }
    }

    /// <summary>The contact that reports; the only one there is when the scenario names none.</summary>
    public (Customer Customer, Contact Contact)? Find(string? contact) =>
        contact is null ? (_contacts.Count == 1 ? _contacts.Values.Single() : null)
        : _contacts.TryGetValue(contact, out var known) ? known
        : null;

    /// <summary>The address behind a contact's id; the text itself when it is no contact's.</summary>
    public string Address(string to) => _contacts.TryGetValue(to, out var known) ? known.Contact.Email ?? to : to;

    private static FirstLineDesk OwnDesk(MapReader map) => new(map.Text("name"), map.Text("phone"));

    private static Contact Contact(MapReader map) =>
        new(
            map.Id(NameKind.Contact),
            map.Text("name"),
            map.OptionalText("phone"),
            map.OptionalText("email"),
            map.Uses("roles", NameKind.Role)
        );
}
