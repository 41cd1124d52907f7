using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-48, ESS-71, A-06, A-17, A-24, A-26, semantics 13.</summary>
public class HoldTests
{
    private static readonly Hold ForInformation = new("information", "which accounts");

    private static RecordReply Reply => new("All of them", Channel.Email);

    // It stands in a mail and in every row of a report.
    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void A_06_What_is_awaited_has_at_most_two_thousand_characters(int length, bool accepted)
    {
        var one = SimulatedCase.Log("2026-12-24 15:31");
        var awaited = ForInformation with { Awaiting = new string('x', length) };
        if (accepted)
        {
            one.Do(awaited);
            Assert.Equal(Condition.OnHold, one.State.Condition);
        }
        else
        {
            Assert.Equal(RefusalCode.InvalidInput, one.Refuses(awaited).Code);
        }
    }

    // Requirements D1: 929 used at the hold, 1110 paused, due Tue 5 Jan 14:01.
    [Fact]
    public void A_06_The_pause_is_counted_in_the_clocks_own_unit()
    {
        var one = SimulatedCase.Log("2026-12-24 15:31").At("2026-12-30 11:00").Do(ForInformation);

        Assert.Equal((929, 871), (one.Used, one.Left));
        Assert.Equal((ClockState.Paused, "information"), (one.Clock.State, one.Clock.PauseReason));
        one.At("2027-01-04 09:30").Do(Reply, People.Contact);

        Assert.Equal(At.London("2027-01-05 14:01"), one.Clock.Due);
        Assert.Equal(At.Minutes(1110), one.Ledger.Withheld);
        Assert.DoesNotContain(one.Seen<TargetMissed>(), missed => missed.Target == "resolve");
    }

    [Fact]
    public void A_06_A_pause_outside_open_hours_adds_nothing()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-14 19:00")
            .Do(ForInformation)
            .At("2026-12-15 07:00")
            .Do(new Resume());

