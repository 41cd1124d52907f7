using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>
/// ESS-51: what is written to a customer whose mail or internet failed is told by telephone as well. By the schools guide
/// within an hour of desk time (08:00 to 18:00), for priority 1 within 30 minutes of elapsed time.
/// </summary>
public class CallTests
{
    private static SimulatedCase ByMail(string at, string service = "email") =>
        SimulatedCase.Log(
            at,
            log => log with { Source = Channel.Email, Services = [service], Answers = Answers.DownForSome }
        );

    private static SimulatedCase ByPhone(string at) =>
        SimulatedCase.Log(at, log => log with { Services = ["email"], Answers = Answers.DownForSome });

    private static bool IsFlagged(SimulatedCase one) =>
        CaseFacts.Of(one.Guide, one.State, one.Now).HasFlag("phone-customer");

    [Theory]
    [InlineData("email", true)]
    [InlineData("dns", true)]
    [InlineData("web-filtering", true)]
    [InlineData("identity", false)]
    [InlineData("web-hosting", false)]
    public void ESS_51_A_fault_of_mail_or_internet_carries_the_flag(string service, bool flagged)
    {
        var one = ByMail("2026-12-14 10:00", service);

        Assert.Equal((flagged, flagged ? 1 : 0), (IsFlagged(one), one.Seen<CallOwed>().Count));
    }

    [Fact]
    public void ESS_51_What_is_no_fault_does_not()
    {
        var one = SimulatedCase.Log(
            "2026-12-14 10:00",
            log => log with { Kind = "information", Source = Channel.Email, Services = ["email"] }
        );

        Assert.Equal((false, 0), (IsFlagged(one), one.State.Calls.Count));
    }

    // Monday 10:00 and an hour.
    [Fact]
    public void ESS_51_The_mail_is_queued_and_the_call_is_owed()
    {
        var one = ByMail("2026-12-14 10:00");

        var call = Assert.Single(one.State.Calls);
        Assert.Equal((CaseMoment.PrioritySet, At.London("2026-12-14 11:00")), (call.Owed.On, call.Due));
        Assert.Equal("logged", Assert.Single(one.Mails).Rule);
        Assert.Equal(one.Mails[0].Event, call.Owed.Event);
        Assert.Contains(DueList.Of(one.Guide, one.State, one.Now), due => due.Key == "call:1");
    }

    // Four messages: update, hold, resolution, and the first attempt a working day after the resolution.
    [Fact]
    public void ESS_51_Updates_holds_resolutions_and_attempts_are_called_about()
    {
        var one = ByPhone("2026-12-14 10:00")
            .At("2026-12-14 11:00")
            .Do(new Assign("Engineer 2"))
            .Do(new SendUpdate("One server is down"))
            .Do(new Hold("information", "the wording of the error"))
            .At("2026-12-14 12:00")
            .Do(new Resume())
            .Do(new Resolve("It is back", Confirmation.Required))
            .At("2026-12-15 12:30");

        Assert.Equal(
            [CaseMoment.Updated, CaseMoment.Held, CaseMoment.Resolved, CaseMoment.AttemptMade],
            one.State.Calls.Select(call => call.Owed.On)
        );
        Assert.Equal(At.London("2026-12-15 13:00"), one.State.Calls[3].Due);
    }

    [Fact]
    public void ESS_51_What_is_said_on_the_first_call_needs_no_other()
    {
        var one = SimulatedCase.Log(
            "2026-12-14 10:00",
            log => log with { Services = ["email"], Answers = new Dictionary<string, string>() }
        );
        one.At("2026-12-14 10:02").Do(new AnswerIntake(["email"], Answers.DownForSome, IntakeState.Finished));
        Assert.Equal("P3", one.State.Priority);

        Assert.Empty(
            one.Do(new Resolve("Cache cleared", Confirmation.NotRequired, ResolvedWhere.OnFirstCall)).State.Calls
        );
    }

    [Fact]
    public void ESS_51_An_update_by_telephone_is_the_call()
    {
        var one = ByMail("2026-12-14 10:00")
            .At("2026-12-14 10:30")
            .Do(new SendUpdate("One server is down", Channel.Phone));

        var call = Assert.Single(one.State.Calls);
        Assert.Equal((At.London("2026-12-14 10:30"), PromiseState.Kept), (call.MadeAt, call.Standing(one.Now)));
    }

    [Fact]
    public void ESS_51_An_attempt_by_telephone_is_the_call()
    {
        var one = ByPhone("2026-12-14 10:00")
            .Do(new Resolve("It is back", Confirmation.Required))
            .At("2026-12-14 10:40")
            .Do(new RecordAttempt(Channel.Phone, "Voicemail"));

        Assert.Equal(PromiseState.Kept, Assert.Single(one.State.Calls).Standing(one.Now));
    }

    // At its due instant is in time; a second later is late.
    [Theory]
    [InlineData("2026-12-14 11:00", PromiseState.Kept, 0)]
    [InlineData("2026-12-14 11:01", PromiseState.Late, 1)]
    public void ESS_51_Kept_up_to_the_due_instant(string made, PromiseState standing, int missed)
    {
        var one = ByMail("2026-12-14 10:00").At(made).Do(new RecordCall(CallOutcome.Reached, "They know"));

        Assert.Equal(standing, Assert.Single(one.State.Calls).Standing(one.Now));
        Assert.Equal(missed, one.Seen<CallMissed>().Count);
    }

