using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>Semantics 36 and 37: what is entered later counts from when it happened; what has been said is not unsaid.</summary>
public class BackDatingTests
{
    // P3 of Mon 14 Dec 10:00 is due Thu 17 Dec 10:00.
    private static SimulatedCase Overdue() => SimulatedCase.Log("2026-12-14 10:00").At("2026-12-17 10:10");

    [Fact]
    public void Semantics_37_A_resolution_of_before_the_due_entered_after_it_is_in_time()
    {
        var one = Overdue();
        Assert.NotNull(one.Clock.MissedAt);

        one.Do(new Resolve("Done by telephone", Confirmation.Required), happened: "2026-12-17 09:58");

        Assert.Equal((ClockState.Met, null, 1798), (one.Clock.State, one.Clock.MissedAt, one.Used));
        Assert.Contains(one.Seen<TargetMissed>(), missed => missed.Target == "resolve");
        var resolved = Assert.Single(one.Seen<Resolved>());
        Assert.Equal(
            (At.London("2026-12-17 09:58"), At.London("2026-12-17 10:10")),
            (resolved.At, resolved.RecordedAt)
        );
    }

    [Fact]
    public void Semantics_37_A_hold_of_before_the_due_entered_after_it_undoes_the_breach()
    {
        var one = Overdue().Do(new Hold("customer-unavailable", "a time to ring back"), happened: "2026-12-17 09:58");

        Assert.Equal((ClockState.Paused, null, 1798), (one.Clock.State, one.Clock.MissedAt, one.Used));
        one.At("2026-12-17 12:00").Do(new RecordReply("Now", Channel.Phone));
        Assert.Equal(At.London("2026-12-17 12:02"), one.Clock.Due);

        one.At("2026-12-17 12:10");
        Assert.Equal(At.London("2026-12-17 12:02"), one.Clock.MissedAt);
        Assert.Equal(2, one.Seen<TargetMissed>().Count(missed => missed.Target == "resolve"));
    }

    [Fact]
    public void Semantics_37_The_attempts_count_from_when_it_was_resolved()
    {
        var one = Overdue()
            .Do(new Resolve("Done", Confirmation.Required), happened: "2026-12-17 09:58")
            .At("2026-12-18 09:58");

        Assert.Equal(At.London("2026-12-18 09:58"), Assert.Single(one.Seen<AttemptMade>()).At);
    }

    [Theory]
    [InlineData("2026-12-17 10:11", "in the future")]
    [InlineData("2026-12-16 10:09", "24 hours")]
    public void Semantics_37_Only_within_a_day_and_never_in_the_future(string happened, string says)
    {
        var refusal = Overdue().Refuses(new SendUpdate("News"), happened: happened);

        Assert.Equal(RefusalCode.MomentNotAllowed, refusal.Code);
        Assert.Contains(says, refusal.Sentence);
    }

    [Fact]
    public void Semantics_37_Nothing_is_entered_before_what_came_after_it()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-14 11:00")
            .Do(new Assign("Engineer 2"))
            .At("2026-12-14 12:00");

        Assert.Equal(
            RefusalCode.MomentNotAllowed,
            one.Refuses(new Hold("information", "which"), happened: "2026-12-14 10:59").Code
        );
        Assert.Equal(
            RefusalCode.MomentNotAllowed,
            SimulatedCase
                .Log("2026-12-14 10:00")
                .At("2026-12-14 10:30")
                .Refuses(new AddNote("x"), happened: "2026-12-14 09:59")
                .Code
        );
        one.Do(new SendUpdate("News"), happened: "2026-12-14 10:59");
        one.Do(new Hold("information", "which"), happened: "2026-12-14 11:00");
    }

    [Fact]
    public void Semantics_36_Resolved_at_the_instant_at_which_the_hold_ends_by_itself()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-14 17:00")
            .Do(new Hold("tester-absent", "somebody to test"))
            .At("2026-12-15 08:00")
            .Do(new Resolve("Done", Confirmation.Required));

        Assert.Equal((Condition.ResolvedToConfirm, 420), (one.Condition, one.Used));
    }

    [Fact]
    public void Semantics_36_Held_at_the_due_instant_is_no_breach()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-17 10:00")
            .Do(new Hold("information", "which accounts"))
            .At("2026-12-18 10:00");

        Assert.Equal((ClockState.Paused, null, 0), (one.Clock.State, one.Clock.MissedAt, one.Left));
        Assert.DoesNotContain(one.Seen<TargetMissed>(), missed => missed.Target == "resolve");
    }

    [Fact]
    public void Semantics_36_Several_things_at_one_instant_keep_their_order()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(new Assign("Engineer 2"))
            .Do(new Hold("information", "which accounts"))
            .Do(new RecordReply("All", Channel.Phone))
            .Do(new Resolve("Done", Confirmation.NotRequired));

        Assert.Equal((Condition.Resolved, 0, ClockState.Met), (one.Condition, one.Used, one.Clock.State));
    }

    // Semantics 23: down over the next update, a warning and the breach of 17 December 09:00. Attempts are another matter:
    // see StandstillTests.
    [Fact]
    public void Semantics_23_After_a_standstill_everything_is_entered_at_its_due()
    {
        var live = SimulatedCase.Log("2026-12-14 09:00").At("2026-12-30 14:00");
        var down = SimulatedCase.Log("2026-12-14 09:00").DownUntil("2026-12-30 14:00");

        Assert.Equal(
            live.Events.Select(happened => (happened.GetType(), happened.At)),
            down.Events.Select(happened => (happened.GetType(), happened.At))
        );
        Assert.Equal(At.London("2026-12-17 09:00"), down.Seen<TargetMissed>()[^1].At);
        Assert.Equal(At.London("2026-12-30 14:00"), down.Events[^1].RecordedAt);
    }
}
