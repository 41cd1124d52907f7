using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>Semantics 23, 36: several dues at once, after a standstill and at one instant.</summary>
public class StandstillTests
{
    private static SimulatedCase P1(string at) => SimulatedCase.Log(at, log => log with { Answers = Answers.AllDown });

    // P1 of 09:00, nobody there until 20:00: update owed 11:00, warned 12:00 and 12:30, missed 13:00, asked 17:00.
    [Fact]
    public void Semantics_23_What_fell_due_meanwhile_is_entered_in_order_once_and_says_how_late()
    {
        var one = P1("2026-12-14 09:00").DownUntil("2026-12-14 20:00");
        var entered = one.Events.Where(happened => happened.By == Actor.Desk).ToList();

        Assert.Equal(
            [
                (nameof(TargetMissed), At.London("2026-12-14 11:00")),
                (nameof(TargetWarned), At.London("2026-12-14 12:00")),
                (nameof(TargetWarned), At.London("2026-12-14 12:30")),
                (nameof(TargetMissed), At.London("2026-12-14 13:00")),
                (nameof(HandoverFellDue), At.London("2026-12-14 17:00")),
            ],
            entered.Select(happened => (happened.GetType().Name, happened.At))
        );
        Assert.All(entered, happened => Assert.Equal(At.London("2026-12-14 20:00"), happened.RecordedAt));
        var count = one.Events.Count;
        one.DownUntil("2026-12-14 20:00");
        Assert.Equal(count, one.Events.Count);
    }

    [Fact]
    public void Semantics_23_A_command_after_a_standstill_comes_after_what_fell_due()
    {
        var one = P1("2026-12-14 09:00");
        one.Sleep(At.London("2026-12-14 13:30"));
        one.Do(new Resolve("Restarted", Confirmation.Required));

        Assert.Equal((ClockState.Missed, At.London("2026-12-14 13:00")), (one.Clock.State, one.Clock.MissedAt));
        Assert.IsType<Resolved>(one.Events[^1]);
        Assert.Single(one.Seen<TargetMissed>(), missed => missed.Target == "resolve");
    }

    // The closing at Fri 2 Apr 2027 14:00 comes before the answer of that instant (stop before start).
    [Fact]
    public void Semantics_36_An_answer_at_the_instant_of_the_closing_begins_a_new_case()
    {
        var one = SimulatedCase
            .Log("2027-03-23 09:00")
            .At("2027-03-24 14:00")
            .Do(new Resolve("Done", Confirmation.Required))
            .At("2027-04-02 13:59");
        one.Sleep(At.London("2027-04-02 14:00"));

        one.Do(new RecordReply("Still broken", Channel.Email), People.Contact);

        Assert.Equal((Condition.Closed, At.London("2027-04-02 14:00")), (one.Condition, one.State.Closed!.At));
        Assert.Equal(Condition.Open, one.Next!.Condition);
    }

    [Fact]
    public void Semantics_36_Held_and_resumed_at_one_instant_takes_nothing()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-14 12:00")
            .Do(new Hold("information", "which"))
            .Do(new Resume())
            .Do(new Hold("information", "which"))
            .Do(new Resume())
            .At("2026-12-14 13:00");

