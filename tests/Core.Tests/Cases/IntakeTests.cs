using Rung.Core.Cases;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>What has to be asked, and what of it is kept: ESS-17, ESS-18, ESS-20, ESS-22 to ESS-24, ESS-42, ESS-55.</summary>
public class IntakeTests
{
    [Fact]
    public void ESS_24_The_clock_runs_from_the_reference_while_the_intake_goes_on()
    {
        var one = SimulatedCase.Log("2026-12-24 15:31", log => log with { Services = [], Answers = NoAnswers });

        Assert.Null(one.State.Priority);
        Assert.Empty(one.Clocks());
        Assert.Equal(IntakeState.Open, one.State.Intake);
        Assert.Empty(one.Mails);

        one.At("2026-12-24 15:40").Do(new AnswerIntake(["identity"], Answers.DownForSome, IntakeState.Finished));

        Assert.Equal("P3", one.State.Priority);
        Assert.Equal(At.London("2026-12-24 15:31"), one.Clock.Start);
        Assert.Equal(At.London("2026-12-31 15:31"), one.Clock.Due);
        Assert.Single(one.Mails);
    }

    [Fact]
    public void ESS_24_Intake_does_not_finish_with_questions_open()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00", log => log with { Answers = NoAnswers });

        var missing = new AnswerIntake(["identity"], Without("tried", "help-guides"), IntakeState.Finished);

