using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>The resolution plan and the executives' check, at the SMC. SMC-33, SMC-40, SMC-41.</summary>
public sealed class ResolutionPlanTests
{
    private static readonly Actor Owner = new("Duty Manager", "duty-manager");

    [Fact]
    public void SMC_40_A_step_is_kept_late_or_missed_and_a_missed_one_is_alerted_once()
    {
        var one = Escalated()
            .Do(Step("Splice the fibre", "11:00"))
            .Do(Step("Test the line", "11:30"))
            .Do(Step("Report", "12:00"));

        one.At("2027-04-12 11:00").Do(new CompleteStep(1, "Spliced")).At("2027-04-12 11:45").Do(new CompleteStep(2));
        one.At("2027-04-12 12:01");

        Assert.Equal(
            [PromiseState.Kept, PromiseState.Late, PromiseState.Missed],
            one.State.Escalation!.Steps.Select(step => step.State)
        );
        Assert.Equal([At("2027-04-12 11:30"), At("2027-04-12 12:00")], Missed(one).Select(missed => missed.At));
        Assert.All(Missed(one), missed => Assert.Equal(["duty-manager", "service-operations-manager"], missed.Alerts));
        Assert.Equal(RefusalCode.WrongCondition, one.Refuses(new CompleteStep(1)).Code);
        Assert.Equal(RefusalCode.WrongCondition, one.Refuses(new CompleteStep(9)).Code);
    }

    [Fact]
    public void SMC_40_Two_steps_for_one_time_are_missed_together_and_one_that_is_dropped_is_not()
    {
        var one = Escalated().Do(Step("Splice", "11:00")).Do(Step("Test", "11:00")).Do(Step("Report", "11:00"));
        one.Do(new DropStep(3, "Not needed")).At("2027-04-12 11:05");

        Assert.Equal(
            [PromiseState.Missed, PromiseState.Missed, PromiseState.NotOwed],
            one.State.Escalation!.Steps.Select(step => step.State)
        );
        Assert.Single(Missed(one));
        Assert.Equal(
            3,
            one.Do(Step("Test again", "13:00"))
                .State.Escalation!.Steps.Count(step => step.State != PromiseState.NotOwed)
        );
        Assert.Equal(4, one.State.Escalation!.Steps.Last().Step!.Number);
    }

    [Fact]
    public void SMC_40_What_is_left_of_the_plan_is_not_owed_when_the_matter_is_resolved()
    {
        var one = Escalated().Do(Step("Splice", "11:00")).At("2027-04-12 10:30");
        one.Do(new Resolve("Another route", Confirmation.Required)).At("2027-04-12 11:05");

        Assert.Equal(PromiseState.NotOwed, Assert.Single(one.State.Escalation!.Steps).State);
        Assert.Empty(Missed(one));
    }

    [Theory]
    [InlineData("", "Engineer 7", "11:00")]
    [InlineData("Splice", " ", "11:00")]
    [InlineData("Splice\nand more", "Engineer 7", "11:00")]
    [InlineData("Splice", "Engineer 7", "09:00")]
    public void SMC_40_A_step_says_what_by_whom_and_by_when(string what, string who, string due) =>
        Assert.Equal(
            RefusalCode.InvalidInput,
            Escalated().Refuses(new PlanStep(what, who, At($"2027-04-12 {due}"))).Code
        );

    [Fact]
    public void SMC_40_A_step_of_the_past_is_refused_as_a_step() =>
        Assert.Contains(
            "A step is planned for a time to come",
            Escalated().Refuses(new PlanStep("Splice", "Engineer 7", At("2027-04-12 09:00"))).Sentence
        );

    [Fact]
    public void SMC_41_Executives_record_whether_the_owner_follows_the_process()
    {
        var one = Escalated();
        Assert.Equal(RefusalCode.WrongCondition, one.Refuses(Check(3)).Code);
        one.Do(new Engage { Level = 3, Outcome = EngagementOutcome.Informed });

        Assert.Equal(RefusalCode.InvalidInput, one.Refuses(Check(2) with { Level = 1 }).Code);
        one.Do(Check(3));
        // Level 4 oversees as level 3 does (SMC-31, SMC-34, SMC-37).
        one.Do(new Engage { Level = 4, Outcome = EngagementOutcome.Informed });
        one.Do(Check(4) with { Result = ProcessCheck.Followed });

        Assert.Equal(
            [(3, ProcessCheck.NotFollowed), (4, ProcessCheck.Followed)],
            one.State.Escalation!.Checks.Select(check => (check.Level, check.Result))
        );
    }

    private static List<PromiseMissed> Missed(SimulatedCase one) =>
        [.. one.Seen<PromiseMissed>().Where(missed => missed.For == PromiseFor.ResolutionStep)];

    private static CheckOwner Check(int level) => new(level, ProcessCheck.NotFollowed, "No plan is agreed");

    private static PlanStep Step(string what, string due) => new(what, "Engineer 7", At($"2027-04-12 {due}"));

    private static SimulatedCase Escalated() =>
        SimulatedCase
            .Log(
                ShippedGuides.Smc,
                "2027-04-12 10:00",
                log =>
                    log with
                    {
                        Reporter = People.Reporter with { Contract = "T24" },
                        Services = ["connectivity"],
                        Answers = new Dictionary<string, string>
                        {
                            ["affected"] = "sites",
                            ["effect"] = "down",
                            ["details"] = "No answer",
                            ["tried"] = "Restarted",
                        },
                    }
            )
            .Do(
                new Escalate
                {
                    SeenLevel = 0,
                    From = "School office",
                    Number = "01632 960200",
                    Acknowledged = true,
                }
            )
            .Do(new Engage { Level = 2, Person = "Manager 2" }, Owner);

    private static Instant At(string wall) => Cases.At.Local(wall, ShippedGuides.Smc.DeskCalendar.Zone);
}
