using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Promises;

/// <summary>What a schools desk has promised, worked by hand from the stories D1, D3 and D4. One day is 600 minutes, 08:00 to 18:00.</summary>
public class SchoolsPromiseTests
{
    private static SimulatedCase D1() => SimulatedCase.Log("2026-12-24 15:31");

    private static SimulatedCase D3() =>
        SimulatedCase
            .Log("2026-10-23 16:40", log => log with { Answers = Answers.AllDown })
            .At("2026-10-23 16:45")
            .Do(new Assign("Engineer 2"));

    // P3: 1800 minutes to resolve (149 + 600 + 600 + 451), 1200 to the next word (149 + 600 + 451); 25 to 28 December do
    // not count.
    [Fact]
    public void D1_A_case_that_was_just_logged_owes_a_word_and_a_resolution()
    {
        var one = D1();
        var owed = Book.Owed(one);

        Assert.Equal([PromiseKind.Update, PromiseKind.Target], owed.Select(entry => entry.Kind));
        Assert.Equal((PromiseState.Open, "2026-12-30 15:31", null), Book.Said(one, owed[0]));
        Assert.Equal((PromiseState.Open, "2026-12-31 15:31", null), Book.Said(one, owed[1]));
        Assert.All(owed, entry => Assert.Equal((one.Guide.Desk.Name, "School office"), (entry.Owner.Name, entry.To)));
        Assert.Equal(("resolve", Firmness.Firm), (owed[1].Ledger, owed[1].Firmness));
        Assert.Equal(("update", Firmness.Aim), (owed[0].Ledger, owed[0].Firmness));
    }

    // Round 1 from the reference, kept by the assignment of the 29th; round 2 from there (535 + 600 + 65), kept by the word
    // of the hold; round 3 stands still. Back on 4 January 09:30: 510 + 600 + 90.
    [Fact]
    public void D1_Each_round_of_the_update_clock_is_a_promise_of_its_own_with_who_kept_it()
    {
        var one = D1()
            .At("2026-12-29 09:05")
            .Do(new Assign("Engineer 2"), People.TeamLeader)
            .At("2026-12-30 11:00")
            .Do(new Hold("customer-unavailable", "somebody to test with"));

        var first = Book.Only(one, PromiseKind.Update, 1);
        Assert.Equal((PromiseState.Kept, "2026-12-30 15:31", "2026-12-29 09:05"), Book.Said(one, first));
        Assert.Equal("Team Leader", first.KeptBy);
        var second = Book.Only(one, PromiseKind.Update, 2);
        Assert.Equal((PromiseState.Kept, "2026-12-31 09:05", "2026-12-30 11:00"), Book.Said(one, second));
        Assert.Equal("Agent 1", second.KeptBy);
        var third = Book.Only(one, PromiseKind.Update, 3);
        Assert.Equal((PromiseState.Open, null, null), Book.Said(one, third));
        Assert.Equal("Customer unavailable", third.PausedFor);

        one.At("2027-01-04 09:30").Do(new RecordReply("We are back", Channel.Email), People.Contact);
        Assert.Equal("2027-01-06 09:30", Book.Said(one, Book.Only(one, PromiseKind.Update, 3)).Item2);
        Assert.Equal("Engineer 2", Book.Only(one, PromiseKind.Target).Owner.Name);
    }

    // A pause has no due, so that nothing is owed by a time.
    [Fact]
    public void D1_On_hold_nothing_is_owed_by_a_time()
    {
        var one = D1().At("2026-12-30 11:00").Do(new Hold("customer-unavailable", "somebody to test with"));

        Assert.Empty(Book.Owed(one));
        one.At("2026-12-31 15:32");
        Assert.Equal(PromiseState.Open, Book.Only(one, PromiseKind.Target).State);
    }

