using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>
/// Levels that are entered by themselves: by time, by a target, by a condition. Semantics 16, 20 to 23, guide model 9. Times
/// are those of Muscat; an office day is 08:00 to 12:30 and 13:30 to 17:00.
/// </summary>
public sealed class ClimbingTests
{
    private const string Free = "    mode: free\n    precondition: accept\n    suspendWhen";
    private const string Sequential = "    mode: sequential\n    precondition: accept\n    suspendWhen";

    // Severity 2 of 20:00: level 1 after 15 minutes, level 2 with the second missed target (answer 20:15, update 22:00),
    // level 4 after 48 hours, told again an hour later. Nobody was there until 21:30 of the second day.
    [Fact]
    public void Semantics_23_After_a_standstill_levels_are_entered_in_due_order_and_everybody_is_told_once_of_the_highest()
    {
        var one = GulfDesk.Severity2(GulfDesk.Guide, "2026-12-06 20:00").DownUntil("2026-12-08 21:30");

        Assert.Equal(
            [(1, At("2026-12-06 20:15")), (2, At("2026-12-06 22:00")), (4, At("2026-12-08 20:00"))],
            Levels(one)
        );
        Assert.Equal([At("2026-12-08 21:00")], one.Seen<LevelToldAgain>().Select(again => again.At));
        Assert.All(one.Seen<Escalated>(), entered => Assert.Equal(At("2026-12-08 21:30"), entered.RecordedAt));
        AreToldOnceOfDirectors(one);
        var count = one.Events.Count;
        Assert.Equal(count, one.DownUntil("2026-12-08 21:30").Events.Count);
    }

    // 4 h of office time from 10:00: 2 h 30 before lunch, 1 h 30 after it. The second target is missed at 15:00 as well
    // (an update after 4 h), a moment later.
    [Fact]
    public void Semantics_21_A_timer_counts_on_its_own_calendar()
    {
        var one = GulfDesk.Severity3(GulfDesk.Guide, "2026-12-06 10:00");

        Assert.Empty(Levels(one.At("2026-12-06 14:59")));
        Assert.Equal([(1, At("2026-12-06 15:00"))], Levels(one.At("2026-12-06 15:00")));
    }

    [Fact]
    public void Semantics_22_Who_takes_the_case_stops_only_what_runs_until_then()
    {
        var one = GulfDesk
            .Severity1(GulfDesk.Guide, "2026-12-06 10:00")
            .At("2026-12-06 10:10")
            .Do(new Assign("Technician 3"));

        // The update is missed at 10:30, the restoring at 14:00; the directors are informed after 4 h.
        Assert.Equal([(4, At("2026-12-06 14:00"))], Levels(one.At("2026-12-06 14:00")));
        Assert.Equal([(4, At("2026-12-06 14:00")), (2, At("2026-12-06 14:00"))], Levels(one.At("2026-12-06 14:01")));
        Assert.Equal((4, "duty-manager"), (one.State.Escalation!.Level, one.State.Escalation.Owner!.Role));
    }

    [Fact]
    public void Semantics_22_What_is_resolved_climbs_no_more_and_goes_on_when_it_was_not()
    {
        var one = GulfDesk
            .Severity1(GulfDesk.Guide, "2026-12-06 10:00")
            .At("2026-12-06 10:05")
            .Do(new Assign("Technician 3"));
        one.Do(new SendUpdate("On it", Channel.Email)).Do(new Resolve("Replugged", Confirmation.Required));

        Assert.Empty(Levels(one.At("2026-12-06 15:00")));
        // Not fixed after all: the four hours since the report are over already, and it is entered when that is said.
        one.Do(new RejectResolution("Down again")).At("2026-12-06 15:01");
        Assert.Equal([(4, At("2026-12-06 15:00"))], Levels(one));
    }

    // Back in hand after ten minutes with five of the fifteen left: from 10:40 on they run out at 10:45. The answer (10:15)
    // and the update (10:30) are missed meanwhile, so that level 2 follows as soon as the ladder goes on.
    [Fact]
    public void A_ladder_that_stood_still_goes_on_with_what_was_left_of_its_timers()
    {
        var one = GulfDesk
            .Severity1(GulfDesk.Guide, "2026-12-06 10:00")
            .At("2026-12-06 10:10")
            .Do(new SetFlag("major-incident", FlagValue.Set, "Declared"));

        Assert.Empty(Levels(one.At("2026-12-06 10:39")));
        Assert.Equal(At("2026-12-06 10:10"), Assert.Single(one.State.LadderStops).From);
        one.At("2026-12-06 10:40").Do(new SetFlag("major-incident", FlagValue.Unset, "Over"));
        Assert.Equal([(2, At("2026-12-06 10:40"))], Levels(one.At("2026-12-06 10:44")));
        Assert.Equal([(2, At("2026-12-06 10:40")), (1, At("2026-12-06 10:45"))], Levels(one.At("2026-12-06 10:45")));
        Assert.Equal([nameof(LadderStoodStill), nameof(LadderWentOn)], Turns(one));
    }

