using System.Text.RegularExpressions;
using Rung.Core.Cases;
using Xunit;

namespace Rung.Server.Tests.Demo;

/// <summary>Nobody in the demo is real, and every caller can be found.</summary>
public sealed partial class DemoCustomerTests(DemoFixture fixture) : IClassFixture<DemoFixture>
{
    [Fact]
    public void Twelve_schools_that_ask_the_desk_one_that_asks_its_own_and_three_enterprises()
    {
        var schools = fixture
            .Demo.Customers.Where(one => one.Desk == "schools-desk")
            .ToLookup(one => one.FirstLine is null);
        Assert.Equal((12, 1), (schools[true].Count(), schools[false].Count()));
        Assert.Equal(3, fixture.Demo.Customers.Count(one => one.Desk == "smc"));
        Assert.Equal(
            ["BH", "T24", "T24"],
            fixture.Demo.Customers.Where(one => one.Desk == "smc").Select(one => one.Contract!).Order()
        );
        Assert.Equal(2, fixture.Demo.Customers.Select(one => one.Group).OfType<string>().Distinct().Count());
    }

    [Fact]
    public void Three_letters_a_site_code_or_a_number_find_one_customer()
    {
        Assert.Distinct(fixture.Demo.Customers.Select(one => one.Name[..3]));
        Assert.Distinct(fixture.Demo.Customers.Select(one => one.SiteCode));
        Assert.Distinct(Contacts.Select(contact => contact.Phone));
        Assert.Distinct(Contacts.Select(contact => contact.Email));
        Assert.Distinct(Contacts.Select(contact => contact.Id));
        Assert.All(fixture.Demo.Customers, one => Assert.InRange(one.Contacts.Count, 2, 3));
    }

    [Fact]
    public void Contacts_have_roles_of_the_guide_on_the_customers_side()
    {
        var known = DemoGuides.Schools.Roles.Concat(DemoGuides.Smc.Roles).Select(role => role.Id).ToHashSet();
        Assert.All(Contacts, contact => Assert.Subset(known, contact.Roles.ToHashSet()));
    }

    [Fact]
    public void Cases_are_about_services_that_the_customer_takes()
    {
        foreach (var one in fixture.Demo.Cases)
        {
            var customer = fixture.Demo.Customers.Single(other => other.Id == one.State.Logged.Reporter.CustomerId);
            Assert.Equal(customer.Desk, one.Desk);
            if (one.State.Services.Count < DemoGuides.Schools.Services.Count)
            {
                Assert.Subset(customer.Services.ToHashSet(), one.State.Services.ToHashSet());
            }
        }
    }

    [Fact]
    public void Every_number_is_for_drama_and_every_address_an_example()
    {
        foreach (var text in Texts())
        {
            Assert.All(Numbers().Matches(text), number => Assert.StartsWith("01632 960", number.Value));
            Assert.All(
                Addresses().Matches(text),
                address => Assert.Matches(@"@([a-z]+\.)*example\.(org|com|net)$", address.Value)
            );
        }
    }

    private IEnumerable<Core.Customers.Contact> Contacts => fixture.Demo.Customers.SelectMany(one => one.Contacts);

    private IEnumerable<string> Texts() =>
        [
            .. Contacts.SelectMany(contact => (string?[])[contact.Phone, contact.Email]).OfType<string>(),
            .. fixture.Demo.Customers.Select(one => one.FirstLine?.Phone).OfType<string>(),
            .. fixture.Demo.Cases.SelectMany(one => one.Events).Select(happened => happened.ToString()),
            .. fixture
                .Demo.Cases.SelectMany(one => one.Events)
                .OfType<IntakeAnswered>()
                .SelectMany(one => one.Answers.Values),
            .. fixture.Demo.Cases.SelectMany(one => one.Messages).Select(message => message.Message.Text),
        ];

    [GeneratedRegex(@"\b0\d[\d ]{8,}\d\b")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\w.]+@[\w.]*\w")]
    private static partial Regex Addresses();
}
