using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api.Bodies;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Customers;

/// <summary>What a customer has of a service. ESS-95.</summary>
internal static class DescriptionForm
{
    /// <returns>Null: the guide has no such service, or the customer does not take it.</returns>
    public static CustomerForm? Of(Visit visit, Customer customer, string id) =>
        visit.Guide.Service(id) is { } service && customer.Services.Contains(id)
            ? new CustomerForm(
                $"{service.Name} of {customer.Name}",
                Fields(service, customer.Descriptions.FirstOrDefault(one => one.Service == id)),
                answers => Apply(customer, id, answers)
            )
            {
                BackHref = Addresses.Customer(visit.Desk, customer.Id),
                // Behind those of the other services, as Apply has it.
                Place = $"$.descriptions[{customer.Descriptions.Count(one => one.Service != id)}]",
            }
            : null;

    private static IReadOnlyList<FieldView> Fields(Service service, ServiceDescription? described)
    {
        const string Lines = "Each on a line of its own, as the customer calls them.";
        return
        [
            new("components", "Platforms and parts", FieldType.Long)
            {
                Value = string.Join('\n', described?.Components ?? []),
                Optional = true,
                Hint =
                    service.Components.Count == 0
                        ? Lines
                        : $"{Lines} The guide has: {string.Join(", ", service.Components)}.",
            },
            new("triage", "What their callers should have tried", FieldType.Long)
            {
                Value = described?.Triage ?? "",
                Optional = true,
                Hint = service.Triage is { } usual ? $"Beside what the guide asks: {usual}" : null,
            },
        ];
    }

    private static CustomerRequest Apply(Customer customer, string id, CustomerAnswers answers)
    {
        var components = answers.Lines("components");
        var triage = answers.Maybe("triage")?.Replace('\n', ' ');
        var others = customer.Descriptions.Where(one => one.Service != id);
        var isEmpty = components.Count == 0 && triage is null;
        return CustomerRequest.Of(customer) with
        {
            Descriptions = isEmpty ? [.. others] : [.. others, new ServiceDescription(id, components, triage)],
        };
    }
}
