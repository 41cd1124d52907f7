using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Retention;
using Rung.Storage;

namespace Rung.Server.Retention;

/// <summary>What is under a legal hold that stands: asked by whatever erases, before it does.</summary>
internal sealed class LegalHolds(RungDatabase database)
{
    /// <summary>
    /// The hold that a case or a complaint is under: its own, that of whoever is or was its reporter, or its customer's; null: none.
    /// </summary>
    /// <param name="events">Of the case, all of them.</param>
    public async Task<LegalHold?> Over(IReadOnlyList<CaseEvent> events)
    {
        var logged = (CaseLogged)events[0];
        if (await database.LegalHolds.Standing(logged.Desk) is not { All.Count: > 0 } standing)
        {
            return null;
        }
        var customer = await database.Customers.Find(logged.Desk, logged.Reporter.CustomerId);
        return events
            .OfType<ReporterChanged>()
            .Select(changed => changed.To)
            .Prepend(logged.Reporter)
            .Select(reporter => standing.OfCase(logged.Reference, reporter, customer))
            .FirstOrDefault(hold => hold is not null);
    }

    /// <summary>The hold that somebody is under: their own or their customer's; null: none. Their cases may be under others.</summary>
    public async Task<LegalHold?> Over(Customer customer, Contact contact) =>
        (await database.LegalHolds.Standing(customer.Desk)).OfContact(customer, contact);

    /// <summary>Addresses of everybody who is under a hold at a desk: mail from there is kept with them.</summary>
    public async Task<IReadOnlySet<string>> Addresses(string desk)
    {
        var standing = await database.LegalHolds.Standing(desk);
        var all = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in standing.All.Select(hold => CustomerOf(hold.On)).OfType<string>().Distinct())
        {
            if (await database.Customers.Find(desk, id) is { } customer)
            {
                var held = customer.Contacts.Where(one => standing.OfContact(customer, one) is not null);
                all.UnionWith(held.Select(one => one.Email).OfType<string>());
            }
        }
        return all;
    }

    private static string? CustomerOf(UnderHold on) =>
        on switch
        {
            UnderHold.OnContact held => held.Customer,
            UnderHold.OnCustomer held => held.Id,
            _ => null,
        };

    public async Task<LegalHold?> OverCase(CaseReference reference) =>
        await database.Cases.Load(reference) is { } history ? await Over(history.Events) : null;

    public async Task<LegalHold?> OverCustomer(string desk, string customer) =>
        (await database.LegalHolds.Standing(desk)).OfCustomer(customer);
}
