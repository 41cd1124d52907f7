using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-43 to ESS-45, A-07, A-08, A-27, semantics 14.</summary>
public class PriorityTests
{
    private static SetPriority Raise(string priority) => new(priority, "School business manager", "Nobody can teach");

    // 30 working minutes from the reference, the end included.
    [Theory]
    [InlineData("2027-05-04 08:25", "2027-05-04 08:25", true)]
    [InlineData("2027-05-04 08:25", "2027-05-04 08:47", true)]
    [InlineData("2027-05-04 08:25", "2027-05-04 08:55", true)]
    [InlineData("2027-05-04 08:25", "2027-05-04 08:56", false)]
    [InlineData("2026-12-14 17:50", "2026-12-14 19:00", true)]
    [InlineData("2026-12-14 17:50", "2026-12-15 08:20", true)]
    [InlineData("2026-12-14 17:50", "2026-12-15 08:21", false)]
    [InlineData("2026-12-14 19:00", "2026-12-15 08:30", true)]
    [InlineData("2026-12-14 19:00", "2026-12-15 08:31", false)]
    [InlineData("2026-12-24 17:45", "2026-12-29 08:15", true)]
    [InlineData("2026-12-24 17:45", "2026-12-29 08:16", false)]
    public void ESS_43_The_default_may_be_raised_soon_after_the_reference(string logged, string raised, bool allowed)
    {
        var one = SimulatedCase.Log(logged).At(raised);

        if (allowed)
        {
            Assert.Equal("P2", one.Do(Raise("P2"), People.TeamLeader).State.Priority);
            return;
        }
        var refusal = one.Refuses(Raise("P2"), People.TeamLeader);
        Assert.Equal(
            (RefusalCode.RaiseWindowOver, "ESS-43", "case-handling"),
            (refusal.Code, refusal.Rule, refusal.Cite)
        );
        Assert.Contains("Escalating an incident", refusal.Sentence);
        Assert.Equal("P3", one.State.Priority);
    }

    [Fact]
    public void A_07_The_window_of_a_monitored_case_runs_from_its_reference_not_from_its_detection()
    {
        var one = SimulatedCase
            .Log(
                "2026-12-14 10:00",
                log => log with { Source = Channel.Monitoring, DetectedAt = At.London("2026-12-14 09:00") }
            )
            .At("2026-12-14 10:30");

        Assert.Equal("P2", one.Do(Raise("P2"), People.TeamLeader).State.Priority);
    }

    [Fact]
    public void ESS_44_An_agent_alone_cannot_raise_it()
    {
        var refusal = SimulatedCase.Log("2027-05-04 08:25").At("2027-05-04 08:47").Refuses(Raise("P2"));

        Assert.Equal((RefusalCode.RoleNotAllowed, "ESS-44"), (refusal.Code, refusal.Rule));
        Assert.Contains("Service Desk Team Leader", refusal.Sentence);
    }

    [Fact]
    public void ESS_44_Nobody_raises_it_by_logging_it_higher()
    {
        var refusal = SimulatedCase.RefusesToLog("2027-05-04 08:25", log => log with { Priority = "P1" });

        Assert.Equal(
            (RefusalCode.RoleNotAllowed, "ESS-44", "case-handling"),
            (refusal.Code, refusal.Rule, refusal.Cite)
        );
        Assert.Contains("P3", refusal.Sentence);
        Assert.Contains("Service Desk Team Leader", refusal.Sentence);
    }

    [Fact]
    public void ESS_43_The_agreed_contact_is_named_and_both_are_kept()
    {
        var one = SimulatedCase.Log("2027-05-04 08:25").At("2027-05-04 08:47");

        Assert.Equal(
            RefusalCode.CustomerContactRequired,
            one.Refuses(Raise("P2") with { With = " " }, People.TeamLeader).Code
        );

        var set = one.Do(Raise("P2"), People.TeamLeader).State.PrioritySet!;
        Assert.Equal(
            (PriorityCause.Raised, "School business manager", "Team Leader"),
            (set.Cause, set.With, set.By.Name)
        );
    }