    // Acknowledged, so that the first level is not entered by its own timer; the fourth is due after 4 h, and none is left out.
    [Fact]
    public void Semantics_20_Where_levels_follow_each_other_those_on_the_way_are_entered_with_the_one_that_is_due()
    {
        var guide = GulfDesk.With(
            (Free, Sequential),
            ("- condition: { counts: { missedTargets: { atLeast: 2 } } }", "- owner: {}")
        );
        var one = GulfDesk.Severity1(guide, "2026-12-06 10:00").At("2026-12-06 10:05").Do(new Assign("Technician 3"));

        one.At("2026-12-06 14:01");

        Assert.Equal([1, 2, 3, 4], one.Seen<Escalated>().Select(entered => entered.Level));
        Assert.All(one.Seen<Escalated>(), entered => Assert.Equal(At("2026-12-06 14:00"), entered.At));
        AreToldOnceOfDirectors(one);
    }

    [Fact]
    public void Semantics_20_A_condition_leads_past_levels_and_none_below_is_entered_after_it()
    {
        var guide = GulfDesk.With(
            (Free, Sequential),
            ("    suspendWhen: { flag: major-incident }\n    repeatLast", "    repeatLast")
        );
        var one = GulfDesk.Fault(guide, "2026-12-06 10:00", "hall", "now", "power").At("2026-12-06 13:00");

        Assert.Equal([(3, At("2026-12-06 10:00"))], Levels(one));
    }

    // The restoring of severity 2 takes 8 h: three quarters are used at 16:00, half an hour is left at 17:30.
    [Theory]
    [InlineData("used: 75%", "2026-12-06 16:00")]
    [InlineData("left: 30min", "2026-12-06 17:30")]
    [InlineData("used: 100%", "2026-12-06 18:00")]
    public void A_level_is_entered_when_so_much_of_a_target_is_used_up_or_left(string how, string at)
    {
        var guide = GulfDesk.With(
            ("- condition: { counts: { missedTargets: { atLeast: 2 } } }", $"- target: {{ id: restore, {how} }}"),
            (
                "          - time: { anchor: \"target:restore\", after: immediate, calendar: control-room, until: resolved, when: { priority: [S2, S3] } }\n",
                ""
            )
        );
        var one = GulfDesk.Severity2(guide, "2026-12-06 10:00").At("2026-12-06 10:05").Do(new Assign("Technician 3"));

        one.Until(At(at) - Duration.FromTicks(1));
        Assert.Empty(Levels(one));
        Assert.Equal([(2, At(at))], Levels(one.Until(At(at) + Duration.FromTicks(10))));
        Assert.Equal(EntryWay.Target, one.Seen<Escalated>()[0].Way);
    }

    // Half an hour and an hour after the restoring was missed at 18:00, in elapsed and in office time (closed at 17:00).
    [Theory]
    [InlineData("{ elapsed: 30min }, calendar: control-room", "2026-12-06 18:30")]
    [InlineData("{ working: 1h }, calendar: office", "2026-12-07 09:00")]
    public void A_level_is_entered_some_time_after_a_target_is_missed(string after, string at)
    {
        var guide = GulfDesk.With(
            ("- condition: { counts: { missedTargets: { atLeast: 2 } } }", "- owner: {}"),
            ("after: immediate, calendar: control-room", $"after: {after}")
        );
        var one = GulfDesk.Severity2(guide, "2026-12-06 10:00").At("2026-12-06 10:05").Do(new Assign("Technician 3"));

        Assert.Equal([(2, At(at))], Levels(one.At("2026-12-07 12:00")));
    }

    // An incident of four hours ago that was only then found to be one: what is due in the past is entered when it is known.
    [Fact]
    public void What_a_raise_makes_due_in_the_past_is_entered_when_it_is_raised()
    {
        var guide = GulfDesk.With(("raise: { within: { elapsed: 1h }", "raise: { within: { elapsed: 9h }"));
        var one = GulfDesk.Severity2(guide, "2026-12-06 10:00").At("2026-12-06 10:05").Do(new Assign("Technician 3"));
        one.Do(new SendUpdate("On it", Channel.Email))
            .At("2026-12-06 11:55")
            .Do(new SendUpdate("Still", Channel.Email));
        one.At("2026-12-06 13:50").Do(new SendUpdate("Still", Channel.Email)).At("2026-12-06 15:30");

        one.Do(new SetPriority("S1", "Operations", "The whole hall"), GulfDesk.DutyManager).At("2026-12-06 15:31");

        Assert.Contains((4, At("2026-12-06 15:30")), Levels(one));
    }

    [Fact]
    public void The_last_level_is_told_again_by_the_hour_for_a_day_and_then_daily_until_somebody_has_it()
    {
        var one = GulfDesk.Severity1(GulfDesk.Guide, "2026-12-06 10:00").At("2026-12-09 14:00");

        // From 14:00 on: hourly until 14:00 of the next day, 24 times; then on the 8th and the 9th at 14:00.
        Assert.Equal(26, one.Seen<LevelToldAgain>().Count);
        Assert.Equal(At("2026-12-09 14:00"), one.Seen<LevelToldAgain>()[^1].At);
        one.Do(new Engage { Level = 4, Person = "Director on call" }).At("2026-12-14 10:00");
        Assert.Equal(26, one.Seen<LevelToldAgain>().Count);
    }

