using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Promises;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>Each ground on which the guides let a customer escalate, and whom each level brings in.</summary>
public sealed class GroundsTests
{
    // SMC-20: the outage lasts longer than agreed. SMC-21: no daily business. SMC-22: the plan failed. SMC-23: the impact has
    // risen. SMC-24: protracted or repeated.
    [Theory]
    [InlineData("outage-beyond-sla")]
    [InlineData("business-stopped")]
    [InlineData("plan-failed")]
    [InlineData("impact-rose")]
    [InlineData("protracted")]
    public void Above_level_1_each_reason_is_kept_with_the_move_that_it_was_given_for(string reason)
    {
        var one = NightOfD5.Logged().Do(Call(1));

        var entered = one.Do(Call(2, reason)).Seen<Escalated>()[^1];

        Assert.Equal((2, EntryWay.Request), (entered.Level, entered.Way));
        Assert.Equal([reason], entered.Reasons);
        Assert.DoesNotContain(EscalationWarning.ReasonMissing, entered.Warnings);
        Assert.Equal([reason], one.State.Escalation!.Reasons);
    }

    [Fact]
    public void SMC_24_Several_reasons_hold_at_once_and_the_crisis_ones_stand_under_their_heading()
    {
        var one = NightOfD5.Logged().Do(Call(1)).Do(Call(2, "protracted", "impact-rose"));

        Assert.Equal(["protracted", "impact-rose"], one.State.Escalation!.Reasons);
        Assert.Equal(
            ["outage-beyond-sla", "business-stopped", "plan-failed"],
            ShippedGuides.Smc.Ladders[0].Reasons.Where(each => each.Group == "Crisis").Select(each => each.Id)
        );
    }

    [Fact]
    public void SMC_17_Each_level_brings_in_its_post()
    {
        var one = NightOfD5.Logged().Do(Call(1));
        Assert.Equal("duty-manager", Next(one));
        one.Do(new Engage { Level = 2, Person = "Manager 2" }).Do(Call(2, "protracted"));
        Assert.Null(Next(one));
        one.Do(Call(3, "protracted"));
        Assert.Equal("service-operations-manager", Next(one));
        one.Do(new Engage { Level = 3, Person = "Manager 3" }).Do(Call(4, "protracted"));
        Assert.Equal("head-of-operations", Next(one));
    }

    [Fact]
    public void SMC_18_Who_is_satisfied_at_level_1_goes_no_further()
    {
        var one = NightOfD5
            .Logged()
            .Do(Call(1))
            .Do(new Engage { Level = 2, Person = "Manager 2" })
            .Do(new EndEscalation("They are content", Channel.Phone, RfoState.Owed), NightOfD5.Owner);

        Assert.Null(one.State.Escalation);
        Assert.Equal([1], one.State.Escalations.Single().Entered.Select(entered => entered.Level));
    }

    // ESS-80: no effective progress, before anything is used up; a target missed; ESS-81: more urgency.
    [Theory]
    [InlineData("no-progress", "2026-12-14 11:00", true)]
    [InlineData("urgency", "2026-12-14 11:00", true)]
    [InlineData("breach", "2026-12-17 10:01", false)]
    public void ESS_80_A_school_escalates_when_it_feels_no_progress_or_a_target_is_missed(
        string reason,
        string at,
        bool isEarly
    )
    {
        // Priority 3: thirty working hours, until Thursday 17 December 10:00.
        var one = SimulatedCase.Log("2026-12-14 10:00").At(at).Do(Call(1, reason));

        var entered = Assert.Single(one.Seen<Escalated>());
        Assert.Equal([reason], entered.Reasons);
        Assert.Equal(isEarly, entered.Warnings.Contains(EscalationWarning.TargetsNotUsedUp));
        Assert.Equal("team-leader", one.State.Escalation!.Owner!.Role);
    }

    // By mail, by the form on the web and by telephone alike.
    [Theory]
    [InlineData(Channel.Email)]
    [InlineData(Channel.Form)]
    [InlineData(Channel.Phone)]
    public void ESS_87_A_concern_about_the_service_as_a_whole_goes_to_the_head_of_service(Channel channel)
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(new AskToEscalate("Nothing here works", channel) { Reasons = ["process-not-effective"] });

        Assert.Equal(("service", "head-of-service"), (one.State.Escalation!.Ladder, one.State.Escalation.Owner!.Role));
    }

    private static string? Next(SimulatedCase one) => NextPost.Of(one.Guide, one.State.Escalation!, one.Now)?.Role.Id;

    private static Escalate Call(int level, params string[] reasons) =>
        new()
        {
            From = "Network control",
            Level = level,
            SeenLevel = level - 1,
            Acknowledged = true,
            Reasons = reasons,
        };
}
