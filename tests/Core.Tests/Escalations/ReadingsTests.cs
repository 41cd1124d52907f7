using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Promises;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>How what the sources leave open about escalations was read: S-01 to S-06, S-09, semantics 17 and 19.</summary>
public sealed class ReadingsTests
{
    [Fact]
    public void S_01_The_level_is_the_customers_and_the_owner_is_whoever_accepts_at_level_2()
    {
        var one = NightOfD5.Logged().Do(Call(1));
        Assert.Equal((1, null), (one.State.Escalation!.Level, one.State.Escalation.Owner));
        Assert.Equal("Agent 1", one.State.Escalation.Recipient);

        one.Do(new Engage { Level = 2, Person = "Duty Manager 1" });

        Assert.Equal((1, "Duty Manager 1"), (one.State.Escalation!.Level, one.State.Escalation.Owner!.Name));
        Assert.Equal(2, one.Do(Call(2, "protracted")).State.Escalation!.Level);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void SMC_10_A_post_accepts_in_person_and_the_owner_is_named(string? nobody)
    {
        var one = NightOfD5.Logged().Do(Call(1));

        var refusal = one.Refuses(new Engage { Level = 2, Person = nobody });

        Assert.Equal((RefusalCode.InvalidInput, "SMC-10", "owner"), (refusal.Code, refusal.Rule, refusal.Cite));
        Assert.Null(one.State.Escalation!.Owner);
        // Whom nobody reached has no name.
        one.Do(new Engage { Level = 2, Outcome = EngagementOutcome.NotReached });
    }

    [Fact]
    public void SMC_27_Whoever_holds_the_post_and_accepts_owns_it_under_their_own_name()
    {
        var one = NightOfD5.Logged().Do(Call(1)).Do(new Engage { Level = 2 }, new Actor("Manager 7", "duty-manager"));

        Assert.Equal("Manager 7", one.State.Escalation!.Owner!.Name);
        Assert.Equal("Manager 7", Assert.Single(one.State.Escalation.Engagements).Person);
    }

    // Whoever stands at level 3 or 4 takes part, and speaks with the customer's equal; the owner stays.
    [Fact]
    public void Semantics_19_Above_level_2_the_owner_stays_and_the_executive_is_a_peer()
    {
        var one = NightOfD5.Logged().Do(Call(1)).Do(new Engage { Level = 2, Person = "Duty Manager 1" });
        one.Do(Call(2, "protracted")).Do(Call(3, "protracted")).Do(new Engage { Level = 3, Person = "Manager 3" });
        one.Do(new NamePeer(3, "Chief operating officer"));

        Assert.Equal("Duty Manager 1", one.State.Escalation!.Owner!.Name);
        Assert.Equal(
            (3, "Chief operating officer"),
            Assert.Single(one.State.Escalation.Peers) is var peer ? (peer.Level, peer.Peer) : default
        );
        Assert.Single(one.Seen<OwnershipTaken>());
    }

    // Level 2 owns in this guide: 3 and 4 are the executives'.
    [Theory]
    [InlineData(1, "recipient")]
    [InlineData(2, "owner")]
    public void SMC_35_SMC_36_The_desk_and_the_owner_are_no_executives(int level, string cite)
    {
        var one = NightOfD5.Logged().Do(Call(1)).Do(new Engage { Level = 2, Person = "Duty Manager 1" });

        var peer = one.Refuses(new NamePeer(level, "Chief operating officer"));
        var decision = one.Refuses(new RecordDecision(level, "A second crew goes out"));

        Assert.Equal((RefusalCode.InvalidInput, "SMC-35", cite), (peer.Code, peer.Rule, peer.Cite));
        Assert.Equal((RefusalCode.InvalidInput, "SMC-36", cite), (decision.Code, decision.Rule, decision.Cite));
        Assert.Contains("from level 3 on", peer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void S_02_Titles_are_data_and_the_parts_are_not()
    {
        var guide = ShippedGuides.With("smc", ("title: SMC Manager or Duty Manager", "title: Night Manager"));

        Assert.Equal("Night Manager", guide.RoleTitle("duty-manager"));
        Assert.Equal(
            ["smc-first-line", "duty-manager", "service-operations-manager", "head-of-operations"],
            guide.Ladders[0].Levels.Select(level => level.Role)
        );
    }

    [Fact]
    public void S_03_A_post_that_is_brought_in_inside_changes_no_level_unless_the_owner_says_so()
    {
        var one = NightOfD5.Logged().Do(Call(1)).Do(new Engage { Level = 2, Person = "Manager 2" });

        one.Do(new Engage { Level = 3, Outcome = EngagementOutcome.Informed });
        Assert.Equal((1, 1), (one.State.Escalation!.Level, one.State.Escalation.Calls));

        one.Do(
            new Engage
            {
                Level = 3,
                Person = "Manager 3",
                Raises = true,
            },
            NightOfD5.Owner
        );
        Assert.Equal((3, 1), (one.State.Escalation!.Level, one.State.Escalation.Calls));
        Assert.Equal(EntryWay.Owner, one.Seen<Escalated>()[^1].Way);
    }

    [Fact]
    public void S_05_No_reason_is_no_obstacle_and_another_is_kept_in_their_words()
    {
        var one = NightOfD5.Logged().Do(Call(1));

        one.Do(Call(2));
        Assert.Contains(EscalationWarning.ReasonMissing, one.Seen<Escalated>()[^1].Warnings);

        one.Do(Call(3) with { OtherReason = "The board meets at nine" });
        Assert.Equal("The board meets at nine", one.Seen<Escalated>()[^1].OtherReason);
        Assert.DoesNotContain(EscalationWarning.ReasonMissing, one.Seen<Escalated>()[^1].Warnings);
    }

    // The schools guide warns of it, and an escalation before anything is used up is registered all the same.
    [Theory]
    [InlineData("precondition: warn", 1, true)]
    [InlineData("precondition: accept", 1, false)]
    [InlineData("precondition: refuse", 0, false)]
    public void Semantics_17_An_escalation_before_anything_is_used_up_is_never_lost(
        string precondition,
        int level,
        bool isMarked
    )
    {
        var guide = ShippedGuides.With("schools-desk", ("precondition: warn", precondition));
        var one = SimulatedCase.Log(guide, "2026-12-14 10:00").Do(Call(1, "no-progress"));

        Assert.Equal(level, one.State.Escalation?.Level ?? 0);
        Assert.Equal(1 - level, one.State.EscalationsAsked.Count(asked => asked.Why == WhyNotRaised.TooEarly));
        Assert.Equal(
            isMarked,
            one.Seen<Escalated>().Any(entered => entered.Warnings.Contains(EscalationWarning.TargetsNotUsedUp))
        );
    }

    // At no level does what is written begin the next; the call does. S-04: what was written is kept each time.
    [Fact]
    public void SMC_04_At_every_level_a_mail_or_the_portal_begins_nothing_and_the_telephone_does()
    {
        var one = NightOfD5.Logged();
        for (var level = 1; level <= 4; level++)
        {
            one.Do(new AskToEscalate("Please escalate", Channel.Email)).Do(new AskToEscalate("Please", Channel.Portal));
            Assert.Equal(level - 1, one.State.Escalation?.Level ?? 0);
            one.Do(Call(level, "protracted"));
            Assert.Equal(level, one.State.Escalation!.Level);
        }
        Assert.Equal(8, one.State.EscalationsAsked.Count(asked => asked.Why == WhyNotRaised.OtherChannelNeeded));
        Assert.Equal(4, one.State.Escalation!.Calls);
    }

    // The call-back of 23:00 is missed at 23:00, and where the guide has it so that is what leads to level 3 then.
    [Fact]
    public void SMC_33_A_missed_promise_is_a_reason_to_climb_where_the_guide_says_so()
    {
        const string Owner = "          - owner: {}                                       # SMC-29, S-03\n";
        const string Missed = "          - condition: { counts: { missedPromises: { atLeast: 1 } } }\n";
        var guide = ShippedGuides.With("smc", ("mode: sequential", "mode: free"), (Owner, Owner + Missed));
        var one = NightOfD5.Logged(guide);
        one.Do(Call(1) with { CallBack = At.Utc("2027-03-27T23:00:00Z") }).At("2027-03-27 23:00");
        Assert.Equal(1, one.State.Escalation!.Level);

        one.At("2027-03-27 23:01");

        var entered = one.Seen<Escalated>()[^1];
        Assert.Equal((3, EntryWay.Condition, At.Utc("2027-03-27T23:00:00Z")), (entered.Level, entered.Way, entered.At));
        Assert.Equal(["service-operations-manager"], entered.Alerts);
        Assert.Single(one.Seen<PromiseMissed>(), missed => missed.For == PromiseFor.CallBack);
    }

    private static Escalate Call(int level, params string[] reasons) =>
        new()
        {
            From = "Network control",
            Level = level,
            Acknowledged = true,
            Reasons = reasons,
        };
}