    [Fact]
    public void What_nobody_asked_for_ends_with_the_case_and_what_was_asked_for_keeps_it_open()
    {
        var (silent, asked) = (Climbed(), Climbed());
        asked
            .Do(new AskToEscalate("Please", Channel.Phone))
            .Do(new DecideEscalation(RequestVerdict.Approved, "Late"), GulfDesk.DutyManager);
        Assert.Equal(2, asked.State.Escalation!.Level);
        Assert.Equal(GulfDesk.DutyManager.Name, asked.State.Escalation.Recipient);

        foreach (var one in new[] { silent, asked })
        {
            one.Do(new Resolve("Replugged", Confirmation.Required))
                .Do(new WriteRfo("A plug") { ApprovedBy = "Director of Operations" })
                .Do(new ConfirmResolution(null), People.Contact);
        }

        Assert.True(silent.State.IsClosed);
        Assert.Null(silent.State.Escalation);
        Assert.Null(Assert.Single(silent.Seen<EscalationEnded>()).Told);
        Assert.False(asked.State.IsClosed);
        Assert.Equal(RefusalCode.EscalationOpen, asked.Refuses(new Close()).Code);
    }

    [Fact]
    public void An_escalation_that_was_ended_does_not_begin_again_for_the_same_reason()
    {
        var one = Climbed();
        one.Do(new EndEscalation("Settled", Channel.Phone, RfoState.Owed), GulfDesk.DutyManager);

        // The update of 10:20 is owed by 10:50: the second target that is missed is another reason, and so are four hours.
        Assert.Null(one.At("2026-12-06 10:50").State.Escalation);
        Assert.Equal((2, 2), Standing(one.At("2026-12-06 10:51")));
        Assert.Equal((2, 4), Standing(one.At("2026-12-06 14:01")));
        Assert.Equal([1, 2, 4], one.Seen<Escalated>().Select(entered => entered.Level));
    }

    [Fact]
    public void A_ladder_towards_a_supplier_stands_beside_the_one_within_the_provider()
    {
        const string Supplier = """
              - id: towards-contractor
                name: Towards the contractor
                mode: free
                levels: [{ number: 1, name: Contractor's desk, role: power-contractor, kind: supplier, effect: inform, entries: [{ time: { anchor: waitBegan, after: { elapsed: 1h } } }] }]
                cite: ladder

            communicationPlans:
            """;
        var guide = GulfDesk.With(("\ncommunicationPlans:", "\n" + Supplier));
        var one = GulfDesk
            .Severity2(guide, "2026-12-06 10:00")
            .At("2026-12-06 10:20")
            .Do(new BeginWait("carrier", "a splice"));

        one.At("2026-12-06 11:20");

        Assert.Equal(
            ["technical", "towards-contractor"],
            one.State.Escalations.Select(escalation => escalation.Ladder)
        );
        Assert.All(one.State.Escalations, escalation => Assert.True(escalation.IsActive));
        one.Do(
            new Engage
            {
                Level = 1,
                About = 2,
                Outcome = EngagementOutcome.Informed,
            }
        );
        Assert.Equal([0, 1], one.State.Escalations.Select(escalation => escalation.Engagements.Count));
        // The wait is over before another hour has passed: nothing more is owed there.
        one.Do(new EndWait()).Do(new EndEscalation("It came", Channel.Phone, RfoState.NotNeeded) { About = 2 });
        Assert.Equal("technical", one.State.Escalation!.Ladder);
    }

    // The lower posts read at the desk's mailbox; with them the directors, who have their own.
    private static void AreToldOnceOfDirectors(SimulatedCase one)
    {
        var told = one.Mails.Where(mail => mail.Rule == "level-entered").ToList();
        Assert.Equal(
            ["shift-log@sandgrouse.example.org", "operations@sandgrouse.example.org"],
            told.Select(mail => mail.To)
        );
        Assert.All(told, mail => Assert.Contains("Directors", mail.Subject, StringComparison.Ordinal));
    }

    private static (int Number, int Level) Standing(SimulatedCase one) =>
        (one.State.Escalation!.Number, one.State.Escalation.Level);

    private static SimulatedCase Climbed() =>
        GulfDesk
            .Severity1(GulfDesk.Guide, "2026-12-06 10:00")
            .At("2026-12-06 10:20")
            .Do(new SendUpdate("On it", Channel.Email));

    private static IEnumerable<(int, Instant)> Levels(SimulatedCase one) =>
        one.Seen<Escalated>().Select(entered => (entered.Level, entered.At));

    private static IEnumerable<string> Turns(SimulatedCase one) =>
        one.Events.Where(happened => happened is LadderStoodStill or LadderWentOn).Select(turn => turn.GetType().Name);

    private static Instant At(string wall) => Cases.At.Local(wall, GulfDesk.Guide.DeskCalendar.Zone);
}
