using Rung.Core.Cases;
using Rung.Core.Customers;

namespace Rung.Core.Retention;

/// <summary>The legal holds of a desk that stand, asked what is under them.</summary>
/// <param name="All">Those of one desk, none that was lifted.</param>
public sealed record StandingHolds(IReadOnlyList<LegalHold> All)
{
    /// <summary>The first hold that a case is under: its own, its reporter's or its customer's; null: none.</summary>
    /// <param name="customer">As on file; null: it is not, and then nobody of it is either.</param>
    public LegalHold? OfCase(CaseReference reference, Reporter reporter, Customer? customer) =>
        All.FirstOrDefault(hold =>
            hold.On switch
            {
                UnderHold.OnCase held => held.Reference == reference,
                UnderHold.OnCustomer held => held.Id == reporter.CustomerId,
                UnderHold.OnContact held => held.Customer == reporter.CustomerId
                    && Contact(customer, held.Contact) is { } contact
                    && Is(contact, reporter),
                _ => throw new NotSupportedException($"No cases under {hold.On}."),
            }
        );

    /// <summary>The first hold that somebody is under: their own or their customer's; null: none.</summary>
    public LegalHold? OfContact(Customer customer, Contact contact) =>
        All.FirstOrDefault(hold =>
            hold.On == new UnderHold.OnContact(customer.Id, contact.Id)
            || hold.On == new UnderHold.OnCustomer(customer.Id)
        );

    /// <summary>The first hold on a customer itself; null: none, whatever its people and cases are under.</summary>
    public LegalHold? OfCustomer(string id) => All.FirstOrDefault(hold => hold.On == new UnderHold.OnCustomer(id));

    private static Contact? Contact(Customer? customer, string id) =>
        customer?.Contacts.FirstOrDefault(one => one.Id == id);

    // Where no id says who it was, whatever may be theirs is kept.
    private static bool Is(Contact contact, Reporter reporter) =>
        reporter.ContactId is { } id
            ? id == contact.Id
            : contact.IsNamed(reporter.ContactName) || (contact.Email is not null && contact.ReadsAt(reporter.Email));
}