        var refusal = one.Refuses(missing);
        Assert.Equal((RefusalCode.IntakeIncomplete, "ESS-24"), (refusal.Code, refusal.Rule));
        Assert.Contains("Tried so far", refusal.Sentence);
        Assert.Contains("Help guides", refusal.Sentence);
        Assert.Equal("telephone", refusal.Cite);
        one.Do(missing with { State = IntakeState.Open });
        Assert.Equal(IntakeState.Open, one.State.Intake);
    }

    [Theory]
    [InlineData("affected", "Who is affected?")] // ESS-20
    [InlineData("effect", "How badly?")] // ESS-20
    [InlineData("details", "What do they see?")] // ESS-18
    [InlineData("tried", "Tried so far")] // ESS-22
    [InlineData("help-guides", "Help guides looked at?")] // ESS-23
    public void ESS_24_Any_question_that_stays_open_keeps_the_intake_open(string question, string named)
    {
        var one = SimulatedCase.Log("2026-12-14 10:00", log => log with { Answers = NoAnswers });

        var refusal = one.Refuses(new AnswerIntake(["identity"], Without(question), IntakeState.Finished));

        Assert.Equal((RefusalCode.IntakeIncomplete, "ESS-24"), (refusal.Code, refusal.Rule));
        Assert.Contains(named, refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void ESS_24_What_the_caller_said_is_kept()
    {
        var answers = new Dictionary<string, string>(Answers.DownForSome)
        {
            ["help-guides"] = "not-applicable",
            ["help-guides.reason"] = "There is no guide for a sign-in loop",
        };

        var one = SimulatedCase.Log("2026-12-14 10:00", log => log with { Answers = NoAnswers });
        var state = one.Do(new AnswerIntake(["identity"], answers, IntakeState.Finished)).State;

        var caller = state.Logged.Reporter; // ESS-17
        Assert.Equal(
            ("School office", "site-administrator", "01632 960041"),
            (caller.ContactName, caller.ContactRole, caller.Phone)
        );
        Assert.Equal("Users see an error when they sign in", state.Answers["details"]); // ESS-18
        Assert.Equal("Another browser, another account", state.Answers["tried"]); // ESS-22
        Assert.Equal(
            ("not-applicable", "There is no guide for a sign-in loop"),
            (state.Answers["help-guides"], state.Answers["help-guides.reason"])
        ); // ESS-23
    }

    [Fact]
    public void ESS_24_What_was_finished_may_be_corrected_but_not_taken_back()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00");
        one.Do(new AnswerIntake(["identity"], Answers.DownForSome, IntakeState.Finished));

        var noService = one.Refuses(new AnswerIntake([], Answers.DownForSome, IntakeState.Open));
        var blank = new Dictionary<string, string>(Answers.DownForSome) { ["tried"] = " " };
        var noAnswer = one.Refuses(new AnswerIntake(["identity"], blank, IntakeState.Open));

        Assert.Equal((RefusalCode.IntakeIncomplete, "ESS-24"), (noService.Code, noService.Rule));
        Assert.Contains("Tried so far", noAnswer.Sentence, StringComparison.Ordinal);
        one.Do(new AnswerIntake(["email"], Answers.DownForSome, IntakeState.Open));
        Assert.Equal((IntakeState.Finished, "email"), (one.State.Intake, Assert.Single(one.State.Services)));
    }

    // Which priority it is depends on the services concerned.
    [Fact]
    public void ESS_20_Intake_of_a_fault_does_not_finish_before_a_service_is_named()
    {
        var one = SimulatedCase.Log(
            "2026-12-14 10:00",
            log => log with { Services = [], Answers = Answers.Fault("everyone", "cannot-use") }
        );
        Assert.Equal(IntakeState.Open, one.State.Intake);

        var refusal = one.Refuses(new AnswerIntake([], one.State.Answers, IntakeState.Finished));

        Assert.Equal((RefusalCode.IntakeIncomplete, "ESS-24"), (refusal.Code, refusal.Rule));
        Assert.Contains("What is not working?", refusal.Sentence, StringComparison.Ordinal);
        one.Do(new AnswerIntake(["email"], one.State.Answers, IntakeState.Finished));
    }

    [Fact]
    public void ESS_55_Whoever_says_that_nothing_works_need_not_name_the_services()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00", log => log with { Services = [], Answers = Answers.AllDown });

        Assert.Equal(("P1", IntakeState.Finished), (one.State.Priority, one.State.Intake));
    }

    [Theory]
    [InlineData("information")]
    [InlineData("feature-request")]
    public void ESS_42_A_kind_with_its_own_default_needs_no_service(string kind) =>
        Assert.Equal(
            IntakeState.Finished,
            SimulatedCase.Log("2026-12-14 10:00", log => log with { Kind = kind, Services = [] }).State.Intake
        );

    [Fact]
    public void ESS_24_Not_applicable_is_an_answer_with_its_reason()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00", log => log with { Answers = NoAnswers });
        var answers = Answers.DownForSome.ToDictionary();
        answers["help-guides"] = "not-applicable";

        Assert.Equal(
            RefusalCode.IntakeIncomplete,
            one.Refuses(new AnswerIntake(["identity"], answers, IntakeState.Finished)).Code
        );
        answers["help-guides.reason"] = "There is no guide for a sign-in loop";
        one.Do(new AnswerIntake(["identity"], answers, IntakeState.Finished));
    }

    [Theory]
    [InlineData("12", true)]
    [InlineData("about a dozen", false)]
    [InlineData("-3", false)]
    public void ESS_20_How_many_people_are_affected_is_a_number_where_they_can_say(string users, bool accepted)
    {
        var one = SimulatedCase.Log("2026-12-14 10:00", log => log with { Answers = NoAnswers });
        var answers = new Dictionary<string, string>(Answers.DownForSome) { ["users"] = users };
        var answered = new AnswerIntake(["identity"], answers, IntakeState.Finished);
        if (accepted)
        {
            Assert.Equal(users, one.Do(answered).State.Answers["users"]);
        }
        else
        {
            Assert.Equal(RefusalCode.InvalidInput, one.Refuses(answered).Code);
        }
    }

    private static Dictionary<string, string> NoAnswers => [];

    private static Dictionary<string, string> Without(params string[] questions) =>
        Answers.DownForSome.Where(pair => !questions.Contains(pair.Key)).ToDictionary();
}
