using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Erasures;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Demo;
using Xunit;

namespace Rung.Server.Tests.Demo;

/// <summary>What the demo has to show (ux.md, "Demo data").</summary>
public sealed class DemoContentTests(DemoFixture fixture) : IClassFixture<DemoFixture>
{
    private readonly DemoDesk _demo = fixture.Demo;

    [Fact]
    public void About_150_cases_of_three_months()
    {
        Assert.InRange(_demo.Cases.Count, 140, 170);
        Assert.All(_demo.Cases, one => Assert.InRange(Age(one), 0, 93));
        Assert.Contains(_demo.Cases, one => Age(one) > 75);
        double Age(DemoCase one) => (_demo.OpensAt - one.State.Logged.At).TotalDays;
    }

    [Fact]
    public void Every_condition() => Assert.Equal(Enum.GetValues<Condition>(), Seen(one => one.State.Condition));

    [Fact]
    public void Every_kind_that_the_desks_deal_with() =>
        Assert.Equal(
            [.. Kinds(DemoGuides.Schools).Concat(Kinds(DemoGuides.Smc)).Distinct().Order()],
            Seen(one => one.State.Logged.Kind)
        );

    [Fact]
    public void Every_source() =>
        Assert.Equal(
            [Channel.Phone, Channel.Email, Channel.Portal, Channel.Monitoring, Channel.Letter, Channel.Form],
            Seen(one => one.State.Logged.Source)
        );

    [Fact]
    public void Every_priority_of_both_desks()
    {
        foreach (var guide in (Guide[])[DemoGuides.Schools, DemoGuides.Smc])
        {
            var seen = _demo.Cases.Where(one => one.Desk == guide.Document.Id).Select(one => one.State.Priority);
            Assert.Equal(guide.Priorities.Select(priority => priority.Id), seen.OfType<string>().Distinct().Order());
        }
    }

    [Fact]
    public void Every_way_of_closing_but_by_hand() =>
        Assert.Equal(
            [
                ClosedBecause.Confirmed,
                ClosedBecause.Silence,
                ClosedBecause.ConfirmationNotRequired,
                ClosedBecause.Reviewed,
            ],
            Events<Closed>().Select(closed => closed.Because).Distinct().Order()
        );

    [Fact]
    public void Every_disposition_and_hold_reason_of_the_schools_guide()
    {
        Assert.Equal(
            DemoGuides.Schools.Dispositions.Select(one => one.Id).Order(),
            Events<DispositionGiven>().Select(given => given.Disposition).Distinct().Order()
        );
        Assert.Subset(
            Events<Held>().Select(held => held.Reason).ToHashSet(),
            DemoGuides.Schools.HoldReasons.Select(reason => reason.Id).ToHashSet()
        );
    }

