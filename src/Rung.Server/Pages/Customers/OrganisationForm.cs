using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api.Bodies;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Customers;

/// <summary>The customer itself: names, contract, services, its own desk. ESS-04, ESS-05, ESS-95.</summary>
internal static class OrganisationForm
{
    /// <param name="customer">Null: a new one.</param>
    public static CustomerForm Of(Visit visit, Customer? customer) =>
        new(
            customer is null ? "New customer" : $"Change {customer.Name}",
            Fields(visit.Guide, customer),
            answers => Apply(answers, customer)
        )
        {
            BackHref = customer is null ? Addresses.Customers(visit.Desk) : Addresses.Customer(visit.Desk, customer.Id),
        };

    private static List<FieldView> Fields(Guide guide, Customer? customer) =>
        [
            new("name", "Name") { Value = customer?.Name ?? "" },
            new("siteCode", "Site code")
            {
                Value = customer?.SiteCode ?? "",
                Hint = "Short, and known to callers. No other customer or site has it.",
            },
            Optional("group", "Trust or group", customer?.Group),
            Contract(guide, customer),
            Optional("region", "Region", customer?.Region) with
            {
                Hint = "As the guide's rules name it.",
            },
            Optional("zone", "Time zone", customer?.Zone?.Id) with
            {
                Hint =
                    "Only if it is not the desk's: Europe/Jersey. It is shown beside the desk's times and changes no clock.",
            },
            Services(guide, customer),
            Optional("referenceFormat", "How it writes references of its own", customer?.ReferenceFormat) with
            {
                Hint = "# is a digit, * one digit or more, @ a letter, anything else itself: CB-*.",
            },
            Optional("firstLine.name", "Its own first-line desk", customer?.FirstLine?.Name) with
            {
                Hint = "If callers are to ask there first. No clock starts before that desk has referred them to us.",
            },
            Optional("firstLine.phone", "Number of that desk", customer?.FirstLine?.Phone),
        ];

    private static FieldView Contract(Guide guide, Customer? customer) =>
        FieldView.Select(
            "contract",
            "Contract",
            customer?.Contract ?? "",
            [("", "Not on file"), .. guide.Contracts.Select(one => (one.Id, one.Name))]
        ) with
        {
            Optional = true,
        };

    private static FieldView Services(Guide guide, Customer? customer) =>
        new("services", "Services", FieldType.Many)
        {
            Optional = true,
            Options =
            [
                .. guide.Services.Select(one => new OptionView(
                    one.Id,
                    one.Name,
                    customer?.Services.Contains(one.Id) == true
                )),
            ],
        };

    private static FieldView Optional(string name, string label, string? value) =>
        new(name, label) { Value = value ?? "", Optional = true };

    private static CustomerRequest Apply(CustomerAnswers answers, Customer? customer)
    {
        var before = customer is null ? new CustomerRequest { Name = "", SiteCode = "" } : CustomerRequest.Of(customer);
        var services = answers.All("services");
        return before with
        {
            Name = answers.Text("name"),
            SiteCode = answers.Text("siteCode"),
            Group = answers.Maybe("group"),
            Contract = answers.Maybe("contract"),
            Region = answers.Maybe("region"),
            Zone = answers.Maybe("zone"),
            Services = services,
            Descriptions = [.. (before.Descriptions ?? []).Where(one => services.Contains(one.Service))],
            ReferenceFormat = answers.Maybe("referenceFormat"),
            FirstLine = FirstLine(answers),
            Contacts = Moved(before, answers.Text("siteCode")),
        };
    }

    private static FirstLineDesk? FirstLine(CustomerAnswers answers) =>
        answers.Maybe("firstLine.name") is null && answers.Maybe("firstLine.phone") is null
            ? null
            : new FirstLineDesk(answers.Text("firstLine.name"), answers.Text("firstLine.phone"));

    // Those who are at the first site are there under its new code too.
    private static IReadOnlyList<ContactRequest> Moved(CustomerRequest before, string code) =>
        [
            .. (before.Contacts ?? []).Select(one =>
                one.Site is { } site && site == before.SiteCode ? one with { Site = code } : one
            ),
        ];
}
