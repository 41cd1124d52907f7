using Rung.Core.Guides;
using Rung.Core.Guides.Showing;
using Rung.Core.Guides.Showing.Plain;
using Xunit;

namespace Rung.Core.Tests.Showing;

/// <summary>ESS-03: the guide that customers read is made from the data that is enforced.</summary>
public sealed partial class ShownGuideTests
{
    private static readonly ShownGuide Schools = GuideShower.Show(
        GuideFiles.Guide("schools-desk"),
        ["ladders are shown only"]
    );
    private static readonly ShownGuide Smc = GuideShower.Show(GuideFiles.Guide("smc"), []);
    private static readonly ShownGuide Gulf = GuideShower.Show(GuideFiles.Guide("gulf-colocation"), []);

    // ESS-03: the version in force stands at the head.
    [Fact]
    public void Document_control_comes_first_then_the_paragraphs_in_their_order()
    {
        var paragraphs = GuideFiles.Guide("schools-desk").Paragraphs.Select(paragraph => paragraph.Id).ToArray();

        Assert.Equal(
            ["document-control", .. paragraphs, "messages-in-full", "readings", "not-enforced"],
            Schools.Sections.Select(section => section.Id)
        );
    }

    [Fact]
    public void ESS_01_ESS_96_every_version_is_listed_with_its_change()
    {
        var versions = Tables(Schools, "document-control").Single();

        Assert.Equal(["1.0 draft", "1.0", "1.1", "2.0"], versions.Rows.Select(row => row[0]));
        Assert.Equal("Version", versions.Columns[0]);
        Assert.Equal("Marked as changed", versions.Columns[^1]);
    }

    [Fact]
    public void ESS_54_to_ESS_62_the_table_of_priorities_has_its_times_and_marks()
    {
        var table = Tables(Schools, "priorities").First();

        Assert.Equal(["Priority", "When", "Target time"], table.Columns);
        Assert.Equal(
            [
                ("P1", "4 hours (day and night)"),
                ("P2", "1 working day"),
                ("P3", "3 working days"),
                ("P4", "4 working days"),
                ("P5", "5 working days"),
            ],
            table.Rows.Select(row => (row[0], row[2]))
        );
        Assert.Equal(
            ["[1]", "[2]", "[3] [**]", "[**]", "[**]"],
            table.Rows.Select(row => row[1].Split('\n')[0]).Select(Marks)
        );
    }

    [Fact]
    public void Each_footnote_is_printed_once()
    {
        var notes = Blocks(Schools, "priorities").OfType<Block.Definitions>().First().Items;

        Assert.Equal(
            ["[1]", "[2]", "[3]", "[**]"],
            notes.Where(note => note.Term.StartsWith('[')).Select(note => note.Term)
        );
    }

    [Fact]
    public void ESS_14_hours_are_said_in_words() =>
        Assert.Equal(
            "Monday to Friday 08:00 to 18:00; not on public holidays in England and Wales",
            Tables(Schools, "support-hours").First().Rows[0][2]
        );

    [Fact]
    public void A_week_begins_on_its_first_open_day()
    {
        var hours = Tables(Gulf, "hours").First().Rows.ToDictionary(row => row[0], row => row[2]);

        Assert.Equal(
            "Sunday to Wednesday 08:00 to 12:30 and 13:30 to 17:00; Thursday 08:00 to 13:00",
            hours["Ordinary week"]
        );
        Assert.Equal("Day and night, every day", hours["Control room"]);
        Assert.Equal("Only on the dates named", hours["Company holidays"]);
        Assert.Equal("Either season without Company holidays", hours["Office hours"]);
    }