    // Imported lines belong to no working desk, whose guide has one version and where nobody asked to be erased; of escalations
    // there is one, and two complaints.
    [Fact]
    public void Every_kind_of_event_but_unlinking_another_version_another_reporter_erasing_and_imported_lines()
    {
        var all = typeof(CaseEvent)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CaseEvent)) && !type.IsAbstract)
            .Where(type => !type.IsSubclassOf(typeof(EscalationEvent)) && !type.IsSubclassOf(typeof(ComplaintEvent)));
        var seen = _demo.Cases.SelectMany(one => one.Events).Select(happened => happened.GetType());
        Assert.Equivalent(
            (Type[])
                [typeof(Unlinked), typeof(MovedToVersion), typeof(ReporterChanged), typeof(Erased), typeof(Imported)],
            all.Except(seen),
            strict: true
        );
    }

    // Worked out from the story: the call-backs and two contacts kept, one contact missed, the next one still to come.
    [Fact]
    public void One_case_of_the_SMC_is_escalated_to_level_3_with_contacts_kept_and_missed()
    {
        var escalated = Assert.Single(_demo.Cases, one => one.State.Escalation is not null).State;
        Assert.Equal((3, "duty-manager"), (escalated.Escalation!.Level, escalated.Escalation.Owner!.Role));
        Assert.Equal(1, escalated.MissedPromises);
        Assert.Contains(escalated.Promises, promise => promise.State == PromiseState.Open);
    }

    // ESS-93: neither is seen by who works on cases; the second is not seen by the post that it is about.
    [Fact]
    public void Two_complaints_are_seen_by_their_posts_only()
    {
        var complaints = fixture.Schools.Where(one => one.State.Logged.Complaint is not null).ToList();
        Assert.Equal(["complaint", "data-complaint"], complaints.Select(one => one.State.Logged.Kind));
        var restrictions = complaints.ConvertAll(one => Restriction.Of(DemoGuides.Schools, one.State.Logged));
        string[] posts = ["service-desk-manager", "head-of-service", "client-director"];
        Assert.Equal(["complaint-handler", .. posts], restrictions[0].Roles);
        Assert.Equal(posts, restrictions[1].Roles);
        Assert.False(restrictions[0].Allows(new Actor("Engineer 6", "complaint-handler")));
        // One has its holding reply, and owes the rest by a day to come; of the other nobody has said a word yet.
        Assert.True(Assert.Single(complaints[0].State.Complaint!.HoldingReplies).Due > _demo.OpensAt);
        Assert.Null(complaints[1].State.Complaint);
    }

    [Fact]
    public void One_outage_has_nine_calls_linked_both_ways()
    {
        var outage = Assert.Single(fixture.Schools, one => one.State.Links.Any(link => link.Kind == LinkKind.Child));
        var calls = fixture.Schools.Where(one => one.State.Links.Any(link => link.Other == outage.Reference)).ToList();
        Assert.Equal(9, calls.Count);
        Assert.Equal(
            calls.Select(call => call.Reference.Text).Order(),
            outage.State.Links.Select(link => link.Other.Text).Order()
        );
        Assert.Equal(9, calls.Select(call => call.State.Logged.Reporter.CustomerId).Distinct().Count());
    }

    // ESS-53: the old case keeps its end, the new one names it.
    [Fact]
    public void A_case_that_came_back_is_a_new_one()
    {
        var next = _demo.Cases.Where(one => one.State.Logged.Continues is not null).ToList();
        Assert.NotEmpty(next);
        foreach (var one in next)
        {
            var old = Assert.Single(_demo.Cases, other => other.Reference == one.State.Logged.Continues);
            Assert.True(old.State.IsClosed);
            Assert.Contains(old.State.Links, link => link.Kind == LinkKind.ContinuedBy && link.Other == one.Reference);
        }
    }

    [Fact]
    public void One_call_still_goes_on() => // ESS-24
        Assert.Single(_demo.Cases, one => one.State is { Priority: null, Intake: IntakeState.Open, IsLive: true });

    [Fact]
    public void A_confirmed_case_owes_its_reason_for_outage() => // ESS-76
        Assert.Contains(
            _demo.Cases,
            one => one.State is { IsLive: true, Confirmed: not null, Blocked: not null, Rfo: null }
        );

    [Fact]
    public void A_raise_came_late_on_arrival() =>
        Assert.Contains(fixture.Schools, one => Clock(one)?.Arrival == Arrival.LateOnArrival);

    [Fact]
    public void The_first_line_desks_customer_is_referred_back_and_on() // ESS-05
    {
        var college = Assert.Single(_demo.Customers, customer => customer.FirstLine is not null);
        Assert.NotEmpty(_demo.Referrals);
        Assert.All(_demo.Referrals, referral => Assert.Equal(college.Id, referral.CustomerId));
        Assert.Contains(_demo.Cases, one => one.State.Logged.Reporter.CustomerId == college.Id);
    }

    // ESS-48, A-17: Friday before the clocks go back; the tester is away until Monday 08:00 GMT.
    [Fact]
    public void A_priority_1_stood_still_over_the_change_of_the_clocks()
    {
        var one = Assert.Single(
            fixture.Schools,
            one => one.Events.OfType<Held>().Any(held => held.Reason == "tester-absent")
        );
        Assert.Equal(Instant.FromUtc(2026, 10, 23, 15, 40), one.State.Logged.At);
        Assert.Equal(Instant.FromUtc(2026, 10, 26, 8, 0), Assert.Single(one.Events.OfType<Resumed>()).At);
        Assert.Equal(ClockState.Met, Clock(one)!.State);
        Assert.NotNull(one.State.Rfo);
    }

    [Fact]
    public void What_goes_past_is_all_over_at_opening()
    {
        var live = _demo.Cases.Where(one =>
            one.State.IsLive && _demo.OpensAt - one.State.Logged.At > Duration.FromDays(16)
        );
        Assert.Empty(live.Select(one => one.State.Logged.Subject));
    }

    private static IEnumerable<string> Kinds(Guide guide) =>
        guide.Kinds.Where(kind => kind.Handling is KindHandling.Work or KindHandling.Complaint).Select(kind => kind.Id);

    private IEnumerable<T> Events<T>() => _demo.Cases.SelectMany(one => one.Events).OfType<T>();

    private IEnumerable<T> Seen<T>(Func<DemoCase, T> what) => _demo.Cases.Select(what).Distinct().Order();

    private ClockReading? Clock(DemoCase one) =>
        ClockReader.Primary(ClockReader.Read(DemoGuides.Schools, one.State, _demo.OpensAt));
}