    [Fact]
    public void ESS_51_Missed_at_the_due_instant_once_and_still_owed()
    {
        var one = ByMail("2026-12-14 10:00").At("2026-12-14 16:00");

        Assert.Equal(At.London("2026-12-14 11:00"), Assert.Single(one.Seen<CallMissed>()).At);
        Assert.Equal(PromiseState.Missed, Assert.Single(one.State.Calls).Standing(one.Now));
        Assert.Single(CallTask.Of(one.Guide, one.State, one.Now));
    }

    // Tried at 10:50, again within an hour; that one is missed in its turn.
    [Fact]
    public void ESS_51_Who_is_not_reached_is_rung_again()
    {
        var one = ByMail("2026-12-14 10:00").At("2026-12-14 10:50").Do(new RecordCall(CallOutcome.NotReached));

        var call = Assert.Single(one.State.Calls);
        Assert.Equal((1, At.London("2026-12-14 11:50")), (call.Tries, call.Due));

        one.At("2026-12-14 12:00").Do(new RecordCall(CallOutcome.NotReached)).At("2026-12-14 14:00");
        Assert.Equal(
            [At.London("2026-12-14 11:50"), At.London("2026-12-14 13:00")],
            one.Seen<CallMissed>().Select(missed => missed.At)
        );
    }

    [Fact]
    public void ESS_51_One_call_keeps_all_that_are_owed()
    {
        var one = ByMail("2026-12-14 10:00")
            .Do(new SendUpdate("One server is down"))
            .At("2026-12-14 10:30")
            .Do(new RecordCall(CallOutcome.MessageLeft));

        Assert.Equal(2, one.State.Calls.Count);
        Assert.All(one.State.Calls, call => Assert.Equal(PromiseState.Kept, call.Standing(one.Now)));
    }

    [Fact]
    public void ESS_51_Without_a_call_that_is_owed_none_can_be_recorded()
    {
        var one = ByPhone("2026-12-14 10:00").At("2026-12-14 10:30");

        var refusal = one.Refuses(new RecordCall(CallOutcome.Reached));
        Assert.Equal(
            (RefusalCode.WrongCondition, "ESS-51", "out-of-hours"),
            (refusal.Code, refusal.Rule, refusal.Cite)
        );
    }

    [Fact]
    public void ESS_51_Without_the_flag_nothing_is_owed_any_more()
    {
        var one = ByMail("2026-12-14 10:00")
            .At("2026-12-14 10:30")
            .Do(new SetFlag("phone-customer", FlagValue.Unset, "Their mail is with another provider"))
            .Do(new SendUpdate("News"))
            .At("2026-12-14 16:00");

        Assert.Empty(CallTask.Of(one.Guide, one.State, one.Now));
        Assert.Empty(one.Seen<CallMissed>());
        Assert.Single(one.Seen<CallOwed>());
    }

    // A P1 is worked at night: from 19:00 the contact agreed for the night is rung, by 19:30.
    [Fact]
    public void ESS_49_ESS_51_At_night_the_agreed_contact_is_rung()
    {
        var one = SimulatedCase
            .Log("2026-12-14 16:00", log => log with { Services = ["email"], Answers = Answers.AllDown })
            .At("2026-12-14 17:30")
            .Do(new AgreeOutOfHoursContact("Caretaker", "01632 960042"))
            .At("2026-12-14 19:00")
            .Do(new SendUpdate("The core switch is replaced"));

        var task = Assert.Single(CallTask.Of(one.Guide, one.State, one.Now));
        Assert.Equal(("Caretaker", "01632 960042"), (task.Contact, task.Phone));
        Assert.Equal(At.London("2026-12-14 19:30"), task.Call.Due);

        one.At("2026-12-15 08:00");
        Assert.Equal(People.Reporter.ContactName, Assert.Single(CallTask.Of(one.Guide, one.State, one.Now)).Contact);
    }

    [Fact]
    public void The_engineer_owes_the_call_and_before_there_is_one_the_desk()
    {
        var one = ByMail("2026-12-14 10:00");
        Assert.Equal(one.Guide.Desk.Name, CallTask.Of(one.Guide, one.State, one.Now)[0].Owes);

        one.Do(new Assign("Engineer 2"));
        Assert.Equal("Engineer 2", CallTask.Of(one.Guide, one.State, one.Now)[0].Owes);
    }

    [Fact]
    public void Nothing_is_owed_on_a_closed_case()
    {
        var one = ByMail("2026-12-14 10:00")
            .Do(new Resolve("It is back", Confirmation.Required))
            .Do(new ConfirmResolution("Thank you"), People.Contact);

        Assert.Equal(Condition.Closed, one.Condition);
        Assert.Empty(CallTask.Of(one.Guide, one.State, one.Now));
        Assert.Empty(one.At("2026-12-15 16:00").Seen<CallMissed>());
    }
}
