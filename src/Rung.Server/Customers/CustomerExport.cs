using Rung.Core.Customers;
using Rung.Storage;
using Rung.Storage.Customers;

namespace Rung.Server.Customers;

/// <summary>All customers of a desk, also those that left.</summary>
internal static class CustomerExport
{
    private const int AtOnce = 500;

    public static async Task<IReadOnlyList<Customer>> All(RungDatabase database, string desk)
    {
        var all = new List<Customer>();
        foreach (var presence in Enum.GetValues<Presence>())
        {
            Customer? last = null;
            while (await database.Customers.Page(desk, presence, last, AtOnce) is { Count: > 0 } page)
            {
                all.AddRange(page);
                last = page[^1];
            }
        }
        return all;
    }
}
