using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>
/// An open case under another version of its guide (semantics 29). The desk works 08:00 to 18:00 from Monday to Friday;
/// priority 3 is allowed three working days, 30 hours, by version 2.0.
/// </summary>
public class VersionChangeTests
{
    private const string ThreeDays = "{ when: { priority: P3 }, allow: { workingDays: 3 }";

    // Logged on Monday 11 January 2027 at 09:00: three working days are over on Thursday at 09:00, five on Monday 18.
    [Fact]
    public void What_runs_is_counted_anew_from_its_start()
    {
        var one = P3("2027-01-11 09:00").At("2027-01-12 10:00");

        var change = Changed(one, Another("workingDays: 5"));

        var clock = Assert.Single(change.Clocks, clock => clock.Target.Role == TargetRole.Resolve);
        Assert.Equal(At.London("2027-01-14 09:00"), clock.Before!.Due);
        Assert.Equal(At.London("2027-01-18 09:00"), clock.After!.Due);
        Assert.False(clock.MissesNow);
        Assert.Equal("2.1", change.Change!.State.GuideVersion);
        Assert.Equal(("2.0", "2.1"), (Kept(change).From, Kept(change).To));
    }

    // One working day from Monday 09:00 is over on Tuesday 09:00, an hour ago.
    [Fact]
    public void What_the_new_version_finds_overdue_is_late_on_arrival_and_told_at_once()
    {
        var one = P3("2027-01-11 09:00").At("2027-01-12 10:00");

        var change = Changed(one, Another("workingDays: 1"));

        Assert.True(Assert.Single(change.Clocks, clock => clock.Target.Role == TargetRole.Resolve).MissesNow);
        var missed = Assert.Single(change.AtOnce.OfType<TargetMissed>());
        Assert.Equal((At.London("2027-01-12 09:00"), Arrival.LateOnArrival), (missed.At, missed.Arrival));
    }

    // Missed on Thursday at 09:00 under 2.0; five days would have lasted until Monday.
    [Fact]
    public void A_breach_on_record_stands()
    {
        var one = P3("2027-01-11 09:00").At("2027-01-14 10:00");
        Assert.Single(one.Seen<TargetMissed>(), missed => missed.Target == "resolve");

        var change = Changed(one, Another("workingDays: 5"));

        var clock = Assert.Single(ClockReader.Read(Another("workingDays: 5"), change.Change!.State, one.Now), Resolve);
        Assert.Equal(At.London("2027-01-14 09:00"), clock.RecordedMiss);
        Assert.Empty(change.AtOnce);
    }

    // Resolved on Tuesday 12:00, after 13 of 30 hours. One day would have been over by then.
    [Fact]
    public void What_was_stopped_in_time_stays_so_until_it_goes_on()
    {
        var one = P3("2027-01-11 09:00")
            .At("2027-01-12 12:00")
            .Do(new Resolve("We restarted the router.", Confirmation.Required));
        var stricter = Another("workingDays: 1");

        var change = Changed(one, stricter);

        Assert.Empty(change.AtOnce);
        Assert.DoesNotContain(change.Clocks, clock => clock.Target.Role == TargetRole.Resolve);
        var state = change.Change!.State;
        Assert.Equal(ClockState.Met, Assert.Single(ClockReader.Read(stricter, state, one.Now), Resolve).State);

        // Once the customer says that it is not fixed, it is the new version's clock that goes on.
        IReadOnlyList<CaseEvent> sentBack =
        [
            .. one.Events,
            .. change.Change.Events,
            new Rejected("Still down.")
            {
                At = one.Now,
                RecordedAt = one.Now,
                By = People.Agent,
            },
        ];
        var after = ClockReader.Read(stricter, CaseState.Of(sentBack), one.Now + Duration.FromHours(1));
        Assert.Equal(At.London("2027-01-12 09:00"), Assert.Single(after, Resolve).MissedAt);
    }

    [Fact]
    public void A_version_that_lacks_what_the_case_rests_on_is_refused_with_the_reason()
    {
        var one = P3("2027-01-11 09:00").Do(new Hold("information", "the school"));
        var lacking = one.Guide with { HoldReasons = [], Priorities = [] };

        var change = Changed(one, lacking);

        Assert.Null(change.Change);
        Assert.Equal(
            ["the priority `P3` is not in it", "the reason to wait `information` is not in it"],
            change.Hindrances
        );
    }

    [Fact]
    public void A_closed_case_keeps_its_version()
    {
        var one = P3("2027-01-11 09:00")
            .At("2027-01-12 12:00")
            .Do(new Resolve("We restarted the router.", Confirmation.Required))
            .Do(new ConfirmResolution(null));

        Assert.Equal(
            ["it is closed, and what is closed keeps its version"],
            Changed(one, Another("workingDays: 5")).Hindrances
        );
    }

    private static bool Resolve(ClockReading clock) => clock.Target.Role == TargetRole.Resolve;

    private static GuideVersionChanged Kept(VersionChange change) =>
        Assert.Single(change.Change!.Events.OfType<GuideVersionChanged>());

    private static VersionChange Changed(SimulatedCase one, Guide to) =>
        ChangingVersion.Of(one.Guide, to, one.Events, Moment.Now(People.Agent, one.Now, one.State.Reference));

    private static SimulatedCase P3(string at) => SimulatedCase.Log(at);

    private static Guide Another(string allow) =>
        ShippedGuides.With(
            "schools-desk",
            ("  version: \"2.0\"\n  status", "  version: \"2.1\"\n  status"),
            (ThreeDays, ThreeDays.Replace("workingDays: 3", allow, StringComparison.Ordinal))
        );
}
