using Rung.Core.Customers;
using Rung.Storage;
using Rung.Storage.Customers;

namespace Rung.Server.SubjectAccess;

/// <summary>Whether others read, or have read, at the address of somebody: mail by it is then not only theirs.</summary>
internal sealed class SharedAddresses(RungDatabase database)
{
    /// <returns>Who: the desk, or the name of one of its customers' people, who may have left; null: nobody.</returns>
    public async Task<string?> SharedWith(Subject subject)
    {
        if (subject.Contact.Email is not { } address)
        {
            return null;
        }
        if (subject.SharesAddress)
        {
            return "the desk";
        }
        var there = await database.Customers.ByEmail(subject.Desk, address);
        var left = await database.Customers.ByEmail(subject.Desk, address, Presence.Left);
        return there.Concat(left).SelectMany(one => Others(subject, one)).FirstOrDefault()?.Name;
    }

    private static IEnumerable<Contact> Others(Subject subject, Customer customer) =>
        customer.Contacts.Where(one =>
            subject.IsOwn(one.Email) && (customer.Id, one.Id) != (subject.Customer.Id, subject.Contact.Id)
        );
}
