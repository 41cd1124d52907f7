using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>Posts that nobody holds, who may ask, approval, going down, putting off. Semantics 41, SMC-19, guide model 9, 10, 12.</summary>
public sealed class LadderRulesTests
{
    private const string Shift = "contact: Through the control room, whenVacant: duty-manager, duties: Runs the shift.";
    private const string Duty = "contact: Through the control room, whenVacant: operations-director, duties:";
    private const string Directors = "contact: operations@sandgrouse.example.org, duties: Answers for all halls.";

    [Fact]
    public void Semantics_41_Where_nobody_holds_the_post_who_steps_in_is_alerted_at_once_and_the_desk_with_them()
    {
        var guide = GulfDesk.With((Shift, "whenVacant: duty-manager, duties: Runs the shift."));
        var one = GulfDesk.Severity2(guide, "2026-12-06 20:00").At("2026-12-06 20:15");

        var entered = Assert.Single(one.Seen<Escalated>());
        Assert.Equal((1, "duty-manager"), (entered.Level, entered.StandsIn));
        Assert.Equal(["duty-manager", "desk"], entered.Alerts);
        Assert.Equal(At("2026-12-06 20:15"), entered.At);
        Assert.Equal("duty-manager", NextPost.Of(guide, one.State.Escalation!, one.Now)!.Role.Id);
    }

    [Fact]
    public void Semantics_41_Where_nobody_steps_in_either_the_next_level_up_is_alerted_and_never_the_contractor()
    {
        var guide = GulfDesk.With((Shift, "duties: Runs the shift."), (Duty, "duties:"));
        var one = GulfDesk.Severity2(guide, "2026-12-06 20:00").At("2026-12-06 20:15");

        Assert.Equal(["operations-director", "desk"], Assert.Single(one.Seen<Escalated>()).Alerts);
        Assert.Equal("operations-director", NextPost.Of(guide, one.State.Escalation!, one.Now)!.Role.Id);
    }

    [Fact]
    public void Semantics_41_Where_nobody_holds_any_post_the_desk_is_alerted()
    {
        var guide = GulfDesk.With(
            (Shift, "duties: Runs the shift."),
            (Duty, "duties:"),
            (Directors, "duties: Answers for all halls.")
        );
        var one = GulfDesk.Severity2(guide, "2026-12-06 20:00").At("2026-12-06 20:15");

        Assert.Equal(["shift-supervisor", "desk"], Assert.Single(one.Seen<Escalated>()).Alerts);
        Assert.NotNull(NextPost.Of(guide, one.State.Escalation!, one.Now));
    }

    [Fact]
    public void Semantics_41_Who_steps_in_decides_on_a_request_and_is_alerted_when_it_is_not_decided()
    {
        var guide = GulfDesk.With((Duty, "whenVacant: operations-director, duties:"));
        var one = GulfDesk.Severity3(guide, "2026-12-06 10:00").Do(new AskToEscalate("Hurry", Channel.Phone));
        Assert.Equal("operations-director", one.State.EscalationPending!.DecidedBy);

        one.At("2026-12-06 10:31");

        Assert.Equal(["operations-director", "desk"], Assert.Single(one.Seen<PromiseMissed>()).Alerts);
        one.Do(
            new DecideEscalation(RequestVerdict.Approved, "Late"),
            new Actor("Director of Operations", "operations-director")
        );
        Assert.Equal(1, one.State.Escalation!.Level);
    }

