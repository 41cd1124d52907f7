using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-52, ESS-72 to ESS-74, A-09, A-10, A-16, semantics 2, 30, 31.</summary>
public class ResolvingTests
{
    private static readonly Resolve ToConfirm = new("New certificate", Confirmation.Required);

    private static RecordReply Reply => new("Still the same", Channel.Email);

    // D4: start Tue 23 Mar 2027 09:00, resolved Wed 24 Mar 14:00, over Easter and the change of the clocks.
    private static SimulatedCase OverEaster() =>
        SimulatedCase.Log("2027-03-23 09:00").At("2027-03-24 14:00").Do(ToConfirm);

    [Theory]
    [InlineData("2026-12-17 09:59", ClockState.Met)]
    [InlineData("2026-12-17 10:00", ClockState.Met)]
    [InlineData("2026-12-17 10:01", ClockState.Missed)]
    public void Semantics_2_Resolved_at_the_due_instant_is_in_time(string resolved, ClockState verdict) =>
        Assert.Equal(verdict, SimulatedCase.Log("2026-12-14 10:00").At(resolved).Do(ToConfirm).Clock.State);

    [Fact]
    public void Semantics_2_A_breach_bears_the_due_instant()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-18 10:00");

        var missed = Assert.Single(one.Seen<TargetMissed>(), missed => missed.Target == "resolve");
        Assert.Equal(At.London("2026-12-17 10:00"), missed.At);
        Assert.Equal((2400, -600), (one.Used, one.Left));
    }

    [Fact]
    public void A_09_Three_more_attempts_then_closed_on_silence()
    {
        var one = OverEaster().At("2027-04-02 13:59");
        Assert.Equal((900, ClockState.Met, Condition.ResolvedToConfirm), (one.Used, one.Clock.State, one.Condition));

        one.At("2027-04-02 14:00");

        Assert.Equal(
            [At.London("2027-03-25 14:00"), At.London("2027-03-30 14:00"), At.London("2027-04-01 14:00")],
            one.Seen<AttemptMade>().Select(attempt => attempt.At)
        );
        Assert.Equal([1, 2, 3], one.Seen<AttemptMade>().Select(attempt => attempt.Number));
        Assert.Equal((Condition.Closed, ClosedBecause.Silence), (one.Condition, one.State.Closed!.Because));
        Assert.Equal(At.London("2027-04-02 14:00"), one.State.Closed.At);
    }

    [Fact]
    public void A_09_A_call_takes_the_place_of_the_next_attempt()
    {
        var one = OverEaster()
            .At("2027-03-25 10:00")
            .Do(new RecordAttempt(Channel.Phone, "No answer"))
            .At("2027-04-02 14:00");

        Assert.Equal(
            [At.London("2027-03-25 10:00"), At.London("2027-03-30 14:00"), At.London("2027-04-01 14:00")],
            one.Seen<AttemptMade>().Select(attempt => attempt.At)
        );
        Assert.Equal(Condition.Closed, one.Condition);
    }

    [Fact]
    public void A_09_Who_was_asked_by_telephone_gets_no_reminder_by_mail_and_the_next_ones_come_as_planned()
    {
        var one = OverEaster()
            .At("2027-03-25 10:00")
            .Do(new RecordAttempt(Channel.Phone, "No answer"))
            .At("2027-04-02 14:00");

        var reminders = one.Mails.Where(mail => mail.Rule == "attempt").ToList();
        Assert.Equal(2, reminders.Count);
        Assert.Contains("reminder 2 of 3", reminders[0].Text);
        Assert.Contains("reminder 3 of 3", reminders[1].Text);
    }

    // The first attempt is due on Thursday 25 March 14:00: what is done on the 24th, or again on the 25th, is none.
    [Fact]
    public void ESS_52_Attempts_cannot_be_used_up_at_once()
    {
        var one = OverEaster()
            .Do(new RecordAttempt(Channel.Phone, "Engaged"))
            .Do(new RecordAttempt(Channel.Phone, "Engaged"))
            .At("2027-03-25 09:00")
            .Do(new RecordAttempt(Channel.Phone, "No answer"))
            .Do(new RecordAttempt(Channel.Phone, "No answer"));

        Assert.Equal(At.London("2027-03-25 09:00"), Assert.Single(one.State.Attempts).At);
        Assert.Equal(
            [AttemptStanding.Besides, AttemptStanding.Besides, AttemptStanding.Counted, AttemptStanding.Besides],
            one.Seen<AttemptMade>().Select(attempt => attempt.Standing)
        );
        Assert.DoesNotContain(one.Mails, mail => mail.Rule == "attempt");
        one.At("2027-04-02 14:00");
        Assert.Equal(
            [At.London("2027-03-25 09:00"), At.London("2027-03-30 14:00"), At.London("2027-04-01 14:00")],
            one.State.Attempts.Select(attempt => attempt.At)
        );
        Assert.Equal(At.London("2027-04-02 14:00"), one.State.Closed!.At);
    }

    [Theory]
    [InlineData(Channel.Letter)]
    [InlineData(Channel.Portal)]
    public void ESS_52_An_attempt_goes_by_a_channel_that_the_guide_names(Channel channel)
    {
        var refusal = OverEaster().At("2027-03-25 10:00").Refuses(new RecordAttempt(channel, null));

        Assert.Equal((RefusalCode.InvalidInput, "silence"), (refusal.Code, refusal.Cite));
        Assert.Contains("e-mail or telephone", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_09_No_more_attempts_than_the_guide_asks_for()
    {
        var one = OverEaster().At("2027-04-01 15:00");

        Assert.Equal(RefusalCode.WrongCondition, one.Refuses(new RecordAttempt(Channel.Phone, null)).Code);
    }

    [Fact]
    public void A_24_Automatic_mail_stops_no_attempt()
    {
        var one = OverEaster()
            .At("2027-03-25 14:01")
            .Do(new RecordAutomaticMail("Away until April"))
            .At("2027-04-02 14:00");

        Assert.Equal((Condition.Closed, 3), (one.Condition, one.Seen<AttemptMade>().Count));
    }

    // D4, branch 3: back to the same case, 900 min left, due Tue 6 Apr 08:59.
    [Fact]
    public void A_10_An_answer_while_resolved_goes_on_with_the_same_case()
    {
        var one = OverEaster().At("2027-04-02 13:59").Do(Reply, People.Contact);

        Assert.Equal((Condition.Open, 900, 900), (one.Condition, one.Used, one.Left));
        Assert.Equal(At.London("2027-04-06 08:59"), one.Clock.Due);
        one.At("2027-04-02 18:00");
        Assert.Null(one.State.Closed);
    }

    [Fact]
    public void Semantics_30_A_new_resolution_counts_its_attempts_afresh()
    {
        var one = OverEaster()
            .At("2027-03-25 15:00")
            .Do(new RejectResolution("No"), People.Contact)
            .At("2027-03-25 16:00")
            .Do(ToConfirm);
        Assert.Empty(one.State.Attempts);

        one.At("2027-04-06 16:00");

        // 1, 2, 4 and 5 working days after Thu 25 Mar 16:00.
        Assert.Equal(
            [At.London("2027-03-30 16:00"), At.London("2027-03-31 16:00"), At.London("2027-04-02 16:00")],
            one.Seen<AttemptMade>().Skip(1).Select(attempt => attempt.At)
        );
        Assert.Equal(At.London("2027-04-05 16:00"), one.State.Closed!.At);
    }

    [Fact]
    public void ESS_73_Confirmed_is_closed()
    {
        var one = OverEaster().At("2027-03-24 15:00").Do(new ConfirmResolution("Thanks"), People.Contact);

        Assert.Equal((Condition.Closed, ClosedBecause.Confirmed), (one.Condition, one.State.Closed!.Because));
        Assert.Equal(900, one.Used);
    }

    [Theory]
    [InlineData("2026-12-14 11:00", "2026-12-14 12:00")]
    [InlineData("2026-12-14 17:30", "2026-12-15 08:30")]
    [InlineData("2026-12-24 18:00", "2026-12-29 09:00")]
    public void A_16_Without_confirmation_it_closes_after_sixty_working_minutes(string resolved, string closes)
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").At(resolved).Do(new Resolve("Done", Confirmation.NotRequired));
        Assert.Equal(Condition.Resolved, one.Condition);

        one.Until(At.London(closes) - At.Minutes(1));
        Assert.Equal(Condition.Resolved, one.Condition);
        one.At(closes);

        Assert.Equal(
            (Condition.Closed, ClosedBecause.ConfirmationNotRequired),
            (one.Condition, one.State.Closed!.Because)
        );
        Assert.Empty(one.Seen<AttemptMade>());
    }

    [Fact]
    public void A_10_Also_an_answer_while_no_confirmation_is_asked_brings_it_back() =>
        Assert.Equal(
            Condition.Open,
            SimulatedCase
                .Log("2026-12-14 10:00")
                .Do(new Resolve("Done", Confirmation.NotRequired))
                .At("2026-12-14 10:30")
                .Do(Reply, People.Contact)
                .Condition
        );

    [Fact]
    public void A_case_can_be_resolved_from_its_hold()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-14 11:00")
            .Do(new Hold("information", "which accounts"))
            .At("2026-12-14 12:00")
            .Do(ToConfirm);
        Assert.Equal((ClockState.Met, 60), (one.Clock.State, one.Used));

        // The pause ended with the resolution: after "not fixed" the clock runs.
        one.At("2026-12-14 13:00").Do(Reply, People.Contact).At("2026-12-14 14:00");
        Assert.Equal((ClockState.Running, 120), (one.Clock.State, one.Used));
    }

    [Fact]
    public void The_answer_was_the_confirmation()
    {
        var one = OverEaster()
            .At("2027-03-24 15:00")
            .Do(new RecordReply("Lovely, thank you", Channel.Email), People.Contact)
            .At("2027-03-25 09:00");
        Assert.Equal(Condition.Open, one.Condition);

        one.Do(new ConfirmResolution(null));

        Assert.Equal((Condition.Closed, At.London("2027-03-24 15:00")), (one.Condition, one.State.Closed!.At));
        Assert.Equal((ClockState.Met, 900), (one.Clock.State, one.Used));
        Assert.Equal(0, one.State.Rejections);
    }

    [Fact]
    public void The_answer_was_the_confirmation_also_when_the_clock_ran_out_meanwhile()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-17 09:50")
            .Do(ToConfirm)
            .At("2026-12-17 11:00")
            .Do(Reply, People.Contact)
            .At("2026-12-17 12:00");
        Assert.Contains(one.Seen<TargetMissed>(), missed => missed.Target == "resolve");

        one.Do(new ConfirmResolution(null));

        Assert.Equal((ClockState.Met, null), (one.Clock.State, one.Clock.MissedAt));
    }

    [Fact]
    public void The_answer_is_not_taken_as_a_confirmation_once_work_went_on()
    {
        var one = OverEaster()
            .At("2027-03-24 15:00")
            .Do(Reply, People.Contact)
            .Do(new Hold("information", "what you see"))
            .At("2027-03-24 16:00")
            .Do(new Resume());

        Assert.Equal(RefusalCode.WrongCondition, one.Refuses(new ConfirmResolution(null)).Code);
        Assert.Equal(
            RefusalCode.WrongCondition,
            OverEaster().At("2027-03-24 15:00").Do(Reply).Refuses(new ConfirmResolution(null), People.Contact).Code
        );
    }

    [Fact]
    public void ESS_74_An_open_case_is_not_closed_and_a_waiting_one_waits()
    {
        Assert.Equal(RefusalCode.WrongCondition, SimulatedCase.Log("2026-12-14 10:00").Refuses(new Close()).Code);
        Assert.Equal("ESS-73", OverEaster().Refuses(new Close()).Rule);
        Assert.Equal(
            ClosedBecause.ByAgent,
            SimulatedCase
                .Log("2026-12-14 10:00")
                .Do(new Resolve("Done", Confirmation.NotRequired))
                .Do(new Close())
                .State.Closed!.Because
        );
    }

    [Fact]
    public void ESS_21_A_case_without_priority_is_not_resolved() =>
        Assert.Equal(
            RefusalCode.PriorityMissing,
            SimulatedCase
                .Log("2026-12-14 10:00", log => log with { Answers = new Dictionary<string, string>() })
                .Refuses(ToConfirm)
                .Code
        );
}
