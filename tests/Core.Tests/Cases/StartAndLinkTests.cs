using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-25, ESS-29, A-04, semantics 11, 38: alerts, callers about the same thing, first calls.</summary>
public class StartAndLinkTests
{
    private static SimulatedCase Alert(string logged, string detected, Guide? guide = null) =>
        SimulatedCase.Log(
            guide ?? ShippedGuides.Schools,
            logged,
            log => log with { Source = Channel.Monitoring, DetectedAt = At.London(detected), Answers = Answers.AllDown }
        );

    [Theory]
    [InlineData("2026-12-14 09:45", "2026-12-14 09:40", "2026-12-14 13:40")]
    [InlineData("2026-12-14 18:01", "2026-12-14 17:59", "2026-12-14 21:59")]
    [InlineData("2026-12-14 03:05", "2026-12-14 03:00", "2026-12-14 12:00")]
    [InlineData("2026-12-11 19:05", "2026-12-11 18:00", "2026-12-14 12:00")]
    [InlineData("2026-12-14 10:00", "2026-12-14 10:02", "2026-12-14 14:00")]
    public void A_04_A_P1_found_by_monitoring_runs_from_detection_or_the_next_opening_never_from_after_it_came_in(
        string logged,
        string detected,
        string due
    ) => Assert.Equal(At.London(due), Alert(logged, detected).Clock.Due);

    [Fact]
    public void A_04_A_guide_may_start_an_alert_of_the_night_at_once()
    {
        var schools = ShippedGuides.Schools;
        var starts = schools.Starts.Select(start =>
            start.Source == Channel.Monitoring ? start with { OutOfHours = StartOutOfHours.AtOnce } : start
        );

        Assert.Equal(
            At.London("2026-12-14 07:00"),
            Alert("2026-12-14 03:05", "2026-12-14 03:00", schools with { Starts = [.. starts] }).Clock.Due
        );
    }

    [Fact]
    public void Semantics_11_A_customer_who_reports_it_too_leaves_the_earlier_start()
    {
        var one = Alert("2026-12-14 09:45", "2026-12-14 09:40")
            .At("2026-12-14 10:00")
            .Do(new RecordUpdateRequest("We have it too", Channel.Phone), People.Contact)
            .Do(new RecordReply("Nothing works here", Channel.Phone), People.Contact);

        Assert.Equal((At.London("2026-12-14 09:40"), At.London("2026-12-14 13:40")), (one.Clock.Start, one.Clock.Due));
    }

    // Semantics 38: never merged; each keeps its own start, also the caller of 07:00 before the alert's own 08:00.
    [Fact]
    public void Semantics_38_Linked_cases_keep_their_own_clocks_and_one_link_can_be_undone()
    {
        var incident = Alert("2026-12-14 03:05", "2026-12-14 03:00");
        var call = SimulatedCase.Log("2026-12-14 07:00", log => log with { Answers = Answers.AllDown });
        var (one, other) = (CaseReference.FromNumber("R", 501), CaseReference.FromNumber("R", 502));
        call.Do(new LinkTo(one, LinkKind.Parent)).Do(new LinkTo(other, LinkKind.Child));
        incident.At("2026-12-14 09:00").Do(new Resolve("Restarted", Confirmation.Required));
        call.At("2026-12-14 09:00");

        Assert.Equal([one, other], call.State.Links.Select(link => link.Other));
        Assert.Equal((At.London("2026-12-14 11:00"), 120), (call.Clock.Due, call.Used));
        Assert.Equal((ClockState.Met, 60), (incident.Clock.State, incident.Used));
        Assert.Equal([other], call.Do(new Unlink(one, "another fault")).State.Links.Select(link => link.Other));
        Assert.Equal(RefusalCode.InvalidInput, call.Refuses(new Unlink(one, "again")).Code);
        Assert.Equal(At.London("2026-12-14 11:00"), call.Clock.Due);
    }

    [Fact]
    public void ESS_25_Only_a_first_telephone_call_counts_as_one()
    {
        var first = new Resolve("Password reset", Confirmation.NotRequired, ResolvedWhere.OnFirstCall);

        var mail = SimulatedCase.Log("2026-12-14 10:00", log => log with { Source = Channel.Email });
        var again = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(first)
            .At("2026-12-14 10:30")
            .Do(new RejectResolution("No"), People.Contact);

        foreach (var one in (SimulatedCase[])[mail, again])
        {
            var refusal = one.Refuses(first);
            Assert.Equal((RefusalCode.WrongCondition, "ESS-25"), (refusal.Code, refusal.Rule));
            one.Do(first with { Where = ResolvedWhere.Later });
        }
    }

    // A-10, ESS-02: the case that continues a closed one is a new case, logged under the guide in force now.
    [Fact]
    public void ESS_02_A_case_that_continues_another_is_logged_under_the_guide_in_force()
    {
        var old = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(new Resolve("Done", Confirmation.NotRequired))
            .At("2026-12-14 11:00");
        var schools = ShippedGuides.Schools;
        var inForce = schools with
        {
            Document = schools.Document with { Version = "2.1" },
            Services = [.. schools.Services.Where(service => service.Id != "identity")],
            Priorities = [.. schools.Priorities.Where(priority => priority.Id != "P3")],
        };
        var now = new Moment(People.Contact, old.Now, old.Now, CaseReference.FromNumber("R", 9)) { InForce = inForce };

        var done = Assert.IsType<Handled.Done>(
            CaseDesk.Handle(schools, old.Events, new RecordReply("It is back", Channel.Email), now)
        );

        Assert.Equal("2.1", done.Next!.State.Logged.GuideVersion);
        Assert.Equal(("2.0", Condition.Closed), (done.Change.State.Logged.GuideVersion, done.Change.State.Condition));
        Assert.Empty(done.Next.State.Services);
        Assert.Equal(old.State.Answers.Count, done.Next.State.Answers.Count);
    }

    // ux 29: closed by hand only with the reason of its breach; what closes by itself waits for nobody.
    [Fact]
    public void A_breach_is_explained_before_the_case_is_closed_by_hand()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-17 10:30")
            .Do(new Resolve("Done", Confirmation.NotRequired));

        var refusal = one.Refuses(new Close());
        Assert.Equal((RefusalCode.BreachReasonRequired, "priorities"), (refusal.Code, refusal.Cite));
        Assert.Equal(
            Condition.Closed,
            one.Do(new ExplainBreach("resolve", "supplier", null)).Do(new Close()).Condition
        );
        Assert.Equal(
            Condition.Closed,
            SimulatedCase
                .Log("2026-12-14 10:00")
                .At("2026-12-17 10:30")
                .Do(new Resolve("Done", Confirmation.NotRequired))
                .At("2026-12-17 11:30")
                .Condition
        );
    }

    // A-13: 9000 working minutes from Mon 14 Dec 10:00 is Thu 7 Jan 10:00; a hold of one working day makes it Friday.
    [Fact]
    public void A_13_A_hold_moves_the_expectation_of_a_change_too()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00", log => log with { Kind = "change-request" })
            .At("2026-12-14 12:00")
            .Do(new Hold("information", "which pages"))
            .At("2026-12-15 12:00")
            .Do(new RecordReply("All", Channel.Portal), People.Contact);

        var expectation = one.Clocks().Single(clock => clock.Target.Role == TargetRole.Expectation);
        Assert.Equal(At.London("2027-01-08 10:00"), expectation.Due);
        Assert.Equal(Firmness.Aim, expectation.Target.Firmness);
    }
}
