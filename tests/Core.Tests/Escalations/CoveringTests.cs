using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>One escalation over several cases of a customer: it lives on one, and the others are escalated with it. ESS-83, SMC-39.</summary>
public sealed class CoveringTests
{
    private static readonly CaseReference Other = CaseReference.FromNumber("R", 4711);

    private static LinkTo Cover(LinkKind kind = LinkKind.Covers) => new(Other, kind) { Reason = "The same cable" };

    private static SimulatedCase Escalated() =>
        SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(
                new Escalate
                {
                    SeenLevel = 0,
                    From = "School office",
                    Reasons = ["no-progress"],
                }
            );

    [Fact]
    public void It_covers_another_case_with_its_reason_and_since_when()
    {
        var lead = Escalated().At("2026-12-14 10:30").Do(Cover());

        var covered = Assert.Single(lead.State.Escalation!.Covers);
        Assert.Equal(
            (Other, At.London("2026-12-14 10:30"), "The same cable"),
            (covered.Reference, covered.Since, covered.Reason)
        );
        Assert.Null(covered.Until);
        // Said again it stays one.
        Assert.Single(lead.Do(Cover()).State.Escalation!.Covers);
    }

    // Promised for both when the escalation ended; written on the covered case it is written, and told on the one that promised it.
    [Fact]
    public void SMC_30_A_reason_for_outage_that_is_written_on_a_covered_case_keeps_what_was_promised_for_both()
    {
        var lead = Escalated()
            .Do(Cover())
            .Do(
                new EndEscalation("It works again", Channel.Phone, RfoState.Owed)
                {
                    RfoDue = At.London("2026-12-16 10:00"),
                }
            );
        var covered = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(Cover(LinkKind.CoveredBy))
            .Do(new Unlink(Other, EscalationEnded.OnCovered) { Kind = LinkKind.CoveredBy })
            .At("2026-12-15 10:00");
        var rfo = new WriteRfo("A digger cut the cable");

        Assert.Equal([Other], TiedCases.Around(covered.State, rfo, Known));
        Assert.Equal([Other], TiedCases.Of(covered.State, rfo, Known));
        lead.At("2026-12-15 10:00").Do(TiedCases.There(covered.State, rfo));

        Assert.Equal(PromiseState.Kept, Assert.Single(lead.State.Promises, one => one.For == PromiseFor.Rfo).State);
        Assert.Contains(lead.Mails, mail => mail.On == CaseMoment.RfoWritten);
        // What has a reason of its own is left alone, and so is what promised none.
        Assert.Empty(TiedCases.Of(covered.State, rfo, Known));
        Assert.Empty(TiedCases.Of(covered.State, rfo, _ => Escalated().State));

        CaseState? Known(CaseReference reference) => reference == Other ? lead.State : null;
    }

    // Semantics 18: the call-back of 10:40 stays, there is one call, and the new level knows of it.
    [Fact]
    public void Semantics_18_A_new_level_is_told_of_the_call_back_that_is_promised_and_the_call_back_stays()
    {
        var one = SimulatedCase
            .Log(
                ShippedGuides.Smc,
                "2027-04-12 09:00",
                log =>
                    log with
                    {
                        Reporter = People.Reporter with { Contract = "T24" },
                        Services = ["connectivity"],
                        Answers = new Dictionary<string, string>
                        {
                            ["affected"] = "everything",
                            ["effect"] = "down",
                            ["details"] = "No site answers",
                            ["tried"] = "Routers restarted",
                        },
                    }
            )
            .At("2027-04-12 10:00")
            .Do(
                new Escalate
                {
                    From = "Network control",
                    Level = 1,
                    CallBack = At.Utc("2027-04-12T09:40:00Z"),
                }
            )
            .At("2027-04-12 10:20")
            .Do(new Escalate { From = "Network control", Level = 2 });

        var entered = one.Seen<Escalated>()[^1];
        Assert.Equal((2, "duty-manager"), (entered.Level, Assert.Single(entered.Alerts)));
        var mail = Assert.Single(one.Mails, mail => mail.Rule == "level-entered");
        Assert.Equal("duty-desk@telecom.example.org", mail.To);
        Assert.Contains("A call-back is promised for Monday 12 April 2027, 10:40 BST", mail.Text);
        Assert.Equal(At.Utc("2027-04-12T09:40:00Z"), one.State.Escalation!.CallBack!.Due);
        Assert.Empty(one.Seen<Escalated>()[0].Alerts);
    }

