using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-43 to ESS-45, A-06 to, semantics 14: a change of priority in awkward moments.</summary>
public class RaiseTests
{
    private static readonly Hold ForInformation = new("information", "which accounts");

    private static SetPriority Raise(string priority) => new(priority, "School business manager", "Nobody can teach");

    // Held 17:55 to 09:00 is 905 min elapsed; 5 of 240 min used before: 09:00 + 235 min.
    [Fact]
    public void A_08_Raised_during_a_hold_the_pause_is_measured_anew_and_goes_on()
    {
        var one = SimulatedCase
            .Log("2026-12-14 17:50")
            .At("2026-12-14 17:55")
            .Do(ForInformation)
            .At("2026-12-15 08:20")
            .Do(Raise("P1"), People.TeamLeader);

        Assert.Equal((Condition.OnHold, ClockState.Paused, 5), (one.Condition, one.Clock.State, one.Used));
        Assert.Null(one.Clock.MissedAt);
        one.At("2026-12-15 09:00").Do(new RecordReply("All", Channel.Phone), People.Contact);
        Assert.Equal(At.London("2026-12-15 12:55"), one.Clock.Due);
        Assert.Equal(At.Minutes(905), one.Ledger.Withheld);
    }

    // Answered 18:05, the working clock waits for 08:00; raised 18:15 to elapsed time the hold ended with the answer:
    // 10 min paused, 17:50 + 240 + 10 min.
    [Fact]
    public void A_06_Raised_to_elapsed_time_a_hold_that_was_answered_ended_with_the_answer()
    {
        var one = SimulatedCase
            .Log("2026-12-14 17:50")
            .At("2026-12-14 17:55")
            .Do(ForInformation)
            .At("2026-12-14 18:05")
            .Do(new RecordReply("All", Channel.Email), People.Contact)
            .At("2026-12-14 18:15");
        Assert.Equal((Condition.OnHold, At.London("2026-12-15 08:00")), (one.Condition, one.State.HoldEndsBy));

        one.Do(Raise("P1"), People.TeamLeader);

        Assert.Equal((Condition.Open, ClockState.Running, 15), (one.Condition, one.Clock.State, one.Used));
        Assert.Equal(At.London("2026-12-14 22:00"), one.Clock.Due);
        var resumed = Assert.Single(one.Seen<Resumed>());
        Assert.Equal((At.London("2026-12-14 18:05"), ResumeCause.CustomerReplied), (resumed.At, resumed.Cause));
    }

    [Fact]
    public void A_06_Raised_to_working_time_an_answered_hold_still_ends_at_the_opening()
    {
        var one = SimulatedCase
            .Log("2026-12-14 17:50")
            .At("2026-12-14 17:55")
            .Do(ForInformation)
            .At("2026-12-14 18:05")
            .Do(new RecordReply("All", Channel.Email), People.Contact)
            .Do(Raise("P2"), People.TeamLeader)
            .At("2026-12-15 07:59");
        Assert.Equal(Condition.OnHold, one.Condition);

        // 5 of 600 min used; from Tue 08:00 on 595.
        Assert.Equal(At.London("2026-12-15 17:55"), one.At("2026-12-15 08:00").Clock.Due);
    }

    [Fact]
    public void A_27_Lowered_in_error_it_is_raised_again_within_the_window_only()
    {
        var one = SimulatedCase
            .Log("2026-12-14 09:00", log => log with { Answers = Answers.AllDown })
            .At("2026-12-14 09:10")
            .Do(new SetPriority("P2", null, "E-mail works for some"));
        Assert.Equal(At.London("2026-12-15 09:00"), one.Clock.Due);

        one.At("2026-12-14 09:20").Do(Raise("P1"), People.TeamLeader);
        Assert.Equal(At.London("2026-12-14 13:00"), one.Clock.Due);

        one.Do(new SetPriority("P2", null, "No, it does")).At("2026-12-14 09:31");
        var refusal = one.Refuses(Raise("P1"), People.TeamLeader);
        Assert.Equal((RefusalCode.RaiseWindowOver, "ESS-43"), (refusal.Code, refusal.Rule));
        Assert.Equal("P2", one.State.Priority);
    }

    // ESS-64: outcomes are for P3 to P5. P1 of 10:00 is due 14:00, whatever was answered before it was raised.
    [Fact]
    public void ESS_64_An_outcome_given_before_a_raise_does_not_meet_the_target_of_a_priority_without_outcomes()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-14 10:05")
            .Do(new GiveDisposition("b", "It needs development", null, null));
        Assert.Equal((ClockState.Met, 5), (one.Clock.State, one.Used));

