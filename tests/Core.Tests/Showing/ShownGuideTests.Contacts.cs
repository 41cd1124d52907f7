using Rung.Core.Guides.Showing;
using Xunit;

namespace Rung.Core.Tests.Showing;

public sealed partial class ShownGuideTests
{
    // Dates and changes are those of the provider's own table; names of people are left out there as here.
    [Fact]
    public void ESS_01_each_version_has_its_day_who_revised_it_and_what_changed()
    {
        string[][] expected =
        [
            ["1.0 draft", "1 Mar 2017", "First draft given out; takes the place of the guide of the former service"],
            ["1.0", "3 Mar 2017", "Final release with small changes after comments"],
            ["1.1", "3 Mar 2019", "Final release with new escalation points"],
            ["2.0", "1 Oct 2020", "Brought into line with the new ESS systems"],
        ];

        var rows = Tables(Schools, "document-control").Single().Rows;

        Assert.Equal(expected, rows.Select(row => new[] { row[0], Flat(row[1]), row[3] }));
        Assert.All(rows, row => Assert.Equal(("Service management", "Not marked"), (row[2], row[4])));
    }

    [Fact]
    public void ESS_08_to_ESS_11_each_group_of_services_has_its_number_and_its_mailbox()
    {
        string[][] expected =
        [
            ["Service desk", "01632 960100", "desk@schools.example.org", "https://portal.schools.example.org"],
            ["Web filtering desk", "01632 960110", "filtering@schools.example.org", "none"],
        ];

        var rows = Tables(Schools, "service-desk").First().Rows;

        Assert.Equal(expected, rows.Select(row => new[] { row[0], Flat(row[2]), row[3], row[4] }));
        Assert.Equal(["Identity", "E-mail and Office", "DNS", "Web hosting"], rows[0][1].Split('\n'));
    }

    [Fact]
    public void ESS_12_direct_sales_has_a_number_and_a_mailbox_of_its_own() =>
        Assert.Equal(
            ["Direct sales team", "01632 960120", "sales@schools.example.org"],
            Assert.Single(ContactsOf(Schools, "direct-sales").Rows).Select(Flat)
        );

    [Fact]
    public void SMC_04_SMC_05_both_numbers_are_published_and_escalations_have_nothing_else()
    {
        var escalations = ContactsOf(Smc, "how-to-escalate");

        Assert.Equal(["Contact", "Telephone"], escalations.Columns);
        Assert.Equal("01632 960200 01632 960201", Flat(Assert.Single(escalations.Rows)[1]));
        Assert.Equal("01632 960200 01632 960201", Flat(Assert.Single(ContactsOf(Smc, "reporting").Rows)[1]));
    }

    private static Block.Table ContactsOf(ShownGuide guide, string section) =>
        Tables(guide, section).Single(table => table.Columns[0] == "Contact");
}
