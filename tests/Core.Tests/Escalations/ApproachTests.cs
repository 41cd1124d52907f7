using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Promises;
using Rung.Core.Wording;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>SMC-16: all levels go through the desk; whoever turns to a manager is led back, and that is noted.</summary>
public sealed class ApproachTests
{
    private static readonly NoteApproach ToTheTop = new("head-of-operations", "Put somebody senior on this")
    {
        Person = "Head of Operations 1",
        From = "Operations Director",
        Channel = Channel.InPerson,
    };

    [Fact]
    public void SMC_16_Who_turns_to_a_manager_is_noted_and_raises_no_level()
    {
        var one = NightOfD5.Logged().Do(ToTheTop);

        Assert.Empty(one.State.Escalations);
        var asked = Assert.Single(one.State.EscalationsAsked);
        Assert.Equal(WhyNotRaised.ApproachedDirectly, asked.Why);
        Assert.Equal(new ApproachedPost("head-of-operations", "Head of Operations 1"), asked.Approached);
        Assert.Equal("levels", EventParagraph.Of(ShippedGuides.Smc, asked));
        Assert.Equal(
            "Operations Director turned to Head of Operations (Head of Enterprise Operations) (Head of Operations 1) directly, by word of mouth, and was led back to the desk: Put somebody senior on this",
            EventText.Of(ShippedGuides.Smc, asked)
        );
    }

    [Fact]
    public void SMC_16_The_desk_sees_it_until_somebody_has_acted()
    {
        var one = NightOfD5.Logged().Do(ToTheTop);
        Assert.Equal(ToTheTop.Text, one.State.WishToSee?.Text);

        one.Do(new AddNote("Rung back"));

        Assert.Null(one.State.WishToSee);
    }

    [Fact]
    public void SMC_16_An_escalation_that_goes_on_keeps_its_level_and_its_owner()
    {
        var one = NightOfD5.Logged();
        one.Do(new Escalate { From = "Network control", Level = 1 }).Do(new Engage { Level = 2, Person = "Manager 2" });
        var before = one.State.Escalation!;

        one.Do(ToTheTop with { From = null });

        Assert.Equal(
            (before.Level, before.Owner, before.Calls),
            (1, one.State.Escalation!.Owner, one.State.Escalation.Calls)
        );
        Assert.Equal(one.State.Logged.Reporter.ContactName, one.State.EscalationsAsked[^1].From);
    }

    [Theory]
    [InlineData("smc-first-line")]
    [InlineData("smc-engineer")]
    [InlineData("customer-contact")]
    [InlineData("nobody")]
    public void SMC_16_Only_a_post_above_the_desk_is_approached(string role)
    {
        var refusal = NightOfD5.Logged().Refuses(ToTheTop with { Role = role });

        Assert.Equal((RefusalCode.UnknownInGuide, "SMC-16", "levels"), (refusal.Code, refusal.Rule, refusal.Cite));
        Assert.Contains(
            "duty-manager, service-operations-manager, head-of-operations",
            refusal.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void SMC_16_What_they_wanted_is_kept_and_the_customer_does_not_enter_it_themselves()
    {
        Assert.Equal(RefusalCode.InvalidInput, NightOfD5.Logged().Refuses(ToTheTop with { Text = " " }).Code);
        Assert.Equal(RefusalCode.RoleNotAllowed, NightOfD5.Logged().Refuses(ToTheTop, People.Contact).Code);
    }
}