        Assert.Equal(At.London("2026-12-17 10:00"), one.Clock.Due);
    }

    [Fact]
    public void A_06_An_answer_in_hours_ends_the_hold_at_once()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(ForInformation)
            .At("2026-12-14 12:00")
            .Do(Reply, People.Contact);

        Assert.Equal(Condition.Open, one.Condition);
        Assert.Equal(ResumeCause.CustomerReplied, Assert.Single(one.Seen<Resumed>()).Cause);
    }

    [Fact]
    public void A_06_An_answer_out_of_hours_ends_the_hold_of_a_working_clock_at_the_next_opening()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(ForInformation)
            .At("2026-12-14 18:00")
            .Do(Reply, People.Contact);

        Assert.Equal(Condition.OnHold, one.Condition);
        Assert.Equal(At.London("2026-12-15 08:00"), one.State.HoldEndsBy);
        one.At("2026-12-14 20:00").Do(Reply, People.Contact);
        Assert.Single(one.Seen<HoldEndSet>());

        one.At("2026-12-15 08:00");
        Assert.Equal(Condition.Open, one.Condition);
        Assert.Equal(ResumeCause.CustomerReplied, Assert.Single(one.Seen<Resumed>()).Cause);
        Assert.Equal(At.London("2026-12-17 18:00"), one.Clock.Due);
    }

    // The answer came at 20:00 and is not enough: set again, the hold goes on over the opening.
    [Fact]
    public void A_06_Until_the_next_opening_the_hold_may_be_set_again()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(ForInformation)
            .At("2026-12-14 20:00")
            .Do(Reply, People.Contact)
            .At("2026-12-14 20:05")
            .Do(ForInformation);

        Assert.Null(one.State.HoldEndsBy);
        Assert.Equal(Condition.OnHold, one.At("2026-12-15 09:00").Condition);
    }

    [Fact]
    public void A_06_An_answer_out_of_hours_ends_the_hold_of_an_elapsed_clock_at_receipt()
    {
        var one = SimulatedCase
            .Log("2026-12-14 17:30", log => log with { Answers = Answers.AllDown })
            .At("2026-12-14 18:30")
            .Do(ForInformation)
            .At("2026-12-14 19:00")
            .Do(Reply, People.Contact);

        Assert.Equal(Condition.Open, one.Condition);
        Assert.Equal(At.London("2026-12-14 22:00"), one.Clock.Due);
    }

    // D3: stopped at 150 min, paused 3710 min over the change of the clocks, due Mon 09:30 GMT.
    [Fact]
    public void ESS_48_Without_a_tester_the_clock_stands_still_until_the_desk_opens()
    {
        var one = SimulatedCase
            .Log("2026-10-23 16:40", log => log with { Answers = Answers.AllDown })
            .At("2026-10-23 19:10")
            .Do(new Hold("tester-absent", "somebody to test the sign-in"));
        Assert.Equal(150, one.Used);

        one.At("2026-10-26 08:00");

        Assert.Equal(ResumeCause.NextOpening, Assert.Single(one.Seen<Resumed>()).Cause);
        Assert.Equal(At.Minutes(3710), one.Ledger.Withheld);
        Assert.Equal(At.London("2026-10-26 09:30"), one.Clock.Due);
        Assert.DoesNotContain(one.Seen<TargetMissed>(), missed => missed.Target == "resolve");
    }

    [Fact]
    public void A_17_A_tester_who_comes_earlier_ends_the_hold_then()
    {
        var one = SimulatedCase
            .Log("2026-10-23 16:40", log => log with { Answers = Answers.AllDown })
            .At("2026-10-23 19:10")
            .Do(new Hold("tester-absent", "somebody to test the sign-in"))
            .At("2026-10-23 22:10")
            .Do(Reply, People.Contact);

        Assert.Equal(At.London("2026-10-23 23:40"), one.Clock.Due);
    }

    [Fact]
    public void A_26_After_the_hold_the_case_is_Assigned_if_it_has_an_engineer()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(ForInformation).Do(new Assign("Engineer 2"));
        Assert.Equal(Condition.OnHold, one.Condition);

        Assert.Equal(Condition.Assigned, one.Do(new Resume()).Condition);
    }

    [Fact]
    public void A_06_Waiting_for_a_supplier_does_not_pause()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(new Assign("Engineer 2"))
            .Do(new BeginWait("supplier", "the line to be mended"))
            .At("2026-12-14 12:00");

        Assert.Equal((Condition.Assigned, ClockState.Running, 120), (one.Condition, one.Clock.State, one.Used));
    }

    [Fact]
    public void Semantics_13_A_hold_reason_that_pauses_nothing_lets_the_clock_run()
    {
        var guide = ShippedGuides.Schools;
        guide = guide with { HoldReasons = [guide.HoldReasons[0] with { Pauses = Pauses.NoClock }] };

        var one = SimulatedCase.Log(guide, "2026-12-14 10:00").Do(ForInformation).At("2026-12-14 12:00");

        Assert.Equal((Condition.OnHold, ClockState.Running, 120), (one.Condition, one.Clock.State, one.Used));
    }

    [Fact]
    public void Semantics_13_A_clock_may_run_through_a_reason_that_pauses_others()
    {
        var guide = ShippedGuides.Schools;
        var resolve = guide.Targets.Single(target => target.Id == "resolve");
        var respond = resolve with
        {
            Id = "respond",
            Role = TargetRole.Respond,
            Clock = resolve.Clock with { RunsThrough = ["information"] },
        };
        guide = guide with { Targets = [resolve, respond] };

        var one = SimulatedCase.Log(guide, "2026-12-14 10:00").Do(ForInformation).At("2026-12-14 12:00");

        Assert.Equal([ClockState.Paused, ClockState.Running], one.Clocks().Select(clock => clock.State));
    }

    [Fact]
    public void A_06_A_hold_needs_its_evidence()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00");

        Assert.Equal((RefusalCode.InvalidInput, "A-06"), Pair(one.Refuses(new Hold("information", " "))));
        Assert.Equal(RefusalCode.UnknownInGuide, one.Refuses(new Hold("lunch", "us")).Code);
        Assert.Equal(RefusalCode.WrongCondition, one.Do(ForInformation).Refuses(ForInformation).Code);
        Assert.Equal(RefusalCode.WrongCondition, one.Do(new Resume()).Refuses(new Resume()).Code);
    }

    [Fact]
    public void A_24_Automatic_mail_without_a_word_is_no_entry() =>
        Assert.Equal(
            RefusalCode.InvalidInput,
            SimulatedCase.Log("2026-12-14 10:00").Refuses(new RecordAutomaticMail(" ")).Code
        );

    [Fact]
    public void A_24_Automatic_mail_ends_no_hold()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(ForInformation)
            .At("2026-12-14 11:00")
            .Do(new RecordAutomaticMail("Out of office"));

        Assert.Equal(Condition.OnHold, one.Condition);
        Assert.Single(one.Seen<AutomaticMailReceived>());
    }

    [Fact]
    public void ESS_78_A_question_on_the_state_ends_no_hold()
    {
        var one = SimulatedCase
            .Log("2026-12-14 17:00")
            .Do(new Hold("tester-absent", "somebody to test"))
            .At("2026-12-14 19:00")
            .Do(new RecordUpdateRequest("Any news?", Channel.Portal), People.Contact);
        Assert.Equal(Condition.OnHold, one.Condition);

        one.At("2026-12-15 08:00");
        Assert.Equal(ResumeCause.NextOpening, Assert.Single(one.Seen<Resumed>()).Cause);
    }

    private static (RefusalCode, string?) Pair(Refusal refusal) => (refusal.Code, refusal.Rule);
}
