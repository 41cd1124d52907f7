using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Evidence;
using Rung.Core.Guides.Showing;
using Rung.Core.Promises;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Promises;
using Xunit;

namespace Rung.Core.Tests.Evidence;

/// <summary>
/// The evidence pack of the night of story D5, and of a hold over Christmas: SMC-10, SMC-13, SMC-32, SMC-35, SMC-36, ESS-84.
/// Jersey keeps summer time from 01:00Z that night, Dubai is four hours ahead of Greenwich all year.
/// </summary>
public class EvidencePackTests
{
    private const string Secret = "Their contract is up for renewal";

    private static SimulatedCase Night()
    {
        var one = NightOfD5.Whole();
        one.At("2027-03-28 07:10").Do(new AddNote(Secret));
        return one;
    }

    private static EvidencePack Pack(
        SimulatedCase one,
        EvidenceEdition edition = EvidenceEdition.Customer,
        string? zone = "Asia/Dubai"
    ) =>
        EvidencePack.Of(
            new EvidenceOf(one.Guide, one.Events, one.Now)
            {
                Edition = edition,
                Theirs = zone is null ? null : DateTimeZoneProviders.Tzdb[zone],
                Promises = PromiseBook.Of(one.Guide, one.Events, one.Now),
            }
        );

    // The call of 03:40 in Jersey is 02:40Z, and 06:40 in Dubai; the reference of 22:30 the evening before is 02:30 of the next day there.
    [Fact]
    public void SMC_35_Times_are_the_desks_with_its_zone_and_the_customers_beside_them()
    {
        var pack = Pack(Night());
        Assert.StartsWith("Evidence pack for R-", pack.Title, StringComparison.Ordinal);
        var whens = Table(pack, "story").Rows.Select(row => row[0]).ToList();
        Assert.Equal("Sat 27 Mar 2027 22:30 GMT\nSun 28 Mar 02:30 +04 for them", whens[0]);
        Assert.Contains("Sun 28 Mar 2027 03:40 BST\n06:40 +04 for them", whens);
        Assert.Contains("Asia/Dubai", Fact(pack, "Times"), StringComparison.Ordinal);

        var own = Pack(Night(), zone: null);
        Assert.DoesNotContain("for them", string.Join(' ', Words(own)), StringComparison.Ordinal);
        Assert.Equal("Those of the desk, Europe/Jersey.", Fact(own, "Times"));
    }

    // Call-backs 04:00 (03:58) and 05:30; contacts 04:30 (04:29), 05:30, 06:00 and 06:30 kept; 05:00 made good at 05:30;
    // 07:00 comes after the resolution of 06:50 and is not owed.
    [Fact]
    public void SMC_32_An_escalation_has_its_levels_its_owner_and_what_was_kept_and_missed()
    {
        var pack = Pack(Night());
        var escalation = Section(pack, "escalation-1");
        var facts = Assert
            .IsType<Block.Definitions>(escalation.Blocks[0])
            .Items.ToDictionary(item => item.Term, item => item.Text);
        Assert.StartsWith("Level 3", facts["Level"], StringComparison.Ordinal);
        Assert.EndsWith(
            "since Sun 28 Mar 2027 06:05 BST, 09:05 +04 for them",
            facts["Level"],
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Duty Manager, SMC Manager or Duty Manager, since ",
            facts["Owner"],
            StringComparison.Ordinal
        );
        Assert.Equal("Network control", facts["Asked by"]);
        Assert.EndsWith("reason for outage owed", facts["Ended"], StringComparison.Ordinal);

        var tables = escalation.Blocks.OfType<Block.Table>().ToList();
        Assert.Equal(["Level 1", "Level 2", "Level 3"], tables[0].Rows.Select(row => row[1].Split(':')[0]));
        var contacts = tables.Single(table =>
            table.Caption == "Call-backs and planned contacts: 6 kept, 1 late, 1 no longer owed."
        );
        Assert.Contains(
            contacts.Rows,
            row =>
                row[0].StartsWith("Sun 28 Mar 2027 05:00 BST", StringComparison.Ordinal)
                && row[2] == "late"
                && row[3].StartsWith("Sun 28 Mar 2027 05:30 BST", StringComparison.Ordinal)
        );
    }

    // Contacted at 02:44Z, which is 03:44 in Jersey, and written down at 03:46.
    [Fact]
    public void SMC_10_Who_was_contacted_stands_there_with_time_channel_and_outcome_and_without_what_was_said()
    {
        var one = NightOfD5
            .Logged()
            .At("2027-03-28 03:40")
            .Do(
                new Escalate
                {
                    From = "Network control",
                    Level = 1,
                    SeenLevel = 0,
                }
            );
        one.At("2027-03-28 03:46")
            .Do(
                new Engage
                {
                    Level = 2,
                    Person = "Duty Manager 1",
                    ContactedAt = At.Utc("2027-03-28T02:44:00Z"),
                    Text = Secret,
                }
            );

        var told = Contacted(Pack(one));
        Assert.Equal(["When", "Post", "Person", "How", "What came of it"], told.Columns);
        Assert.Equal(
            [
                "Sun 28 Mar 2027 03:44 BST\n06:44 +04 for them",
                "SMC Manager or Duty Manager",
                "Duty Manager 1",
                "telephone",
                "accepted",
            ],
            Assert.Single(told.Rows)
        );
        Assert.Contains(Secret, Contacted(Pack(one, EvidenceEdition.Internal)).Rows[0]);
    }

