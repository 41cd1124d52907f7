using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-47 to ESS-49, A-01: what goes on after the desk has closed.</summary>
public class NightTests
{
    private static SimulatedCase P1(string at) => SimulatedCase.Log(at, log => log with { Answers = Answers.AllDown });

    [Theory]
    [InlineData("2026-12-14 17:30", "2026-12-14 21:30")]
    [InlineData("2026-12-14 03:00", "2026-12-14 07:00")]
    [InlineData("2026-10-24 23:30", "2026-10-25 02:30")]
    public void A_01_P1_runs_through_the_night(string logged, string due) =>
        Assert.Equal(At.London(due), P1(logged).Clock.Due);

    [Fact]
    public void ESS_47_P1_missed_at_night_is_missed_at_night()
    {
        var one = P1("2026-12-14 17:30").At("2026-12-14 23:00");

        Assert.Equal(
            At.London("2026-12-14 21:30"),
            Assert.Single(one.Seen<TargetMissed>(), missed => missed.Target == "resolve").At
        );
    }

    [Theory]
    [InlineData("2026-10-23 16:40", "2026-10-23 17:00", "2026-10-23 18:00")]
    [InlineData("2026-10-23 17:30", "2026-10-23 17:30", "2026-10-23 18:00")]
    [InlineData("2026-10-23 18:30", "2026-10-26 17:00", "2026-10-26 18:00")]
    public void ESS_49_Contacts_are_asked_for_before_the_desk_closes(string logged, string prompted, string closing)
    {
        var handover = P1(logged).At("2026-10-26 17:30").Seen<HandoverFellDue>()[0];

        Assert.Equal((At.London(prompted), At.London(closing)), (handover.At, handover.Closing));
    }

    [Fact]
    public void ESS_49_Once_for_each_evening()
    {
        var one = P1("2026-12-14 10:00").At("2026-12-16 10:00").Do(new AddNote("still down")).At("2026-12-16 17:59");

        Assert.Equal(
            [At.London("2026-12-14 17:00"), At.London("2026-12-15 17:00"), At.London("2026-12-16 17:00")],
            one.Seen<HandoverFellDue>().Select(handover => handover.At)
        );
    }

    [Fact]
    public void ESS_49_Not_when_it_is_settled_already()
    {
        var one = P1("2026-12-14 10:00")
            .At("2026-12-14 15:00")
            .Do(new AgreeOutOfHoursContact("Caretaker", "01632 960042"))
            .At("2026-12-15 16:00");
        Assert.Empty(one.Seen<HandoverFellDue>());

        Assert.Single(one.At("2026-12-15 17:00").Seen<HandoverFellDue>());
    }

    [Fact]
    public void ESS_49_Only_for_what_is_worked_at_night()
    {
        Assert.Empty(SimulatedCase.Log("2026-12-14 10:00").At("2026-12-15 10:00").Seen<HandoverFellDue>());
        Assert.Empty(
            P1("2026-12-14 10:00")
                .Do(new Resolve("Done", Confirmation.Required))
                .At("2026-12-15 10:00")
                .Seen<HandoverFellDue>()
        );
        Assert.Empty(
            P1("2026-12-14 10:00").Do(new Hold("information", "which")).At("2026-12-15 10:00").Seen<HandoverFellDue>()
        );
    }

    // a site that lost everything starts as P3 and is marked.
    [Fact]
    public void ESS_47_A_case_marked_as_total_loss_is_worked_at_night_too()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00", log => log with { Answers = Answers.Fault("site", "cannot-use") })
            .Do(new SetFlag("total-loss", FlagValue.Set, "Nothing works at this school"))
            .At("2026-12-14 17:00");

        Assert.Single(one.Seen<HandoverFellDue>());
    }

    [Fact]
    public void ESS_49_A_lunch_break_is_not_the_end_of_the_day()
    {
        var guide = ShippedGuides.Schools;
        var desk = Rung.Core.Time.WorkingCalendar.Compile(
            Time.Desk.Weekdays("desk", Time.Desk.London, "08:00-12:00", "13:00-18:00")
        );
        guide = guide with
        {
            Calendars = new Dictionary<string, Rung.Core.Time.WorkingCalendar>(guide.Calendars) { ["desk"] = desk },
        };

        var one = SimulatedCase
            .Log(guide, "2026-12-14 10:00", log => log with { Answers = Answers.AllDown })
            .At("2026-12-14 17:30");

        Assert.Equal(At.London("2026-12-14 17:00"), Assert.Single(one.Seen<HandoverFellDue>()).At);
    }

    // Who was agreed upon is reached as was agreed; no call is owed, since mail works (identity is what failed).
    [Fact]
    public void ESS_50_At_night_the_mails_go_on_to_whoever_reported_the_case()
    {
        var one = P1("2026-12-14 16:00")
            .At("2026-12-14 17:30")
            .Do(new AgreeOutOfHoursContact("Caretaker", "01632 960042"))
            .At("2026-12-14 22:00");
        one.Mails.Clear();
        one.Do(new SendUpdate("The directory is being rebuilt"));

        var mail = Assert.Single(one.Mails);
        Assert.Equal(
            ("updated", Channel.Email, "office@millbrook.example.org", null),
            (mail.Rule, mail.Channel, mail.To, mail.NotBefore)
        );
        Assert.Empty(one.State.Calls);
    }

    [Fact]
    public void A_P1_is_warned_of_at_a_quarter_and_at_half_an_hour()
    {
        var one = P1("2026-12-14 09:00").At("2026-12-14 13:00");

        Assert.Equal(
            [At.London("2026-12-14 12:00"), At.London("2026-12-14 12:30")],
            one.Seen<TargetWarned>().Where(warned => warned.Target == "resolve").Select(warned => warned.At)
        );
    }
}