        Assert.Equal((180, At.London("2026-12-17 10:00")), (one.Used, one.Clock.Due));
        Assert.Equal(At.Minutes(0), one.Ledger.Withheld);
    }

    // Resumed and held again, or held again and resumed: either way 60 minutes are used at 12:00, those before the hold of
    // 11:00, and 1740 are left. On hold it is where something new was asked last.
    [Fact]
    public void Semantics_36_At_one_instant_the_order_of_entry_changes_the_condition_and_no_sum()
    {
        var held = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-14 11:00")
            .Do(new Hold("information", "which"))
            .At("2026-12-14 12:00");
        var events = held.Events;
        var resumed = new Resumed(ResumeCause.AgentEnded) { At = held.Now, RecordedAt = held.Now };
        var again = new Held("information", "which", null) { At = held.Now, RecordedAt = held.Now };
        var askedAnew = CaseState.Of([.. events, resumed, again]);
        var goesOn = CaseState.Of([.. events, again, resumed]);

        Assert.Equal((Condition.OnHold, Condition.Open), (askedAnew.Condition, goesOn.Condition));
        foreach (var state in new[] { askedAnew, goesOn })
        {
            var clock = ClockReader.Read(held.Guide, state, held.Now).Single(one => one.Target.Id == "resolve");
            Assert.Equal((At.Minutes(60), At.Minutes(1740)), (clock.Used, clock.Left));
        }
    }

    // The update was entered after the hold of the same instant, or before it: the next one is owed from 12:00 either way.
    [Fact]
    public void Semantics_36_An_update_and_a_hold_at_one_instant_leave_the_same_clocks()
    {
        var (update, hold) = (new SendUpdate("Looking at it", Channel.Email), new Hold("information", "which"));
        var first = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-14 12:00").Do(update).Do(hold);
        var last = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-14 12:00").Do(hold).Do(update);

        foreach (var one in new[] { first, last })
        {
            one.At("2026-12-14 15:00").Do(new Resume());
            var next = one.Clocks().Single(clock => clock.Target.Id == "update");
            Assert.Equal((At.London("2026-12-14 12:00"), At.London("2026-12-16 15:00")), (next.Start, next.Due));
            Assert.Equal(At.London("2026-12-17 13:00"), one.Clock.Due);
        }
    }

    // The last minute of the allowance before a hold: nothing is left, and it is out of time as soon as it goes on.
    [Fact]
    public void Semantics_2_Held_with_nothing_left_it_is_missed_once_it_goes_on()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-17 10:00")
            .Do(new Hold("information", "which"))
            .At("2026-12-18 09:00")
            .Do(new Resume())
            .At("2026-12-18 09:01");

        Assert.Equal(At.London("2026-12-18 09:00"), one.Clock.MissedAt);
    }

    // Late by less than what a person can see is late: stopped one microsecond after the due.
    [Fact]
    public void Semantics_2_A_microsecond_late_is_late()
    {
        var due = At.London("2026-12-17 10:00");
        var one = SimulatedCase.Log("2026-12-14 10:00").Until(due + NodaTime.Duration.FromTicks(10));

        Assert.Equal(ClockState.Missed, one.Do(new Resolve("Done", Confirmation.Required)).Clock.State);
        Assert.Equal(due, one.Clock.MissedAt);
    }

    // Resolved on Wednesday 24 March 2027 at 14:00, nobody there until Saturday 3 April 10:00, when D4 would have closed it
    // on the Friday. The first attempt is made on coming back. A working day is 600 minutes, 08:00 to 18:00: the second
    // comes at the end of Monday 5 April, the third two working days later at the end of Wednesday 7 April, and the closing
    // one working day after it, as long as the guide leaves between its last attempt (2400) and the closing (3000).
    [Fact]
    public void ESS_52_After_a_standstill_nobody_is_closed_on_a_silence_that_was_not_asked_about()
    {
        var one = ToConfirm().DownUntil("2027-04-03 10:00");

        Assert.Equal(Condition.ResolvedToConfirm, one.Condition);
        Assert.Equal([At.London("2027-04-03 10:00")], AttemptsOf(one));
        Assert.Equal(["attempt"], one.Mails.Skip(Before).Select(mail => mail.Rule));
        one.DownUntil("2027-04-03 10:00").At("2027-04-08 17:59");
        Assert.Equal(
            [At.London("2027-04-03 10:00"), At.London("2027-04-05 18:00"), At.London("2027-04-07 18:00")],
            AttemptsOf(one)
        );
        Assert.Equal(Condition.ResolvedToConfirm, one.Condition);
        one.At("2027-04-08 18:00");
        Assert.Equal((Condition.Closed, At.London("2027-04-08 18:00")), (one.Condition, one.State.Closed!.At));
        Assert.Equal(["attempt", "attempt", "attempt", "closed"], one.Mails.Skip(Before).Select(mail => mail.Rule));
    }

    // The first attempt was made in time (Thursday 25 March 14:00); down from then until Thursday 1 April 16:00, past the
    // second (30 March 14:00) and the third (1 April 14:00). Second now; third 1200 minutes later: 120 on Thursday, 600 on
    // Friday, 480 on Monday to 16:00; closed 600 minutes after it, on Tuesday 6 April at 16:00.
    [Fact]
    public void ESS_52_Only_the_attempts_that_were_not_made_move()
    {
        var one = ToConfirm().At("2027-03-26 09:00").DownUntil("2027-04-01 16:00").At("2027-04-06 15:59");

        Assert.Equal(
            [At.London("2027-03-25 14:00"), At.London("2027-04-01 16:00"), At.London("2027-04-05 16:00")],
            AttemptsOf(one)
        );
        Assert.Equal(Condition.ResolvedToConfirm, one.Condition);
        Assert.Equal(At.London("2027-04-06 16:00"), one.At("2027-04-06 16:00").State.Closed!.At);
    }

    // All three were made in time; only the closing (2 April 14:00) was slept through. It bears its due time.
    [Fact]
    public void ESS_52_After_the_last_attempt_the_closing_itself_does_not_move()
    {
        var one = ToConfirm().At("2027-04-01 14:00").DownUntil("2027-04-03 10:00");

        Assert.Equal((Condition.Closed, At.London("2027-04-02 14:00")), (one.Condition, one.State.Closed!.At));
        Assert.Equal(3, AttemptsOf(one).Count);
    }

    // The answer is the first thing that the desk sees when it comes back: it is not asked for again.
    [Fact]
    public void ESS_52_An_answer_after_a_standstill_comes_before_the_attempts_that_were_not_made()
    {
        var one = ToConfirm();
        one.Sleep(At.London("2027-04-03 10:00"));
        one.Do(new RecordReply("Still broken", Channel.Email), People.Contact);

        Assert.Equal(Condition.Open, one.Condition);
        Assert.Null(one.Next);
        Assert.Empty(AttemptsOf(one));
        Assert.DoesNotContain(one.Mails, mail => mail.Rule == "attempt");
    }

    // Late by less than a minute is in time: the times that were promised in the mail stay as they are.
    [Fact]
    public void ESS_52_A_few_seconds_late_moves_nothing()
    {
        var one = ToConfirm();
        one.Until(At.London("2027-03-25 13:59"))
            .Sleep(At.London("2027-03-25 14:00") + NodaTime.Duration.FromSeconds(59));

        Assert.Equal([At.London("2027-03-25 14:00")], AttemptsOf(one.Until(one.Now)));
    }

    // As D4: two mails before, that it is logged and that it is resolved.
    private const int Before = 2;

    private static SimulatedCase ToConfirm() =>
        SimulatedCase.Log("2027-03-23 09:00").At("2027-03-24 14:00").Do(new Resolve("Done", Confirmation.Required));

    private static List<NodaTime.Instant> AttemptsOf(SimulatedCase one) =>
        [.. one.Seen<AttemptMade>().Select(attempt => attempt.At)];

    [Fact]
    public void ESS_49_What_was_agreed_after_closing_time_is_for_the_night_that_had_begun()
    {
        var one = P1("2026-12-14 10:00")
            .At("2026-12-14 18:30")
            .Do(new AgreeOutOfHoursContact("Caretaker", "01632 960042"))
            .At("2026-12-15 17:00");

        Assert.Equal(
            [At.London("2026-12-14 17:00"), At.London("2026-12-15 17:00")],
            one.Seen<HandoverFellDue>().Select(handover => handover.At)
        );
    }
}
