using Rung.Core.Customers;
using Rung.Core.Guides;

namespace Rung.Server.Pages.Calls;

/// <summary>What the caller's own description of a service adds to the guide's. ESS-95.</summary>
internal static class ServiceHints
{
    /// <summary>What they have of it, or that it is not on file for them; null: nothing is known.</summary>
    public static string? Has(Customer? customer, Service service) =>
        Described(customer, service) is { Components.Count: > 0 } described ? string.Join(", ", described.Components)
        : customer is { Services.Count: > 0 } && !customer.Services.Contains(service.Id) ? "not on file for them"
        : null;

    /// <summary>What the caller should have tried, by the guide and by their own description; null: nothing is said.</summary>
    public static string? Triage(Customer? customer, Service service)
    {
        var said = new[] { service.Triage, Described(customer, service)?.Triage }.OfType<string>().ToList();
        return said.Count == 0 ? null : string.Join(" ", said);
    }

    private static ServiceDescription? Described(Customer? customer, Service service) =>
        customer?.Descriptions.FirstOrDefault(one => one.Service == service.Id);
}