    // Resolved 13:50 on 5 January; 1, 2 and 4 working days later: 6, 7 and, over the weekend, 11 January.
    [Fact]
    public void D1_Resolved_to_confirm_owes_three_attempts_and_confirmed_owes_nothing()
    {
        var one = D1().At("2026-12-29 09:05").Do(new Assign("Engineer 2"));
        one.At("2026-12-31 10:00").Do(new Resolve("Renewed", Confirmation.Required));

        Assert.Equal(
            [
                (PromiseKind.Attempt, "2027-01-04 10:00"),
                (PromiseKind.Attempt, "2027-01-05 10:00"),
                (PromiseKind.Attempt, "2027-01-07 10:00"),
            ],
            Book.Owed(one).Select(entry => (entry.Kind, Book.Said(one, entry).Item2))
        );
        Assert.Equal(
            (PromiseState.Kept, "2026-12-31 15:31", "2026-12-31 10:00"),
            Book.Said(one, Book.Only(one, PromiseKind.Target))
        );

        one.Do(new ConfirmResolution("Works"), People.Contact);
        Assert.Empty(Book.Owed(one));
        Assert.DoesNotContain(Book.Of(one), entry => entry.Kind == PromiseKind.Attempt);
    }

    // P3 of Thursday 24 December 15:31: the word is due on the 30th, the resolution on the 31st, at 15:31; at that very
    // instant both are in time.
    [Fact]
    public void Semantics_2_At_its_due_a_promise_is_open_and_after_it_missed_until_it_is_done()
    {
        var one = D1().At("2026-12-30 15:31");
        Assert.Equal(PromiseState.Open, Book.Only(one, PromiseKind.Update).State);

        one.At("2026-12-30 15:32");
        var missed = Book.Only(one, PromiseKind.Update);
        Assert.Equal(
            (PromiseState.Missed, true, At.London("2026-12-30 15:31")),
            (missed.State, missed.IsToDo, missed.MissedAt)
        );

        one.At("2026-12-30 16:00").Do(new SendUpdate("Still looking"));
        var late = Book.Only(one, PromiseKind.Update, 1);
        Assert.Equal((PromiseState.Late, "2026-12-30 15:31", "2026-12-30 16:00"), Book.Said(one, late));
        Assert.Equal((true, false, "Agent 1"), (late.CountsAsMissed, late.IsToDo, late.KeptBy));
    }

    // P1: a word every two hours, day and night. From the assignment of 16:45 until 18:45; told with the hold of 19:10.
    [Fact]
    public void D3_The_night_owes_a_handover_by_closing_and_a_word_every_two_hours()
    {
        var one = D3();
        var night = Book.Only(one, PromiseKind.Handover);
        Assert.Equal((PromiseState.Open, "2026-10-23 18:00", null), Book.Said(one, night));
        Assert.Equal(("Engineer 2", "out-of-hours"), (night.Owner.Name, night.Cite));

        one.At("2026-10-23 17:20").Do(new AgreeOutOfHoursContact("School office", "01632 960041"));
        night = Book.Of(one).First(entry => entry.Kind == PromiseKind.Handover);
        Assert.Equal((PromiseState.Kept, "2026-10-23 18:00", "2026-10-23 17:20"), Book.Said(one, night));
        Assert.Equal("Agent 1", night.KeptBy);

        one.At("2026-10-23 19:10").Do(new Hold("tester-absent", "somebody to test"));
        var word = Book.Only(one, PromiseKind.Update, 2);
        Assert.Equal((PromiseState.Late, "2026-10-23 18:45", "2026-10-23 19:10"), Book.Said(one, word));
        // The weekend does not ask for another handover: nobody works on it.
        Assert.Single(Book.Of(one), entry => entry.Kind == PromiseKind.Handover);
    }

    // Monday's opening, 08:00 GMT, ends the night for which it was owed.
    [Fact]
    public void ESS_49_A_handover_that_nobody_made_is_missed_at_closing_and_moot_in_the_morning()
    {
        var one = D3().At("2026-10-23 18:01");
        var night = Assert.Single(
            Book.Owed(one),
            entry => entry.Kind == PromiseKind.Handover && entry.MissedAt is not null
        );
        Assert.Equal((PromiseState.Missed, "2026-10-23 18:00", null), Book.Said(one, night));
        Assert.Equal(At.London("2026-10-26 08:00"), night.MootFrom);

        one.At("2026-10-26 08:00");
        Assert.DoesNotContain(
            Book.Owed(one),
            entry => entry.MissedAt == At.London("2026-10-23 18:00") && entry.Kind == PromiseKind.Handover
        );
        Assert.Contains(Book.Of(one), entry => entry is { Kind: PromiseKind.Handover, State: PromiseState.Missed });
    }

