using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Evidence;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>What is written on an incident, on a case that belongs to it. Semantics 24 and 38, ESS-76, SMC-30, S-07.</summary>
public sealed class OneIncidentTests
{
    private static readonly CaseReference Call = CaseReference.FromNumber("R", 4711);
    private static readonly WriteRfo Rfo = new("A disk was full") { ApprovedBy = "Head of service" };

    [Fact]
    public void An_update_a_resolution_and_a_reason_are_told_on_what_belongs_to_it_and_nothing_else_is()
    {
        var incident = SimulatedCase.Log("2026-12-14 10:00").Do(new LinkTo(Call, LinkKind.Child)).State;
        var call = SimulatedCase.Log("2026-12-14 10:05").State;

        foreach (
            var told in new CaseCommand[] { new SendUpdate("News"), new Resolve("Done", Confirmation.Required), Rfo }
        )
        {
            Assert.Equal([Call], TiedCases.Of(incident, told, Known));
        }
        Assert.Empty(TiedCases.Of(incident, new AddNote("Inside"), Known));
        Assert.Empty(TiedCases.Of(incident, new Assign("Engineer 7"), Known));

        CaseState? Known(CaseReference reference) => reference == Call ? call : null;
    }

    [Fact]
    public void Semantics_24_Its_word_is_an_update_of_the_other_case_and_leaves_its_condition_alone()
    {
        var incident = SimulatedCase.Log("2026-12-14 10:00");
        var call = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-14 11:00");

        call.Do(TiedCases.There(incident.State, new SendUpdate("News", Channel.Phone)));
        call.At("2026-12-14 12:00").Do(TiedCases.There(incident.State, new Resolve("Done", Confirmation.Required)));

        // Rung was the one who reported the incident; on this case it is written.
        Assert.All(
            call.Seen<Updated>(),
            one => Assert.Equal((Channel.Email, incident.State.Reference), (one.Channel, one.Of))
        );
        Assert.Equal((Condition.Open, At.London("2026-12-14 12:00")), (call.Condition, call.State.LastUpdateAt));
        Assert.Equal(2, call.Mails.Count(mail => mail.On == CaseMoment.Updated));
        // Another customer's case is not named to them.
        Assert.All(call.Seen<Updated>(), one => Assert.Null(((Updated)EditionEvents.ForCustomer(one)!).Of));
    }

    // What is agreed by telephone with the one who escalated is no word to the others, each of whom has their own promises.
    [Fact]
    public void ESS_65_Its_outcome_is_an_update_of_the_other_case_whose_clock_goes_on()
    {
        var incident = SimulatedCase.Log("2026-12-14 10:00").Do(new LinkTo(Call, LinkKind.Child)).State;
        var call = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-14 11:00");
        var outcome = new GiveDisposition("c", "In the next release", "Use the old page", At.Date("2027-01-20"));
        Assert.Equal([Call], TiedCases.Of(incident, outcome, reference => reference == Call ? call.State : null));
        foreach (
            var spoken in new CaseCommand[] { new CallBack("We are at it"), new RecordPlannedContact("Still at it") }
        )
        {
            Assert.False(TiedCases.IsToldOnAll(spoken));
        }

        call.Do(TiedCases.There(incident, outcome));

        const string Told =
            "This is the outcome for what your case belongs to: In the next release\n\nUse the old page\n\nIt is expected by Wednesday 20 January 2027.";
        Assert.Equal((Told, incident.Reference), (call.Seen<Updated>()[^1].Text, call.Seen<Updated>()[^1].Of!.Value));
        Assert.Empty(call.Seen<DispositionGiven>());
        Assert.Equal(ClockState.Running, call.Clock.State);
        Assert.Single(call.Mails, mail => mail.On == CaseMoment.Updated);
    }