    [Fact]
    public void Who_is_not_listed_is_marked_where_the_ladder_accepts_and_kept_where_it_is_strict()
    {
        var marked = GulfDesk.With(
            (
                "    decision: { by: duty-manager, within: { elapsed: 30min }, calendar: control-room, rationale: required }\n",
                ""
            )
        );
        var strict = GulfDesk.With(("precondition: accept\n    suspendWhen", "precondition: refuse\n    suspendWhen"));
        var call = new Escalate
        {
            SeenLevel = 0,
            From = "Bookkeeping",
            FromRole = "billing-contact",
            Reasons = ["too-slow"],
        };

        var one = GulfDesk.Severity3(marked, "2026-12-06 10:00").Do(call);
        Assert.Contains(EscalationWarning.CallerNotListed, one.State.Escalation!.Entered[0].Warnings);
        Assert.Equal(RefusalCode.UnknownInGuide, one.Refuses(call with { FromRole = "nobody" }).Code);
        // Whoever reported has their part under its title, and a name that is not known is taken at the agent's word.
        foreach (var name in new[] { "Operations", "Somebody else" })
        {
            var known = GulfDesk
                .Severity3(marked, "2026-12-06 10:00")
                .Do(
                    new Escalate
                    {
                        SeenLevel = 0,
                        From = name,
                        Reasons = ["too-slow"],
                    }
                );
            Assert.DoesNotContain(EscalationWarning.CallerNotListed, known.State.Escalation!.Entered[0].Warnings);
        }

        var other = GulfDesk.Severity3(strict, "2026-12-06 10:00").Do(call);
        Assert.Null(other.State.Escalation);
        Assert.Equal(WhyNotRaised.NotListed, Assert.Single(other.State.EscalationsAsked).Why);
        // Listed, and too early: nothing is used up yet.
        other.Do(call with { From = "Operations", FromRole = null });
        Assert.Equal(WhyNotRaised.TooEarly, other.State.EscalationsAsked[^1].Why);
    }

    /// <summary>SMC-04: of a wish that comes by the portal it is known which parts whoever wrote it plays.</summary>
    [Fact]
    public void Whose_parts_on_file_are_none_that_may_ask_is_not_taken_at_their_word()
    {
        var marked = GulfDesk.With(
            (
                "    decision: { by: duty-manager, within: { elapsed: 30min }, calendar: control-room, rationale: required }\n",
                ""
            )
        );
        foreach (
            var (parts, isListed) in new (string[]?, bool)[]
            {
                (null, true),
                (["billing-contact", "authorised-contact"], true),
                (["billing-contact"], false),
                ([], false),
            }
        )
        {
            var ask = new AskToEscalate("Hurry", Channel.Phone) { Parts = parts, Reasons = ["too-slow"] };
            var one = GulfDesk.Severity3(marked, "2026-12-06 10:00").Do(ask);
            Assert.Equal(
                !isListed,
                one.State.Escalation!.Entered[0].Warnings.Contains(EscalationWarning.CallerNotListed)
            );
        }
    }

    [Fact]
    public void A_request_that_is_not_approved_raises_nothing_and_tells_why()
    {
        var one = GulfDesk.Severity3(GulfDesk.Guide, "2026-12-06 10:00").Do(new AskToEscalate("Hurry", Channel.Phone));
        var asked = one.State.EscalationPending!;
        Assert.Equal((1, "duty-manager", At("2026-12-06 10:30")), (asked.Level, asked.DecidedBy, asked.Due));

        one.At("2026-12-06 10:20")
            .Do(new DecideEscalation(RequestVerdict.Rejected, "A spare is on its way"), GulfDesk.DutyManager);

        Assert.Null(one.State.EscalationPending);
        Assert.Empty(one.State.Escalations);
        Assert.Contains("A spare is on its way", one.Mails[^1].Text, StringComparison.Ordinal);
        Assert.Equal(PromiseState.Kept, Assert.Single(one.State.Promises).State);
        Assert.Equal(
            RefusalCode.WrongCondition,
            one.Refuses(new DecideEscalation(RequestVerdict.Approved, "x"), GulfDesk.DutyManager).Code
        );
    }

    [Fact]
    public void What_a_plan_says_is_approved_first_where_the_guide_wants_that()
    {
        var one = GulfDesk
            .Severity2(GulfDesk.Guide, "2026-12-06 20:00")
            .At("2026-12-06 20:20")
            .Do(new AgreePlan(new PlanRequest()));

        Assert.Equal(RefusalCode.ApprovalRequired, one.Refuses(new RecordPlannedContact("Nearly there")).Code);
        one.Do(new RecordPlannedContact("Nearly there") { ApprovedBy = "Manager on duty" });

        Assert.Equal("Manager on duty", Assert.Single(one.Seen<PlannedContactMade>()).ApprovedBy);
    }

