using Rung.Core.Cases;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-76, A-15: no complete loss of service closes without its reason.</summary>
public class RfoTests
{
    private static SimulatedCase Resolved(Confirmation confirmation = Confirmation.Required) =>
        SimulatedCase
            .Log("2026-12-14 09:00", log => log with { Answers = Answers.AllDown })
            .At("2026-12-14 11:00")
            .Do(new Resolve("Certificate renewed", confirmation));

    [Fact]
    public void ESS_76_Confirmed_it_stays_open_until_the_reason_is_written()
    {
        var one = Resolved().At("2026-12-14 11:30").Do(new ConfirmResolution("Works"), People.Contact);

        Assert.Equal(Condition.ResolvedToConfirm, one.Condition);
        Assert.Single(one.Seen<ClosingBlocked>());
        var refusal = one.Refuses(new Close());
        Assert.Equal((RefusalCode.RfoRequired, "ESS-76", "outage-reason"), (refusal.Code, refusal.Rule, refusal.Cite));

        one.At("2026-12-14 12:00").Do(new WriteRfo("The certificate had run out"));
        Assert.Equal((Condition.Closed, ClosedBecause.Confirmed), (one.Condition, one.State.Closed!.Because));
        Assert.Equal("The certificate had run out", one.State.Closed.Rfo);
        Assert.Contains("The certificate had run out", one.Mails[^1].Text);
    }

    [Theory]
    [InlineData(Confirmation.Required, "2026-12-21 11:00", ClosedBecause.Silence)]
    [InlineData(Confirmation.NotRequired, "2026-12-14 12:00", ClosedBecause.ConfirmationNotRequired)]
    public void ESS_76_Closing_by_itself_waits_for_the_reason(
        Confirmation confirmation,
        string blocked,
        ClosedBecause because
    )
    {
        var one = Resolved(confirmation).At(blocked);

        Assert.Equal(At.London(blocked), Assert.Single(one.Seen<ClosingBlocked>()).At);
        one.At("2027-01-04 09:00");
        Assert.Single(one.Seen<ClosingBlocked>());
        one.Do(new WriteRfo("The certificate had run out"));
        Assert.Equal((Condition.Closed, because), (one.Condition, one.State.Closed!.Because));
    }

    [Fact]
    public void ESS_76_Written_early_nothing_waits() =>
        Assert.Equal(
            Condition.Closed,
            Resolved()
                .Do(new WriteRfo("The certificate had run out"))
                .Do(new ConfirmResolution(null), People.Contact)
                .Condition
        );

    [Fact]
    public void A_15_Lowered_and_unmarked_it_needs_none()
    {
        var one = SimulatedCase
            .Log("2026-12-14 09:00", log => log with { Answers = Answers.AllDown })
            .Do(new SetPriority("P2", null, "E-mail works"))
            .Do(new SetFlag("complete-loss", FlagValue.Unset, "Slow, not lost"))
            .At("2026-12-14 11:00")
            .Do(new Resolve("Certificate renewed", Confirmation.Required))
            .Do(new ConfirmResolution(null), People.Contact);

        Assert.Equal(Condition.Closed, one.Condition);
    }

    [Fact]
    public void A_15_Unmarked_after_it_was_held_up_it_closes_by_itself()
    {
        var one = SimulatedCase
            .Log("2026-12-14 09:00", log => log with { Answers = Answers.Fault("everyone", "cannot-use") })
            .At("2026-12-14 11:00")
            .Do(new Resolve("Certificate renewed", Confirmation.Required))
            .Do(new ConfirmResolution(null), People.Contact)
            .At("2026-12-14 11:05")
            .Do(new SetFlag("complete-loss", FlagValue.Unset, "Slow, not lost"))
            .At("2026-12-14 11:05");

        Assert.Equal((Condition.Closed, ClosedBecause.Confirmed), (one.Condition, one.State.Closed!.Because));
    }

    [Fact]
    public void A_15_An_ordinary_case_can_be_marked()
    {
        var one = SimulatedCase
            .Log("2026-12-14 09:00")
            .Do(new SetFlag("complete-loss", FlagValue.Set, "A whole site was cut off"))
            .Do(new Resolve("Done", Confirmation.Required))
            .Do(new ConfirmResolution(null), People.Contact);

        Assert.Equal(Condition.ResolvedToConfirm, one.Condition);
        Assert.NotNull(one.State.Blocked);
    }

    [Fact]
    public void A_10_Not_fixed_after_all_lifts_the_block()
    {
        var one = Resolved()
            .Do(new ConfirmResolution("Works"), People.Contact)
            .Do(new RejectResolution("No, it does not"), People.Contact);

        Assert.Equal((Condition.Open, null), (one.Condition, one.State.Blocked));
        one.Do(new WriteRfo("The certificate had run out"));
        Assert.Equal(Condition.Open, one.Condition);
    }
}