    [Fact]
    public void ESS_49_Contacts_agreed_after_closing_are_late()
    {
        var one = D3().At("2026-10-23 18:30").Do(new AgreeOutOfHoursContact("School office", "01632 960041"));

        var night = Book.Of(one).First(entry => entry.Kind == PromiseKind.Handover);
        Assert.Equal((PromiseState.Late, "2026-10-23 18:00", "2026-10-23 18:30"), Book.Said(one, night));
    }

    [Fact]
    public void ESS_49_Resolved_before_closing_no_handover_is_owed()
    {
        var one = D3().At("2026-10-23 17:30").Do(new Resolve("Renewed", Confirmation.Required)).At("2026-10-23 18:30");

        Assert.Equal(PromiseState.NotOwed, Book.Only(one, PromiseKind.Handover).State);
    }

    // 24 March 14:00 GMT plus 1, 2 and 4 working days; Good Friday, the weekend and Easter Monday do not count.
    [Fact]
    public void D4_Attempts_are_kept_by_the_desk_itself_at_their_due()
    {
        var one = SimulatedCase
            .Log("2027-03-23 09:00")
            .At("2027-03-24 14:00")
            .Do(new Resolve("Done", Confirmation.Required))
            .At("2027-04-01 18:00");

        Assert.Equal(
            ["2027-03-25 14:00", "2027-03-30 14:00", "2027-04-01 14:00"],
            Book.Of(one)
                .Where(entry => entry.Kind == PromiseKind.Attempt)
                .Select(entry =>
                {
                    Assert.Equal(
                        (PromiseState.Kept, "Rung", Channel.Email),
                        (entry.State, entry.KeptBy, entry.Channel)
                    );
                    Assert.Equal(entry.Due, entry.KeptAt);
                    return Book.Said(one, entry).Item2;
                })
        );
    }

    // Monday 10:00 and an hour of desk time; told at 10:40, in time. The second, of 11:00, is not made by 12:00.
    [Fact]
    public void ESS_51_Calls_beside_mails_are_in_the_book()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00", log => log with { Source = Channel.Email, Services = ["email"] })
            .At("2026-12-14 10:40")
            .Do(new RecordCall(CallOutcome.Reached))
            .At("2026-12-14 11:00")
            .Do(new SendUpdate("One server is down"))
            .At("2026-12-14 12:30");

        var (told, owed) = (Book.Only(one, PromiseKind.Call, 1), Book.Only(one, PromiseKind.Call, 2));
        Assert.Equal((PromiseState.Kept, "2026-12-14 11:00", "2026-12-14 10:40"), Book.Said(one, told));
        Assert.Equal((PromiseState.Missed, "2026-12-14 12:00", null), Book.Said(one, owed));
        Assert.Equal((Channel.Phone, "School office", true), (owed.Channel, owed.To, owed.IsToDo));
    }

    // Fifteen working days from 14 December 10:00 end on 7 January 10:00; the date that was named ends when the desk closes.
    [Fact]
    public void ESS_67_ESS_68_A_change_has_its_expectation_and_the_date_that_was_named()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00", log => log with { Kind = "change-request" })
            .At("2026-12-15 10:01")
            .Do(new GiveDisposition("valid-change", "We will set it up", null, At.Date("2027-01-06")));

        var dates = Book.Owed(one).Where(entry => entry.Kind == PromiseKind.Expectation).ToList();
        Assert.Equal(["expected", "change-done"], dates.Select(entry => entry.Id));
        Assert.Equal((PromiseState.Open, "2027-01-06 18:00", null), Book.Said(one, dates[0]));
        Assert.Equal((PromiseState.Open, "2027-01-07 10:00", null), Book.Said(one, dates[1]));
        Assert.All(dates, entry => Assert.Equal(Firmness.Aim, entry.Firmness));

        one.At("2027-01-06 18:01");
        Assert.Equal(PromiseState.Missed, Book.Of(one).Single(entry => entry.Id == "expected").State);
        one.At("2027-01-07 09:00").Do(new Resolve("It is there", Confirmation.NotRequired));
        Assert.Equal(
            (PromiseState.Late, PromiseState.Kept),
            (
                Book.Of(one).Single(entry => entry.Id == "expected").State,
                Book.Of(one).Single(entry => entry.Id == "change-done").State
            )
        );
    }
}