    [Fact]
    public void What_is_not_escalated_covers_nothing_and_without_a_reason_nothing_is_covered()
    {
        Assert.Equal(RefusalCode.NotEscalated, SimulatedCase.Log("2026-12-14 10:00").Refuses(Cover()).Code);
        Assert.Equal(RefusalCode.InvalidInput, Escalated().Refuses(new LinkTo(Other, LinkKind.Covers)).Code);
    }

    [Fact]
    public void A_closed_case_one_with_its_own_escalation_and_one_that_is_covered_already_cannot_be_covered()
    {
        var closed = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(new Resolve("Done", Confirmation.NotRequired))
            .Do(new Close());
        var covered = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(Cover(LinkKind.CoveredBy) with { Other = CaseReference.FromNumber("R", 4712) });

        Assert.Contains("closed", closed.Refuses(Cover(LinkKind.CoveredBy)).Sentence, StringComparison.Ordinal);
        Assert.Contains(
            "of its own",
            Escalated().Refuses(Cover(LinkKind.CoveredBy)).Sentence,
            StringComparison.Ordinal
        );
        Assert.Contains(
            CaseReference.FromNumber("R", 4712).Text,
            covered.Refuses(Cover(LinkKind.CoveredBy)).Sentence,
            StringComparison.Ordinal
        );
    }

    // Levels, plan and call-backs are the other's; what is the case's own, such as more urgency, stays so.
    [Fact]
    public void A_covered_case_is_escalated_where_its_escalation_is()
    {
        var covered = SimulatedCase.Log("2026-12-14 10:00").Do(Cover(LinkKind.CoveredBy));

        Assert.Equal(Other, covered.State.CoveredBy);
        foreach (
            var command in (CaseCommand[])
                [
                    new Escalate { SeenLevel = 0, From = "School office" },
                    new AskToEscalate("Please hurry", Channel.Email),
                    new CallBack("We are on it"),
                    new EndEscalation("Settled", Channel.Phone, RfoState.NotNeeded),
                ]
        )
        {
            var refusal = covered.Refuses(command);
            Assert.Equal(RefusalCode.WrongCondition, refusal.Code);
            Assert.Contains(Other.Text, refusal.Sentence, StringComparison.Ordinal);
        }
        covered.Do(new GrantUrgency("An examination is on", NoticeGiven: true), People.TeamLeader);
    }

    [Fact]
    public void It_is_taken_out_with_a_reason_and_an_incident_that_it_is_linked_to_stays()
    {
        var lead = Escalated().Do(Cover()).Do(new LinkTo(Other, LinkKind.Child)).At("2026-12-14 11:00");

        Assert.Equal(2, lead.State.Links.Count);
        Assert.Equal(RefusalCode.InvalidInput, lead.Refuses(new Unlink(Other, " ") { Kind = LinkKind.Covers }).Code);
        lead.Do(new Unlink(Other, "Another cable") { Kind = LinkKind.Covers });

        Assert.Equal(LinkKind.Child, Assert.Single(lead.State.Links).Kind);
        var covered = Assert.Single(lead.State.Escalation!.Covers);
        Assert.Equal((At.London("2026-12-14 11:00"), "Another cable"), (covered.Until, covered.TakenOutBecause));
        // Named without its sort, the link of an incident is meant.
        var again = Escalated().Do(Cover()).Do(new LinkTo(Other, LinkKind.Child)).Do(new Unlink(Other, "No call"));
        Assert.Equal(LinkKind.Covers, Assert.Single(again.State.Links).Kind);
    }