    // Where it is on file who may agree for the customer, nobody else's name will do.
    [Fact]
    public void ESS_43_Only_who_is_on_file_as_agreed_contact_agrees()
    {
        var one = SimulatedCase.Log("2027-05-04 08:25").At("2027-05-04 08:47");
        var raise = Raise("P2") with { OnFile = ["Head teacher"] };

        var refusal = one.Refuses(raise with { With = "Mickey Mouse" }, People.TeamLeader);
        Assert.Equal((RefusalCode.CustomerContactRequired, "ESS-43"), (refusal.Code, refusal.Rule));
        Assert.Contains("Head teacher", refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal("P2", one.Do(raise with { With = " head Teacher " }, People.TeamLeader).State.Priority);
    }

    [Fact]
    public void ESS_44_No_answer_raises_it_after_the_window()
    {
        var one = SimulatedCase.Log(
            "2027-05-04 08:25",
            log => log with { Answers = new Dictionary<string, string> { ["affected"] = "some" } }
        );
        var everything = new AnswerIntake(["identity"], Answers.AllDown, IntakeState.Open);

        one.At("2027-05-04 08:56").Do(everything);
        Assert.Equal("P3", one.State.Priority);
    }

    [Fact]
    public void ESS_44_No_answer_raises_it_after_the_intake()
    {
        var one = SimulatedCase.Log("2027-05-04 08:25");
        var everything = new AnswerIntake(["identity"], Answers.AllDown, IntakeState.Open);

        one.At("2027-05-04 08:30").Do(everything).Do(everything);

        Assert.Equal((IntakeState.Finished, "P3"), (one.State.Intake, one.State.Priority));
    }

    [Fact]
    public void ESS_63_Within_the_call_a_corrected_answer_corrects_the_default()
    {
        var one = SimulatedCase.Log(
            "2027-05-04 08:25",
            log => log with { Answers = new Dictionary<string, string> { ["affected"] = "some" } }
        );

        one.At("2027-05-04 08:30").Do(new AnswerIntake(["identity"], Answers.AllDown, IntakeState.Finished));

        Assert.Equal(("P1", PriorityCause.Default), (one.State.Priority, one.State.PrioritySet!.Cause));
    }

    // ESS-45, A-08: from the original start. D2: P4 of 08:25 raised to P2 is due Wed 5 May 08:25.
    [Fact]
    public void ESS_45_The_new_target_counts_from_the_original_start()
    {
        var one = SimulatedCase.Log("2027-05-04 08:25", log => log with { Kind = "information" });
        Assert.Equal(At.London("2027-05-10 08:25"), one.Clock.Due);

        one.At("2027-05-04 08:47").Do(Raise("P2"), People.TeamLeader);

        Assert.Equal(At.London("2027-05-05 08:25"), one.Clock.Due);
        Assert.Equal(22, one.Used);
    }

    // 30 working minutes paused on Monday, 10 on Tuesday: Mon 17:20 + 1840 working minutes.
    [Fact]
    public void A_08_A_pause_over_night_moves_the_due_by_its_working_minutes()
    {
        var one = SimulatedCase
            .Log("2026-12-14 17:20")
            .At("2026-12-14 17:30")
            .Do(new Hold("information", "which accounts"))
            .At("2026-12-15 08:10")
            .Do(new Resume())
            .At("2026-12-15 08:15");

        Assert.Equal(At.London("2026-12-17 18:00"), one.Clock.Due);
        Assert.Equal(15, one.Used);
    }

    [Fact]
    public void A_08_A_raise_to_elapsed_time_counts_the_night_and_keeps_the_pause()
    {
        var one = SimulatedCase
            .Log("2026-12-14 17:50")
            .At("2026-12-14 17:55")
            .Do(new Hold("information", "which accounts"))
            .At("2026-12-15 08:10")
            .Do(new Resume())
            .At("2026-12-15 08:20")
            .Do(Raise("P1"), People.TeamLeader);

        // 5 min before the pause, 10 after it; paused 14 h 15 min elapsed; 240 min: 08:10 + 235 min.
        Assert.Equal(15, one.Used);
        Assert.Equal(At.London("2026-12-15 12:05"), one.Clock.Due);
    }

    [Fact]
    public void A_08_A_raise_that_puts_the_due_into_the_past_is_late_on_arrival()
    {
        var one = SimulatedCase.Log("2026-12-14 17:50").At("2026-12-15 08:20").Do(Raise("P1"), People.TeamLeader);

        one.At("2026-12-15 08:20");

        Assert.Equal(At.London("2026-12-14 21:50"), one.Clock.MissedAt);
        Assert.Equal(Arrival.LateOnArrival, one.Clock.Arrival);
        var missed = Assert.Single(one.Seen<TargetMissed>(), missed => missed.Target == "resolve");
        Assert.Equal((At.London("2026-12-14 21:50"), At.London("2026-12-15 08:20")), (missed.At, missed.RecordedAt));
        Assert.Equal(Arrival.LateOnArrival, missed.Arrival);
    }

    [Fact]
    public void A_27_Lowering_names_the_fact_and_recomputes()
    {
        var one = SimulatedCase.Log("2026-12-14 09:00", log => log with { Answers = Answers.AllDown });
        Assert.Equal(At.London("2026-12-14 13:00"), one.Clock.Due);

        Assert.Equal(RefusalCode.InvalidInput, one.Refuses(new SetPriority("P2", null, null)).Code);
        one.At("2026-12-14 10:00").Do(new SetPriority("P2", null, "E-mail works for some: note 1"));

        Assert.Equal(("P2", PriorityCause.Lowered), (one.State.Priority, one.State.PrioritySet!.Cause));
        Assert.Equal(At.London("2026-12-15 09:00"), one.Clock.Due);
    }

    [Fact]
    public void Semantics_14_Lowering_does_not_undo_a_breach_on_record()
    {
        var one = SimulatedCase
            .Log("2026-12-14 09:00", log => log with { Answers = Answers.AllDown })
            .At("2026-12-14 13:30");
        one.Do(new SetPriority("P2", null, "E-mail works for some"));

        Assert.Equal(At.London("2026-12-15 09:00"), one.Clock.Due);
        Assert.Equal(At.London("2026-12-14 13:00"), one.Clock.MissedAt);
        one.At("2026-12-14 15:00").Do(new Resolve("Restarted", Confirmation.Required));
        Assert.Equal(ClockState.Missed, one.Clock.State);
        Assert.Single(one.Seen<TargetMissed>(), missed => missed.Target == "resolve");
    }

    // Semantics 14, the other two readings. P1 16:00 to 19:00: 3 h elapsed, 2 h of them in open hours.
    [Theory]
    [InlineData(OnPriorityChange.FromStart, 120, "2026-12-17 16:00")]
    [InlineData(OnPriorityChange.CarryUsed, 180, "2026-12-17 15:00")]
    [InlineData(OnPriorityChange.FromChange, 0, "2026-12-17 18:00")]
    public void Semantics_14_What_a_change_does_to_the_used_time_is_the_guides_to_say(
        OnPriorityChange rule,
        int used,
        string due
    )
    {
        var guide = ShippedGuides.Schools;
        var resolve = guide.Targets.Single(target => target.Id == "resolve");
        guide = guide with { Targets = [resolve with { Clock = resolve.Clock with { OnPriorityChange = rule } }] };

        var one = SimulatedCase
            .Log(guide, "2026-12-14 16:00", log => log with { Answers = Answers.AllDown })
            .At("2026-12-14 19:00")
            .Do(new SetPriority("P3", null, "E-mail works for most"));

        Assert.Equal((used, At.London(due)), (one.Used, one.Clock.Due));
        Assert.Equal(one.Clock.Total, one.Ledger.Counted + one.Ledger.ToCome);
        one.At("2026-12-15 09:00");
        Assert.Equal(used + 60, one.Used);
    }

    [Fact]
    public void The_same_priority_again_changes_nothing()
    {
        var one = SimulatedCase.Log("2026-12-14 09:00");
        var events = one.Events.Count;

        one.Do(new SetPriority("P3", null, null));

        Assert.Equal(events, one.Events.Count);
    }

    [Fact]
    public void A_resolved_case_keeps_its_priority() =>
        Assert.Equal(
            RefusalCode.WrongCondition,
            SimulatedCase
                .Log("2026-12-14 09:00")
                .Do(new Resolve("Done", Confirmation.Required))
                .Refuses(Raise("P1"), People.TeamLeader)
                .Code
        );
}