    [Fact]
    public void The_customers_edition_has_no_note_no_step_and_nothing_that_one_post_said_to_another()
    {
        var one = NightOfD5.Logged().At("2027-03-28 03:35").Do(new AddNote(Secret));
        one.At("2027-03-28 03:40")
            .Do(
                new Escalate
                {
                    From = "Network control",
                    Level = 1,
                    SeenLevel = 0,
                    Note = Secret,
                }
            );
        one.At("2027-03-28 03:46")
            .Do(
                new Engage
                {
                    Level = 2,
                    Person = "Duty Manager",
                    Text = Secret,
                }
            );
        one.At("2027-03-28 03:50")
            .Do(new PlanStep(Secret, "Fibre crew", At.Utc("2027-03-28T05:00:00Z")), NightOfD5.Owner);
        one.At("2027-03-28 06:01");

        Assert.DoesNotContain(Secret, string.Join(' ', Words(Pack(one))), StringComparison.Ordinal);
        var inside = Words(Pack(one, EvidenceEdition.Internal))
            .Where(word => word.Contains(Secret, StringComparison.Ordinal));
        // The note, the level's note in story and table, what the post said in story and table, the step in story, its miss, table and book.
        Assert.True(inside.Count() >= 7);
    }

    [Fact]
    public void SMC_36_Peers_and_decisions_stand_with_the_escalation_and_the_reason_for_outage_by_itself()
    {
        var one = NightOfD5.Whole();
        Assert.Contains(
            "owes it by Mon 5 Apr 2027 17:30 BST",
            Section(Pack(one), "rfo").Blocks.OfType<Block.Paragraph>().Single().Text,
            StringComparison.Ordinal
        );
        one.At("2027-03-28 09:00").Do(new WriteRfo("A digger cut the fibre"), NightOfD5.Owner);
        Assert.Equal(
            "A digger cut the fibre",
            Section(Pack(one), "rfo").Blocks.OfType<Block.Paragraph>().Single().Text
        );

        var high = NightOfD5.Logged();
        high.At("2027-03-28 03:40")
            .Do(
                new Escalate
                {
                    From = "Network control",
                    Level = 1,
                    SeenLevel = 0,
                }
            );
        high.At("2027-03-28 03:50")
            .Do(
                new Escalate
                {
                    From = "Network control",
                    Level = 2,
                    SeenLevel = 1,
                }
            );
        high.At("2027-03-28 04:00")
            .Do(
                new Escalate
                {
                    From = "Network control",
                    Level = 3,
                    SeenLevel = 2,
                }
            );
        high.At("2027-03-28 04:10").Do(new NamePeer(3, "Chief operating officer"));
        high.At("2027-03-28 04:20").Do(new RecordDecision(3, "A second crew goes out"));
        var escalation = Section(Pack(high), "escalation-1");
        Assert.Contains("Level 3: Chief operating officer", Words(escalation.Blocks));
        Assert.Contains(
            "A second crew goes out",
            escalation.Blocks.OfType<Block.Table>().Single(table => table.Caption == "Decisions").Rows[0]
        );
    }

    // Covered from 05:00 in Jersey, 04:00Z; taken out at 06:10. The other case says the same of this one, and neither says the customer why.
    [Fact]
    public void SMC_39_Cases_that_are_escalated_together_name_each_other_with_from_when_until_when()
    {
        var (cable, router) = (CaseReference.FromNumber("R", 4711), CaseReference.FromNumber("R", 4712));
        var one = NightOfD5.Logged();
        one.At("2027-03-28 03:40")
            .Do(
                new Escalate
                {
                    From = "Network control",
                    Level = 1,
                    SeenLevel = 0,
                }
            );
        one.At("2027-03-28 05:00").Do(new LinkTo(cable, LinkKind.Covers) { Reason = Secret });
        one.Do(new LinkTo(router, LinkKind.Covers) { Reason = Secret });
        one.At("2027-03-28 06:10").Do(new Unlink(cable, Secret) { Kind = LinkKind.Covers });

        var told = Covers(Pack(one, zone: null));
        Assert.Equal(["From", "Case", "Until"], told.Columns);
        Assert.Equal(
            [
                ["Sun 28 Mar 2027 05:00 BST", cable.Text, "Sun 28 Mar 2027 06:10 BST"],
                ["Sun 28 Mar 2027 05:00 BST", router.Text, "it still is"],
            ],
            told.Rows
        );
        Assert.Equal([Secret, Secret], Covers(Pack(one, EvidenceEdition.Internal)).Rows[0].Skip(3));

        var other = NightOfD5.Logged();
        other.At("2027-03-28 05:00").Do(new LinkTo(cable, LinkKind.CoveredBy) { Reason = Secret });
        Assert.Equal(
            ["Sun 28 Mar 2027 05:00 BST", cable.Text, "it still is"],
            Assert.Single(Table(Pack(other, zone: null), "escalated-with").Rows)
        );
        other.At("2027-03-28 06:10").Do(new Unlink(cable, Secret) { Kind = LinkKind.CoveredBy });
        var ended = Assert.Single(Table(Pack(other, EvidenceEdition.Internal, zone: null), "escalated-with").Rows);
        Assert.Equal(["Sun 28 Mar 2027 06:10 BST", Secret, Secret], ended.Skip(2));
    }

