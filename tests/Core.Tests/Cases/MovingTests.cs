using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Tests.Complaints;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>
/// ESS-02, semantics 29: an open case is moved to another version of its guide. The desk works 08:00 to 18:00 from Monday to
/// Friday; priority 3 is allowed three working days, 30 hours, by version 2.0. All is in January 2027: the 11th is a Monday.
/// </summary>
public class MovingTests
{
    // Three working days from Monday 09:00 are over on Thursday at 09:00, five on Monday 18.
    [Fact]
    public void What_runs_is_held_against_what_the_new_version_allows_from_its_start()
    {
        var move = Versions.Preview(P3().At("2027-01-12 10:00"), Versions.Allowing("workingDays: 5"));

        var clock = Assert.Single(move.Clocks, clock => clock.Target.Role == TargetRole.Resolve);
        Assert.Equal(At.London("2027-01-14 09:00"), clock.Before!.Due);
        Assert.Equal(At.London("2027-01-18 09:00"), clock.After!.Due);
        Assert.False(move.WantsALook);
        Assert.Equal("2.1", move.Change!.State.GuideVersion);
        var moved = Assert.Single(move.Change.Events.OfType<MovedToVersion>());
        Assert.Equal(("2.0", "2.1"), (moved.From, moved.To));
    }

    // One working day from Monday 09:00 is over on Tuesday 09:00, an hour ago.
    [Fact]
    public void What_the_new_version_finds_overdue_is_late_on_arrival_and_told_at_once()
    {
        var move = Versions.Preview(P3().At("2027-01-12 10:00"), Versions.Allowing("workingDays: 1"));

        Assert.True(Assert.Single(move.Clocks, clock => clock.Target.Role == TargetRole.Resolve).MissesNow);
        Assert.True(move.WantsALook);
        var missed = Assert.Single(move.AtOnce.OfType<TargetMissed>());
        Assert.Equal((At.London("2027-01-12 09:00"), Arrival.LateOnArrival), (missed.At, missed.Arrival));
    }

    // Missed on Thursday at 09:00 under 2.0; five days would have lasted until Monday.
    [Fact]
    public void A_breach_on_record_stands()
    {
        var one = P3().At("2027-01-14 10:00");
        Assert.Single(one.Seen<TargetMissed>(), missed => missed.Target == "resolve");

        var moved = Versions.Moved(one, Versions.Allowing("workingDays: 5"));

        Assert.Equal(At.London("2027-01-14 09:00"), moved.Clock.RecordedMiss);
        Assert.Single(moved.Seen<TargetMissed>(), missed => missed.Target == "resolve");
    }

    // Resolved on Tuesday 12:00, after 13 of 30 hours. One day would have been over by then.
    [Fact]
    public void What_was_stopped_in_time_stays_so_until_it_goes_on()
    {
        var one = P3().At("2027-01-12 12:00").Do(new Resolve("We restarted the router.", Confirmation.Required));

        var moved = Versions.Moved(one, Versions.Allowing("workingDays: 1"));

        Assert.Equal((ClockState.Met, 13 * 60), (moved.Clock.State, moved.Used));
        Assert.Empty(moved.Seen<TargetMissed>());

        // Once the customer says that it is not fixed, it is the new version's clock that goes on.
        moved.At("2027-01-12 13:00").Do(new RejectResolution("Still down."));
        Assert.Equal((ClockState.Running, At.London("2027-01-12 09:00")), (moved.Clock.State, moved.Clock.MissedAt));
    }

    [Fact]
    public void A_version_that_lacks_what_the_case_rests_on_is_refused_with_the_reason()
    {
        var one = P3().Do(new Hold("information", "the school"));

        var refusal = Versions.Refusal(one, Versions.Next(one.Guide) with { HoldReasons = [], Priorities = [] });

        Assert.Equal(RefusalCode.VersionLacks, refusal.Code);
        Assert.Equal(
            "It cannot go on under version 2.1: the priority `P3` is not in it; the reason to wait `information` is not in it.",
            refusal.Sentence
        );
    }

    [Fact]
    public void A_closed_case_keeps_its_version()
    {
        var one = P3()
            .At("2027-01-12 12:00")
            .Do(new Resolve("We restarted the router.", Confirmation.Required))
            .Do(new ConfirmResolution(null));

        Assert.Equal(RefusalCode.CaseClosed, Versions.Refusal(one, Versions.Allowing("workingDays: 5")).Code);
    }

    // Held for an hour under 2.0, and then under 2.1, in which that reason stops nothing.
    [Fact]
    public void A_hold_that_lasts_is_counted_by_each_version_in_its_turn()
    {
        var one = P3().At("2027-01-11 10:00").Do(new Hold("information", "the school")).At("2027-01-11 11:00");
        var runsOn = Versions.Next(one.Guide) with
        {
            HoldReasons = [.. one.Guide.HoldReasons.Select(reason => reason with { Pauses = Pauses.NoClock })],
        };

        var moved = Versions.Moved(one, runsOn).At("2027-01-11 13:00");

        // An hour before the hold, and two since the move at 11:00.
        Assert.Equal((ClockState.Running, 180), (moved.Clock.State, moved.Used));
        Assert.Equal(At.London("2027-01-14 10:00"), moved.Clock.Due);
    }

