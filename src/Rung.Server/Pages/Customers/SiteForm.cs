using Rung.Core.Customers;
using Rung.Server.Api.Bodies;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Customers;

/// <summary>A further site of a customer.</summary>
internal static class SiteForm
{
    public static CustomerForm New(Visit visit, Customer customer) =>
        Of(visit, customer, customer.Sites.Count) with
        {
            Title = $"A site of {customer.Name}",
        };

    /// <returns>Null: there is no such site.</returns>
    public static CustomerForm? Change(Visit visit, Customer customer, string code)
    {
        var index = customer.Sites.ToList().FindIndex(site => site.Code == code);
        return index < 0 ? null : Of(visit, customer, index);
    }

    private static CustomerForm Of(Visit visit, Customer customer, int index)
    {
        var site = customer.Sites.ElementAtOrDefault(index);
        return new CustomerForm(
            $"{site?.Name}, {customer.Name}",
            Fields(site),
            answers => Apply(customer, index, answers)
        )
        {
            BackHref = Addresses.Customer(visit.Desk, customer.Id),
            Place = $"$.sites[{index}]",
        };
    }

    private static List<FieldView> Fields(Site? site)
    {
        List<FieldView> fields =
        [
            new("code", "Site code")
            {
                Value = site?.Code ?? "",
                Hint = "Short, and known to callers. No other customer or site has it.",
            },
            new("name", "Name") { Value = site?.Name ?? "" },
            new("address", "Address") { Value = site?.Address ?? "", Optional = true },
        ];
        if (site is not null)
        {
            fields.Add(
                new FieldView("gone", "Is it still a site?", FieldType.Many)
                {
                    Optional = true,
                    Options = [new OptionView("yes", "It is given up", Hint: "Its people stay on file.")],
                }
            );
        }
        return fields;
    }

    private static CustomerRequest Apply(Customer customer, int index, CustomerAnswers answers)
    {
        var before = CustomerRequest.Of(customer);
        var sites = customer.Sites.ToList();
        var old = sites.ElementAtOrDefault(index);
        var site =
            answers.All("gone").Count > 0
                ? null
                : new Site(answers.Text("code"), answers.Text("name"), answers.Maybe("address"));
        if (old is not null)
        {
            sites.RemoveAt(index);
        }
        if (site is not null)
        {
            sites.Insert(index, site);
        }
        return before with
        {
            Sites = sites,
            Contacts =
            [
                .. before.Contacts!.Select(one =>
                    old is not null && one.Site == old.Code ? one with { Site = site?.Code } : one
                ),
            ],
        };
    }
}