    [Fact]
    public void It_goes_down_a_level_by_whom_the_guide_names_and_does_not_climb_back_by_itself()
    {
        var guide = GulfDesk.With(
            (
                "    repeatLast: { elapsed: 1h }\n",
                "    repeatLast: { elapsed: 1h }\n    stepDown: { by: [duty-manager], when: { condition: assigned }, says: Once somebody is at it. }\n"
            )
        );
        var one = GulfDesk.Severity1(guide, "2026-12-06 10:00").At("2026-12-06 10:31");
        Assert.Equal(2, one.State.Escalation!.Level);

        Assert.Equal(RefusalCode.RoleNotAllowed, one.Refuses(new StepDownLevel("It runs")).Code);
        Assert.Equal(RefusalCode.WrongCondition, one.Refuses(new StepDownLevel("It runs"), GulfDesk.DutyManager).Code);
        one.Do(new Assign("Technician 3")).Do(new StepDownLevel("It runs"), GulfDesk.DutyManager);

        Assert.Equal((1, "shift-supervisor"), (one.State.Escalation!.Level, one.State.Escalation.Owner!.Role));
        Assert.Equal(RefusalCode.WrongCondition, one.Refuses(new StepDownLevel("Again"), GulfDesk.DutyManager).Code);
        Assert.Equal(1, one.At("2026-12-06 13:59").State.Escalation!.Level);
        Assert.Equal(4, one.At("2026-12-06 14:00").State.Escalation!.Level);
        Assert.Equal(
            RefusalCode.WrongCondition,
            GulfDesk
                .Severity1(GulfDesk.Guide, "2026-12-06 10:00")
                .At("2026-12-06 10:31")
                .Refuses(new StepDownLevel("x"), GulfDesk.DutyManager)
                .Code
        );
    }

    // Level 2 at 10:30 with the second missed target; level 3 an hour later, 11:30; 30 minutes more at the most.
    [Fact]
    public void The_owner_puts_off_a_level_for_as_long_as_the_guide_allows()
    {
        var guide = GulfDesk.With(
            (
                "- condition: { priority: S1, service: power }",
                "- time: { anchor: levelEntered, after: { elapsed: 1h }, calendar: control-room }"
            )
        );
        var one = GulfDesk.Severity1(guide, "2026-12-06 10:00").At("2026-12-06 11:00");
        var (allowed, tooLong) = (At("2026-12-06 12:00"), At("2026-12-06 12:01"));

        Assert.Equal(RefusalCode.RoleNotAllowed, one.Refuses(new DelayLevel(3, allowed, "A part comes")).Code);
        Assert.Equal(
            RefusalCode.InvalidInput,
            one.Refuses(new DelayLevel(3, tooLong, "A part comes"), GulfDesk.DutyManager).Code
        );
        Assert.Equal(
            RefusalCode.WrongCondition,
            one.Refuses(new DelayLevel(4, allowed, "A part comes"), GulfDesk.DutyManager).Code
        );
        one.Do(new DelayLevel(3, allowed, "A part comes"), GulfDesk.DutyManager);
        // Put off once more it is counted from when it would have been entered, not from where it was put off to.
        Assert.Equal(
            RefusalCode.InvalidInput,
            one.Refuses(new DelayLevel(3, tooLong, "Again"), GulfDesk.DutyManager).Code
        );

        Assert.DoesNotContain(one.At("2026-12-06 11:59").Seen<Escalated>(), entered => entered.Level == 3);
        Assert.Equal(allowed, one.At("2026-12-06 12:00").Seen<Escalated>().Single(entered => entered.Level == 3).At);
    }

    private static Instant At(string wall) => Cases.At.Local(wall, GulfDesk.Guide.DeskCalendar.Zone);
}