    // The second version does not know the hold any more; the third goes on from what the first two counted.
    [Fact]
    public void What_two_moves_left_behind_is_read_by_the_version_of_its_time()
    {
        var one = P3()
            .At("2027-01-11 10:00")
            .Do(new Hold("information", "the school"))
            .At("2027-01-12 10:00")
            .Do(new Resume());
        var second = Versions.Next(one.Guide) with { HoldReasons = [] };
        var third = Versions.Next(second, "2.2");

        var moved = Versions.Moved(Versions.Moved(one, second).At("2027-01-12 11:00"), third);

        // An hour on Monday, one on Tuesday; ten were held.
        Assert.Equal((120, At.London("2027-01-15 09:00")), (moved.Used, moved.Clock.Due));
    }

    // A target that the old version did not have has no pauses of its own: the case's count, which the old one had stop clocks.
    [Fact]
    public void A_target_that_is_new_counts_from_the_start_without_what_was_paused()
    {
        var one = P3()
            .At("2027-01-11 10:00")
            .Do(new Hold("information", "the school"))
            .At("2027-01-12 10:00")
            .Do(new Resume())
            .At("2027-01-12 11:00");
        var next = Versions.Next(one.Guide) with
        {
            HoldReasons = [],
            Targets =
            [
                .. one.Guide.Targets.Select(target => target.Id == "resolve" ? target with { Id = "fix" } : target),
            ],
        };

        Assert.Equal(120, Versions.Moved(one, next).Used);
    }

    [Fact]
    public void Only_the_version_in_force_is_moved_to_and_only_now_by_a_post_of_a_ladder()
    {
        var (one, to) = (P3().At("2027-01-12 10:00"), Versions.Allowing("workingDays: 5"));

        Assert.Equal(RefusalCode.VersionNotInForce, Try(one, "2.2", to, People.TeamLeader).Code);
        Assert.Equal(RefusalCode.VersionNotInForce, Try(one, "2.0", to, People.TeamLeader).Code);
        Assert.Equal(RefusalCode.WrongCondition, Try(one, "2.0", one.Guide, People.TeamLeader).Code);
        Assert.Equal(RefusalCode.RoleNotAllowed, Try(one, "2.1", to, People.Agent).Code);
        Assert.Equal(RefusalCode.RoleNotAllowed, Try(one, "2.1", to, People.Contact).Code);
        var earlier = new Moment(People.TeamLeader, one.Now - Duration.FromMinutes(1), one.Now, default)
        {
            InForce = to,
        };
        Assert.Equal(RefusalCode.MomentNotAllowed, Versions.Refusal(one, "2.1", earlier).Code);
    }

    // ESS-93: a move may show a complaint to others, and hide it from some.
    [Fact]
    public void Who_sees_a_complaint_from_then_on_is_said_beforehand()
    {
        var one = Complaint.Log("2027-01-11 09:00", Channel.Form);
        var next = Versions.Next(one.Guide);
        var narrower = next with { Complaints = next.Complaints! with { VisibleTo = ["team-leader"] } };

        Assert.Null(Versions.Preview(one, next).SeenBy);
        var move = Versions.Preview(one, narrower);
        Assert.Equal(["team-leader"], move.SeenBy!.Roles);
        Assert.True(move.WantsALook);
    }

    // Nothing is entered behind what the move settled.
    [Fact]
    public void What_happened_before_the_move_can_only_be_noted_afterwards()
    {
        var moved = Versions.Moved(P3().At("2027-01-12 10:00"), Versions.Allowing("workingDays: 5"));
        moved.At("2027-01-12 10:10");

        var refusal = moved.Refuses(new SendUpdate("We rang at ten to ten"), happened: "2027-01-12 09:50");

        Assert.Equal(RefusalCode.MomentNotAllowed, refusal.Code);
    }

    // before the move one key would have closed the case as of that reply.
    [Fact]
    public void A_reply_that_sent_the_case_back_before_the_move_is_no_confirmation_any_more()
    {
        var one = P3()
            .At("2027-01-12 12:00")
            .Do(new Resolve("We restarted the router.", Confirmation.Required))
            .At("2027-01-12 13:00")
            .Do(new RecordReply("Thanks", Channel.Email), People.Contact);
        Assert.NotNull(one.State.RejectingReply);

        var moved = Versions.Moved(one, Versions.Next(one.Guide));

        Assert.Equal(RefusalCode.WrongCondition, moved.Refuses(new ConfirmResolution(null)).Code);
    }

    private static Refusal Try(SimulatedCase one, string to, Guide inForce, Actor by) =>
        Versions.Refusal(one, to, Moment.Now(by, one.Now, default) with { InForce = inForce });

    private static SimulatedCase P3() => SimulatedCase.Log("2027-01-11 09:00");
}