    [Fact]
    public void ESS_76_Its_reason_counts_for_the_case_which_keeps_its_own()
    {
        var incident = SimulatedCase.Log("2026-12-14 10:00").Do(Rfo);
        var call = Outage().Do(new Resolve("Done", Confirmation.NotRequired));
        Assert.Equal(RefusalCode.RfoRequired, call.Refuses(new Close()).Code);

        var there = TiedCases.There(incident.State, Rfo);
        Assert.True(TiedCases.Takes(there, call.State));
        call.Do(there);

        Assert.Equal(("A disk was full", "Head of service"), (call.State.Rfo, call.State.RfoWritten!.ApprovedBy));
        Assert.Single(call.Mails, mail => mail.On == CaseMoment.RfoWritten);
        call.Do(new Close());
        Assert.False(TiedCases.Takes(there, call.State));
        Assert.False(TiedCases.Takes(there, Outage().Do(new WriteRfo("Another disk")).State));
    }

    [Fact]
    public void ESS_76_A_case_that_waited_only_for_it_closes_and_reads_it_once()
    {
        // Without a confirmation it would close after 60 working minutes.
        var call = Outage().Do(new Resolve("Done", Confirmation.NotRequired)).At("2026-12-14 11:00");
        Assert.NotNull(call.State.Blocked);

        call.Do(TiedCases.There(SimulatedCase.Log("2026-12-14 10:00").State, Rfo));

        Assert.True(call.State.IsClosed);
        Assert.Contains("A disk was full", call.Mails[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(call.Mails, mail => mail.On == CaseMoment.RfoWritten);
    }

    [Theory]
    [InlineData(LinkKind.Parent)]
    [InlineData(LinkKind.Child)]
    public void Whoever_is_linked_later_has_its_reason_too_from_whichever_side(LinkKind kind)
    {
        var incident = SimulatedCase.Log("2026-12-14 10:00").Do(Rfo);
        var late = Outage();
        var link =
            kind == LinkKind.Child
                ? TiedCases.There(incident.State, new LinkTo(Call, kind))
                : TiedCases.Informed(new LinkTo(Call, kind), [(incident.Guide, incident.State)], late.Now);

        late.Do((LinkTo)link with { Other = Call });

        Assert.Equal((LinkKind.Parent, "A disk was full"), (Assert.Single(late.State.Links).Kind, late.State.Rfo));
    }

    [Fact]
    public void Where_the_guide_wants_it_approved_nobody_reads_it_before_that()
    {
        var guide = ShippedGuides.With(
            "schools-desk",
            (
                "  owner: incident-engineer\n  cite: outage-reason",
                "  owner: incident-engineer\n  approval: required\n  cite: outage-reason"
            )
        );
        var one = SimulatedCase.Log(guide, "2026-12-14 10:00");

        Assert.Equal(RefusalCode.ApprovalRequired, one.Refuses(new WriteRfo("A disk was full")).Code);
        Assert.Equal(RefusalCode.ApprovalRequired, one.Refuses(Rfo with { ApprovedBy = " " }).Code);
        Assert.Equal("Head of service", one.Do(Rfo).State.RfoWritten!.ApprovedBy);
    }

    // D5: owed by Monday 5 April 17:30 once the escalation has ended; written on Tuesday 30 March.
    [Fact]
    public void S_07_One_that_was_promised_is_sent_when_it_is_there()
    {
        var one = Promises.NightOfD5.Whole();
        Assert.DoesNotContain(one.Mails, mail => mail.On == CaseMoment.RfoWritten);

        one.At("2027-03-30 11:00").Do(new WriteRfo("A digger cut the fibre"), Promises.NightOfD5.Owner);

        var mail = Assert.Single(one.Mails, mail => mail.On == CaseMoment.RfoWritten);
        Assert.Equal((AudienceKind.Originator, People.Reporter.Email), (mail.Audience.Kind, mail.To));
        Assert.Contains("A digger cut the fibre", mail.Text, StringComparison.Ordinal);
    }

    private static SimulatedCase Outage() =>
        SimulatedCase.Log("2026-12-14 10:00", log => log with { Answers = Answers.AllDown });
}