        one.At("2026-12-14 10:20").Do(Raise("P1"), People.TeamLeader);
        Assert.Equal((ClockState.Running, 20), (one.Clock.State, one.Used));
        Assert.Equal(At.London("2026-12-14 14:00"), one.Clock.Due);
        Assert.Equal(one.Clock.Total, one.Ledger.Counted + one.Ledger.ToCome);

        one.Do(new SetPriority("P3", null, "Some can work"));
        Assert.Equal((ClockState.Met, 5), (one.Clock.State, one.Used));
    }

    [Theory]
    [InlineData("P1", false)]
    [InlineData("P2", false)]
    [InlineData("P3", true)]
    [InlineData("P4", true)]
    [InlineData("P5", true)]
    public void ESS_65_Each_outcome_is_for_the_starred_priorities(string priority, bool allowed)
    {
        foreach (var outcome in (string[])["a", "b", "c", "d"])
        {
            var one = SimulatedCase.Log(
                "2026-12-14 10:00",
                log =>
                    log with
                    {
                        Kind =
                            priority is "P4" ? "information"
                            : priority is "P5" ? "change-request"
                            : "fault",
                        Answers =
                            priority is "P1" ? Answers.AllDown
                            : priority is "P2" ? Answers.Fault("everyone", "cannot-use")
                            : Answers.DownForSome,
                    }
            );
            Assert.Equal(priority, one.State.Priority);
            one.At("2026-12-14 11:00");
            var given = new GiveDisposition(outcome, "As said", null, null);
            if (allowed)
            {
                Assert.Equal((ClockState.Met, 60), (one.Do(given).Clock.State, one.Used));
                continue;
            }
            Assert.Equal(RefusalCode.DispositionNotAllowed, one.Refuses(given).Code);
            Assert.Equal(ClockState.Running, one.Clock.State);
        }
    }

    // P1 missed at 13:00; entered later that it was no P1 since 12:50, then lowered once more: nothing brings it back.
    [Fact]
    public void Semantics_37_A_breach_that_a_later_entry_undid_stays_undone()
    {
        var one = SimulatedCase
            .Log("2026-12-14 09:00", log => log with { Answers = Answers.AllDown })
            .At("2026-12-14 13:40");
        Assert.Equal(At.London("2026-12-14 13:00"), one.Clock.MissedAt);

        one.Do(new SetPriority("P2", null, "E-mail works"), happened: "2026-12-14 12:50");
        Assert.Equal((null, At.London("2026-12-15 09:00")), (one.Clock.MissedAt, one.Clock.Due));

        one.At("2026-12-14 14:00").Do(new SetPriority("P3", null, "Most can work"));
        Assert.Equal((null, At.London("2026-12-17 09:00")), (one.Clock.MissedAt, one.Clock.Due));
    }

    // P3 of Mon 17:50: P1 would have been due 21:50; P2 is due Tue 17:50.
    [Fact]
    public void Semantics_14_Before_a_raise_one_can_see_that_it_would_be_late_on_arrival()
    {
        var one = SimulatedCase.Log("2026-12-14 17:50").At("2026-12-15 08:20");

        var (p1, p2) = (If(one, "P1"), If(one, "P2"));

        Assert.Equal(At.London("2026-12-14 21:50"), p1.MissedAt);
        Assert.Equal((null, At.London("2026-12-15 17:50")), (p2.MissedAt, p2.Due));
        one.Do(Raise("P1"), People.TeamLeader);
        Assert.Equal((p1.Due, p1.MissedAt, p1.Used), (one.Clock.Due, one.Clock.MissedAt, one.Clock.Used));
    }

    [Fact]
    public void Semantics_14_After_a_breach_a_lower_priority_runs_on_and_stays_missed()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00", log => log with { Answers = Answers.Fault("everyone", "cannot-use") })
            .At("2026-12-15 11:00")
            .Do(new SetPriority("P3", null, "Most can work"));

        Assert.Equal(
            (ClockState.Running, At.London("2026-12-17 10:00"), At.London("2026-12-15 10:00")),
            (one.Clock.State, one.Clock.Due, one.Clock.MissedAt)
        );
        Assert.Equal(Arrival.InTime, one.Clock.Arrival);
        one.At("2026-12-18 10:00");
        Assert.Equal(At.London("2026-12-15 10:00"), one.Clock.MissedAt);
        Assert.Single(one.Seen<TargetMissed>(), missed => missed.Target == "resolve");
    }

    private static ClockReading If(SimulatedCase one, string priority) =>
        ClockReader.PrimaryIf(one.Guide, one.State, priority, one.Now)!;
}
