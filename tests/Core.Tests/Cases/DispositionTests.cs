using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-64 to ESS-68, A-13, A-14, semantics 32.</summary>
public class DispositionTests
{
    [Theory]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("d")]
    public void A_14_The_outcome_meets_the_target_and_the_case_stays_live(string outcome)
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-15 12:00")
            .Do(new GiveDisposition(outcome, "It needs development", "Use the web page meanwhile", null));

        Assert.Equal((ClockState.Met, 720, Condition.Open), (one.Clock.State, one.Used, one.Condition));
        Assert.Equal(outcome, one.State.Disposition!.Disposition);
        Assert.Equal(At.London("2026-12-15 12:00"), one.State.Disposition.At);
        Assert.Contains("Use the web page meanwhile", one.Mails[^1].Text);
        one.At("2027-01-11 10:00").Do(new Resolve("Released", Confirmation.Required));
        Assert.Equal((ClockState.Met, 720), (one.Clock.State, one.Used));
    }

    [Fact]
    public void A_14_Outcome_a_resolves_the_case()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-15 12:00")
            .Do(new GiveDisposition("a", "It works as it is meant to", null, null));

        Assert.Equal((ClockState.Met, Condition.ResolvedToConfirm), (one.Clock.State, one.Condition));
    }

    // 480 minutes on the 14th and 240 on the 15th are used; of the 1,080 left 540 run on the 16th and 540 on the 17th.
    [Fact]
    public void A_10_When_the_customer_rejects_outcome_a_the_clock_goes_on_from_what_was_used_and_the_mail_says_until_when()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-15 12:00")
            .Do(new GiveDisposition("a", "It works as it is meant to", null, null))
            .At("2026-12-16 09:00")
            .Do(new RejectResolution("It does not"), People.Contact);

        Assert.Equal((ClockState.Running, 720, 1080), (one.Clock.State, one.Used, one.Left));
        Assert.Equal(At.London("2026-12-17 17:00"), one.Clock.Due);
        Assert.Equal("not-fixed", one.Mails[^1].Rule);
        Assert.Contains("Our new target: Thursday 17 December 2026, 17:00 GMT", one.Mails[^1].Text);
        one.At("2026-12-17 17:01");
        Assert.Equal(
            At.London("2026-12-17 17:00"),
            one.Seen<TargetMissed>().Single(missed => missed.Target == "resolve").At
        );
    }

    [Fact]
    public void A_10_Outcome_a_given_again_after_a_rejection_meets_the_target_again()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-15 12:00")
            .Do(new GiveDisposition("a", "It works as it is meant to", null, null))
            .At("2026-12-16 09:00")
            .Do(new RejectResolution("It does not"), People.Contact)
            .At("2026-12-16 10:00")
            .Do(new GiveDisposition("a", "Here is the page that says so", null, null));

        Assert.Equal((ClockState.Met, 780), (one.Clock.State, one.Used));
    }

    [Theory]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("d")]
    public void A_14_An_outcome_that_leaves_the_case_open_stands_and_no_mail_names_a_target_any_more(string outcome)
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-15 12:00")
            .Do(new GiveDisposition(outcome, "It needs development", null, null))
            .At("2026-12-16 09:00")
            .Do(new Hold("customer-unavailable", "somebody to try it"))
            .At("2026-12-16 10:00")
            .Do(new RecordReply("We are here", Channel.Email), People.Contact)
            .Do(new SendUpdate("We go on"))
            .Do(new Resolve("Released", Confirmation.Required))
            .Do(new RejectResolution("Still wrong"), People.Contact);

        Assert.Equal((ClockState.Met, 720), (one.Clock.State, one.Used));
        Assert.Equal(
            ["resumed", "updated", "resolved-to-confirm", "not-fixed"],
            one.Mails[^4..].Select(mail => mail.Rule)
        );
        Assert.All(
            one.Mails[^4..],
            mail => Assert.DoesNotContain("target", mail.Text, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void Semantics_2_An_outcome_after_the_due_is_late()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-18 12:00")
            .Do(new GiveDisposition("c", "Later", null, null));

        Assert.Equal((ClockState.Missed, At.London("2026-12-17 10:00")), (one.Clock.State, one.Clock.MissedAt));
    }

    [Fact]
    public void ESS_64_Outcomes_are_for_the_starred_priorities()
    {
        var p1 = SimulatedCase.Log("2026-12-14 10:00", log => log with { Answers = Answers.AllDown });

        Assert.Equal(
            (RefusalCode.DispositionNotAllowed, "ESS-64", "development"),
            Parts(p1.Refuses(new GiveDisposition("b", "Soon", null, null)))
        );
        Assert.Equal(RefusalCode.UnknownInGuide, p1.Refuses(new GiveDisposition("e", "Soon", null, null)).Code);
    }

    [Theory]
    [InlineData("backlog", "on the list")]
    [InlineData("not-pursued", "will not be taken")]
    public void ESS_66_A_feature_request_is_answered_and_closed(string answer, string text)
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00", log => log with { Kind = "feature-request" })
            .At("2026-12-16 10:00")
            .Do(new GiveDisposition(answer, $"It is {text}", null, null));

        Assert.Equal((Condition.Closed, ClosedBecause.Reviewed), (one.Condition, one.State.Closed!.Because));
        Assert.Equal((ClockState.Met, 1200), (one.Clock.State, one.Used));
        Assert.Equal(
            RefusalCode.DispositionNotAllowed,
            SimulatedCase.Log("2026-12-14 10:00").Refuses(new GiveDisposition(answer, text, null, null)).Code
        );
    }

    // 9000 working minutes from the start, Mon 14 Dec 2026 10:00, over Christmas and New Year: Thu 7 Jan 10:00.
    [Fact]
    public void A_13_A_valid_change_request_meets_its_target_and_its_fifteen_days_run_on()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00", log => log with { Kind = "change-request" })
            .At("2026-12-15 10:00")
            .Do(new GiveDisposition("valid-change", "We will do it", null, new LocalDate(2027, 1, 6)));

        Assert.Equal(ClockState.Met, one.Clock.State);
        var expectation = one.Clocks().Single(clock => clock.Target.Role == TargetRole.Expectation);
        Assert.Equal((ClockState.Running, At.London("2027-01-07 10:00")), (expectation.State, expectation.Due));
        Assert.Contains("Wednesday 6 January 2027", one.Mails[^1].Text);
        one.At("2027-01-07 10:00").Do(new Resolve("Changed", Confirmation.NotRequired));
        Assert.All(
            one.Clocks().Where(clock => clock.Target.Role != TargetRole.Update),
            clock => Assert.Equal(ClockState.Met, clock.State)
        );
    }

    [Fact]
    public void ESS_67_A_valid_change_request_names_its_date()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00", log => log with { Kind = "change-request" });
        var valid = new GiveDisposition("valid-change", "We will do it", null, null);

        Assert.Equal((RefusalCode.InvalidInput, "ESS-67", "change-requests"), Parts(one.Refuses(valid)));
        Assert.Equal(RefusalCode.InvalidInput, one.Refuses(valid with { Expected = new LocalDate(2026, 12, 13) }).Code);
        Assert.Equal(
            RefusalCode.InvalidInput,
            one.Refuses(valid with { Expected = new LocalDate(2027, 1, 6), Text = "" }).Code
        );
    }

    private static (RefusalCode, string?, string?) Parts(Refusal refusal) => (refusal.Code, refusal.Rule, refusal.Cite);
}