    // SMC-39: what is said of the reason for outage holds of every case that it covers.
    [Theory]
    [InlineData(RfoState.NotNeeded, RfoState.Owed, false)]
    [InlineData(RfoState.NotNeeded, RfoState.NotNeeded, true)]
    [InlineData(RfoState.NotNeeded, RfoState.Given, true)]
    [InlineData(RfoState.Owed, RfoState.Owed, true)]
    [InlineData(RfoState.Given, RfoState.Owed, false)]
    [InlineData(RfoState.Given, RfoState.Given, true)]
    public void SMC_39_Its_end_says_how_it_stands_with_every_reason_for_outage(RfoState said, RfoState there, bool ends)
    {
        var lead = Escalated().Do(Cover()).Do(new WriteRfo("A digger"));
        var due = said == RfoState.Owed ? At.London("2026-12-18 16:00") : default(NodaTime.Instant?);
        var end = new EndEscalation("Settled", Channel.Phone, said, due) { Covers = [new CoveredRfo(Other, there)] };

        if (!ends)
        {
            Assert.Contains(Other.Text, lead.Refuses(end).Sentence, StringComparison.Ordinal);
            Assert.NotNull(lead.State.Escalation);
            return;
        }
        lead.Do(end);
        Assert.Null(lead.State.Escalation);
        Assert.Empty(lead.State.Links);
        Assert.Equal("The escalation has ended.", Assert.Single(lead.State.Escalations[^1].Covers).TakenOutBecause);
    }

    // Covered at 10:30; what has ended before that could not have covered it.
    [Fact]
    public void SMC_39_It_ends_no_earlier_than_it_came_to_cover_another_case()
    {
        var lead = Escalated().At("2026-12-14 10:30").Do(Cover()).At("2026-12-14 11:00");
        var end = new EndEscalation("Settled", Channel.Phone, RfoState.NotNeeded);

        Assert.Equal(RefusalCode.MomentNotAllowed, lead.Refuses(end, happened: "2026-12-14 10:29").Code);
        lead.Do(end, happened: "2026-12-14 10:30");

        Assert.Empty(lead.State.Links);
        Assert.All(lead.State.Escalations[^1].Covers, covered => Assert.NotNull(covered.Until));
    }

    // A tie is on both cases as of the moment at which it is entered: on the other nothing is entered late.
    [Fact]
    public void Semantics_38_Cases_are_tied_and_taken_apart_now_whenever_it_is_said_to_have_happened()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-14 11:00").Do(new LinkTo(Other, LinkKind.Child));

        one.At("2026-12-14 12:00").Do(new Unlink(Other, "Another cable"), happened: "2026-12-14 10:30");

        Assert.Empty(one.State.Links);
        Assert.Equal(At.London("2026-12-14 12:00"), Assert.Single(one.Seen<Unlinked>()).At);
    }

    // SMC-39: the customer has one of them, and the case that was escalated owes none.
    [Fact]
    public void SMC_39_It_ends_as_given_where_the_reason_for_outage_is_written_on_a_covered_case_alone()
    {
        var given = new EndEscalation("Settled", Channel.Phone, RfoState.Given)
        {
            Covers = [new CoveredRfo(Other, RfoState.Given)],
        };
        var lead = Escalated().Do(Cover());
        Assert.Contains(
            "No reason for outage is written yet:",
            lead.Refuses(given with { Covers = [new CoveredRfo(Other, RfoState.NotNeeded)] }).Sentence,
            StringComparison.Ordinal
        );
        lead.Do(given);
        Assert.Equal(RfoState.Given, Assert.Single(lead.Seen<EscalationEnded>()).Rfo);

        // All services down: that of another does not stand for its own.
        var owing = SimulatedCase
            .Log("2026-12-14 10:00", log => log with { Answers = Answers.AllDown })
            .Do(
                new Escalate
                {
                    SeenLevel = 0,
                    From = "School office",
                    Reasons = ["no-progress"],
                }
            )
            .Do(Cover());
        Assert.Contains(
            "No reason for outage is written yet:",
            owing.Refuses(given).Sentence,
            StringComparison.Ordinal
        );
    }
}