    [Fact]
    public void Who_may_not_see_a_case_does_not_read_that_another_is_escalated_with_it()
    {
        var other = NightOfD5.Logged();
        var lead = CaseReference.FromNumber("R", 4711);
        other.At("2027-03-28 05:00").Do(new LinkTo(lead, LinkKind.CoveredBy) { Reason = "The same cable" });
        var pack = EvidencePack.Of(
            new EvidenceOf(other.Guide, other.Events, other.Now)
            {
                Promises = [],
                Unseen = new HashSet<CaseReference> { lead },
            }
        );
        Assert.DoesNotContain(lead.Text, string.Join(' ', Words(pack)), StringComparison.Ordinal);
        Assert.DoesNotContain(pack.Sections, section => section.Id == "escalated-with");
    }

    // Story D1: counted 15 h 29 min, due on Tuesday 5 January at 14:01; on hold from 30 December 11:00 to 4 January 09:30.
    [Fact]
    public void The_clocks_stand_with_their_ledgers_and_the_holds_with_what_was_awaited()
    {
        var one = SimulatedCase.Log(
            ShippedGuides.Schools,
            "2026-12-24 15:31",
            log => log with { Services = ["email"], Answers = Answers.DownForSome }
        );
        one.At("2026-12-30 11:00").Do(new Hold("customer-unavailable", "somebody to let us in"));
        one.At("2027-01-04 09:30").Do(new RecordReply("We are back", Core.Guides.Channel.Phone));

        var pack = Pack(one, zone: null);
        var clocks = Section(pack, "clocks").Blocks;
        Assert.Contains(
            clocks.OfType<Block.Paragraph>(),
            block => block.Text.Contains("Due Tue 5 Jan 14:01 GMT", StringComparison.Ordinal)
        );
        var ledger = clocks
            .OfType<Block.Table>()
            .First(table => table.Caption!.Contains("Target time", StringComparison.Ordinal));
        Assert.Equal(["Thu 24 Dec 15:31", "18:00", "counted", "2 h 29 min"], ledger.Rows[0].Take(4));

        var hold = Assert.Single(Table(pack, "holds").Rows);
        Assert.Equal("Wed 30 Dec 2026 11:00 GMT", hold[0]);
        Assert.Equal("Mon 4 Jan 2027 09:30 GMT", hold[1]);
        Assert.Equal("somebody to let us in", hold[3]);
    }

    [Fact]
    public void Every_paragraph_that_is_named_is_printed_once_and_no_other()
    {
        var pack = Pack(Night());
        var printed = Section(pack, "guide").Blocks.OfType<Block.Heading>().Select(heading => heading.Text).ToList();
        var named = pack
            .Sections.SelectMany(section => section.Blocks)
            .OfType<Block.Table>()
            .Where(table => table.Columns[^1] == "Guide")
            .SelectMany(table => table.Rows.Select(row => row[^1]))
            .Where(heading => heading.Length > 0)
            .ToHashSet();
        Assert.NotEmpty(named);
        Assert.Equal(printed.Distinct(), printed);
        Assert.Superset(named, printed.ToHashSet());
        Assert.True(printed.Count < ShippedGuides.Smc.Paragraphs.Count);
    }

    private static Block.Table Contacted(EvidencePack pack) =>
        Section(pack, "escalation-1")
            .Blocks.OfType<Block.Table>()
            .Single(table => table.Caption == "Who of the provider was contacted");

    private static Block.Table Covers(EvidencePack pack) =>
        Section(pack, "escalation-1")
            .Blocks.OfType<Block.Table>()
            .Single(table => table.Caption == "Cases that it covers as well");

    private static EvidenceSection Section(EvidencePack pack, string id) =>
        pack.Sections.Single(section => section.Id == id);

    private static Block.Table Table(EvidencePack pack, string id) =>
        Section(pack, id).Blocks.OfType<Block.Table>().Single();

    private static string Fact(EvidencePack pack, string term) =>
        pack.Facts.Items.Single(item => item.Term == term).Text;

    private static IEnumerable<string> Words(EvidencePack pack) =>
        Words([pack.Facts, .. pack.Sections.SelectMany(section => section.Blocks)]);

    private static IEnumerable<string> Words(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block =>
            block switch
            {
                Block.Heading heading => [heading.Text],
                Block.Paragraph paragraph => [paragraph.Text],
                Block.Points points => points.Items,
                Block.Definitions definitions => definitions.Items.Select(item => item.Text),
                Block.Table table => table.Rows.SelectMany(row => row),
                _ => throw new NotSupportedException(),
            }
        );
}