    [Fact]
    public void ESS_75_the_conditions_are_shown_in_the_guides_words_with_what_they_mean()
    {
        var shown = string.Concat(Tables(Schools, "conditions").SelectMany(table => table.Rows).SelectMany(row => row));

        Assert.All(
            ["Open", "Assigned", "On-Hold", "Resolved", "Closed"],
            name => Assert.Contains(name, shown, StringComparison.Ordinal)
        );
        Assert.Contains("The clock stands still until then.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void ESS_10_a_route_without_self_service_says_none()
    {
        var contacts = Tables(Schools, "service-desk").First();

        Assert.Equal(["Contact", "For", "Telephone", "E-mail", "Customer portal"], contacts.Columns);
        Assert.Equal("none", contacts.Rows.Single(row => row[0] == "Web filtering desk")[4]);
    }

    [Fact]
    public void SMC_02_S_08_times_that_depend_on_the_contract_have_a_table_of_their_own()
    {
        var times = Tables(Smc, "contracts").Single(table => table.Caption == "Contracted resolution time");

        Assert.Contains(
            times.Rows,
            row => row.SequenceEqual(["P2, contract Business hours", "1 working day", "Jersey business hours"])
        );
        Assert.Contains(
            times.Rows,
            row => row.SequenceEqual(["P1, contract Round the clock", "4 hours", "Day and night"])
        );
    }

    [Fact]
    public void Allowances_of_every_kind_have_words()
    {
        var times = Gulf
            .Sections.SelectMany(section => section.Blocks)
            .OfType<Block.Table>()
            .Where(table => table.Columns.SequenceEqual(["For", "Time", "Counted in"]))
            .SelectMany(table => table.Rows.Select(row => row[1]))
            .ToArray();

        Assert.Contains("13:00 on the 2nd working day after", times);
        Assert.Contains("the end of the 5th working day after", times);
        Assert.Contains("before 11:00: the end of the same day; otherwise: the end of the next working day", times);
        Assert.Contains("1 month", times);
        Assert.Contains("no time is promised", times);
        Assert.Contains("the same time on the next working day", times);
    }

    [Fact]
    public void A_chapter_is_shown_with_its_sections_and_an_unknown_one_not_at_all()
    {
        Assert.Equal(
            ["complaints", "complaint-answers", "complaint-data", "complaint-management"],
            Schools.Part("complaints").Select(section => section.Id)
        );
        Assert.Equal(["complaint-answers"], Schools.Part("complaint-answers").Select(section => section.Id));
        Assert.Empty(Schools.Part("complaint"));
    }

    [Theory]
    [InlineData("schools-desk")]
    [InlineData("smc")]
    [InlineData("gulf-colocation")]
    public void Nothing_of_the_guide_is_left_out(string name)
    {
        var guide = GuideFiles.Guide(name);
        var text = PlainGuide.Write(GuideShower.Show(guide, []), 2000);

        Assert.All(Said(guide), said => Assert.Contains(Flat(said), Flat(text), StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Said(Guide guide) =>
        [
            .. guide.Roles.Select(role => role.Title),
            .. guide.Services.SelectMany(service => service.Components.Append(service.Name)),
            .. guide.Contracts.Select(contract => contract.Name),
            .. guide.Routes.SelectMany(route => route.Addresses.Select(address => address.Address)),
            .. guide.Routes.Select(route => route.FrontMessage).OfType<string>(),
            .. guide.Kinds.Select(kind => kind.Name),
            .. guide.Intake.Questions.SelectMany(question =>
                question.Options.Select(option => option.Label).Append(question.Ask)
            ),
            .. guide.Intake.MailFacts.Select(fact => fact.Name),
            .. guide.Priorities.Select(priority => priority.Description),
            .. guide.PriorityRules.Select(rule => rule.Because),
            .. guide.Targets.Select(target => target.Name),
            .. guide.Conditions.Select(condition => condition.Plain),
            .. guide.HoldReasons.Select(reason => reason.Name),
            .. guide.WaitReasons.Select(reason => reason.Name),
            .. guide.Dispositions.Select(disposition => disposition.Plain),
            .. guide.Flags.Select(flag => flag.Name),
            .. guide.Notifications.Select(rule => rule.Template.Text.Split('\n')[0]),
            .. guide.Ladders.SelectMany(ladder => ladder.Levels.Select(level => level.Does)).OfType<string>(),
            .. guide.Ladders.SelectMany(ladder => ladder.Reasons.Select(reason => reason.Name)),
            .. guide.CommunicationPlans.Select(plan => plan.Name),
            .. guide.Promises.Select(promise => promise.Name),
            .. guide.Complaints?.Stages.Select(stage => stage.Name) ?? [],
            .. guide.Maintenance.Select(notice => notice.Name),
            .. guide.Goals.Select(goal => goal.Name),
            .. guide.Readings.SelectMany(reading => new[] { reading.Id, reading.Question, reading.Taken }),
        ];

    private static string Flat(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Marks(string name) => name.Contains('[') ? name[name.IndexOf('[')..] : "";

    private static IReadOnlyList<Block> Blocks(ShownGuide guide, string section) =>
        guide.Sections.Single(one => one.Id == section).Blocks;

    private static IEnumerable<Block.Table> Tables(ShownGuide guide, string section) =>
        Blocks(guide, section).OfType<Block.Table>();
}
