using NodaTime;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Server.Demo.Playing;

/// <summary>One desk of the demo: its guide and its customers, at the moment the demo opens.</summary>
internal sealed record DemoSet(Guide Guide, IReadOnlyList<Customer> Customers, Instant Opening)
{
    public Customer Customer(string id) =>
        Customers.FirstOrDefault(customer => customer.Id == id)
        ?? throw new InvalidOperationException($"A story tells of the customer \"{id}\", whom the demo does not have.");

    /// <summary>The calendar of the customer's contract, else of the desk.</summary>
    public WorkingCalendar Calendar(Customer customer)
    {
        var contract = Guide.Contract(customer.Contract);
        return contract?.Calendar is { } calendar ? Guide.Calendars[calendar] : Guide.DeskCalendar;
    }
}
