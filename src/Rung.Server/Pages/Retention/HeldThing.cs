using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Retention;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Retention;

/// <summary>What a page of legal holds is about.</summary>
/// <param name="Name">In words: "R-7K4-239", "Office manager, Larkmere Primary School".</param>
/// <param name="Home">Its own page.</param>
internal sealed record HeldThing(UnderHold On, string Name, string Home)
{
    /// <summary>What follows the address of a thing.</summary>
    public const string Part = "/legal-holds";

    public string Here => Home + Part;

    public static HeldThing Of(string desk, CaseReference reference) =>
        new(new UnderHold.OnCase(reference), reference.Text, Addresses.Case(desk, reference.Text));

    public static HeldThing Of(Customer customer) =>
        new(new UnderHold.OnCustomer(customer.Id), customer.Name, Addresses.Customer(customer.Desk, customer.Id));

    public static HeldThing Of(Customer customer, Contact contact) =>
        new(
            new UnderHold.OnContact(customer.Id, contact.Id),
            $"{contact.Name}, {customer.Name}",
            Addresses.Contact(customer.Desk, customer.Id, contact.Id)
        );
}
