using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Erasures;
using Rung.Core.Guides;

namespace Rung.Server.SubjectAccess;

/// <summary>Somebody of a customer who asks what is kept of them. S72; UK GDPR, Articles 15 and 20.</summary>
/// <param name="Guide">The guide in force at the desk.</param>
public sealed record Subject(Guide Guide, Customer Customer, Contact Contact)
{
    public string Desk => Guide.Document.Id;

    /// <summary>They themselves, as the one policy on who sees what knows them.</summary>
    public Actor Viewer => new(Contact.Name, Actor.ContactRole) { CustomerId = Customer.Id, ContactId = Contact.Id };

    /// <summary>Who they are on cases and in texts.</summary>
    public ErasedPerson Person =>
        new(Customer.Id, Contact.Name)
        {
            Id = Contact.Id,
            IsAlone = Customer.Contacts.Count(one => one.IsNamed(Contact.Name)) == 1,
            Phone = Customer.Contacts.Any(one => one != Contact && one.Phone is { } phone && phone == Contact.Phone)
                ? null
                : Contact.Phone,
            Email = Contact.Email,
        };

    /// <summary>Whether they reported it: nobody else who is called so, or has the same address.</summary>
    public bool Is(Reporter reporter) => Person.Is(reporter);

    public bool Did(CaseEvent happened) => Person.Did(happened);

    /// <summary>Whether they are who was named at their customer.</summary>
    public bool Is(string? id, string name) => Person.Is(id, name);

    public bool IsOwn(string? address) => Person.HasAddress(address);

    /// <summary>Whether a post or a route of the desk has their address as well: then not all mail to it is theirs.</summary>
    public bool SharesAddress =>
        Guide.Routes.SelectMany(route => route.Addresses).Any(one => IsOwn(one.Address))
        || Guide.Roles.Any(role => IsOwn(role.Alerts));
}
