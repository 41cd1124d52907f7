using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>What goes on upon one ladder keeps nobody from another. ESS-83, ESS-85, ESS-87.</summary>
public sealed class SeveralLaddersTests
{
    [Fact]
    public void ESS_85_While_the_service_is_escalated_the_case_can_be_and_the_reason_says_which_is_meant()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(Call(0, "quality"));
        Assert.Equal(("service", 1), Last(one));

        one.Do(Call(0, "no-progress"));
        Assert.Equal(("incident", 1), Last(one));
        one.At("2026-12-14 15:00").Do(Call(1, "no-progress"));

        Assert.Equal(("incident", 2), Last(one));
        Assert.Equal(2, one.State.Escalations.Count(escalation => escalation.IsActive));
    }

    [Fact]
    public void ESS_85_And_the_other_way_round_at_its_own_level_one()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(Call(0, "breach"));

        one.Do(new AskToEscalate("Nothing here works", Channel.Email) { Reasons = ["quality"] });

        Assert.Equal(("service", 1), Last(one));
        Assert.Equal("head-of-service", one.State.EscalationOn("service")!.Owner!.Role);
    }

    [Fact]
    public void Without_a_reason_it_is_the_one_that_the_case_is_worked_by_and_a_ladder_that_is_named_goes_first()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(Call(0) with { Ladder = "service" });
        one.Do(Call(1));
        Assert.Equal(("service", 1), Last(one));
        Assert.Single(one.State.Escalation!.Repeats);

        one.Do(new AskToEscalate("The case, please", Channel.Email) { Ladder = "incident" });
        Assert.Equal(("incident", 1), Last(one));
        Assert.Equal(RefusalCode.UnknownInGuide, one.Refuses(Call(1, "breach") with { Ladder = "service" }).Code);
    }

    private static (string, int) Last(SimulatedCase one) =>
        one.Seen<Escalated>()[^1] is var entered ? (entered.Ladder, entered.Level) : default;

    private static Escalate Call(int seen, params string[] reasons) =>
        new()
        {
            From = "School office",
            SeenLevel = seen,
            Reasons = reasons,
        };
}
