using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>Two who escalate at once make one level, whichever way they ask. ESS-82, ESS-83, A-19, semantics 20.</summary>
public sealed class SameWishTests
{
    // Monday 14 December, in hours: level 1 takes effect at 11:00 and has 30 minutes, until 11:30.
    [Fact]
    public void ESS_83_A_mail_that_follows_at_once_is_the_same_wish_and_one_after_the_time_to_act_the_next_level()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-14 11:00").Do(Mail("From the office"));
        one.At("2026-12-14 11:00").Do(Mail("From the head"));
        one.At("2026-12-14 11:29").Do(Mail("From the office, once more"));

        Assert.Equal([1], Levels(one));
        Assert.Equal(
            ["From the head", "From the office, once more"],
            one.State.Escalation!.Repeats.Select(repeat => repeat.Note)
        );

        one.At("2026-12-14 11:30").Do(Mail("Nobody came"));
        Assert.Equal([1, 2], Levels(one));
    }

    // The desk closes on Monday at 18:00 and opens on Tuesday at 08:00; the 30 minutes end at 08:30.
    [Fact]
    public void ESS_82_Mails_of_one_night_are_one_level_which_has_its_time_after_the_opening()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-14 19:00").Do(Mail("First"));
        one.At("2026-12-14 22:15").Do(Mail("Second"));
        one.At("2026-12-15 08:00").Do(Mail("Third"));
        one.At("2026-12-15 08:29").Do(Mail("Fourth"));

        Assert.Equal([1], Levels(one));
        Assert.Equal(3, one.State.Escalation!.Repeats.Count);

        one.At("2026-12-15 08:30").Do(Mail("Fifth"));
        Assert.Equal([1, 2], Levels(one));
    }

    [Fact]
    public void ESS_82_Without_a_time_to_act_it_is_the_same_wish_until_the_level_takes_effect()
    {
        var guide = ShippedGuides.With(
            "schools-desk",
            ("    timeToAct: { working: 30min }                           # A-19\n", "")
        );
        var one = SimulatedCase.Log(guide, "2026-12-14 10:00", log => log).At("2026-12-14 19:00").Do(Mail("First"));
        one.At("2026-12-15 07:59").Do(Mail("Second"));
        Assert.Equal([1], Levels(one));

        one.At("2026-12-15 08:01").Do(Mail("Third"));
        Assert.Equal([1, 2], Levels(one));
    }

    // Level 2 is not asked for by the portal; level 1 is, and has its 30 minutes until 11:30.
    [Fact]
    public void ESS_82_ESS_83_A_wish_counts_with_the_same_step_where_the_next_one_is_not_asked_for_that_way()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-14 11:00").Do(Portal("From the office"));
        one.At("2026-12-14 11:29").Do(Portal("Once more"));

        Assert.Equal([1], Levels(one));
        Assert.Equal("Once more", Assert.Single(one.State.Escalation!.Repeats).Note);
        Assert.Empty(one.State.EscalationsAsked);

        one.At("2026-12-14 11:30").Do(Portal("Nobody came"));
        Assert.Equal([1], Levels(one));
        Assert.Equal(WhyNotRaised.OtherChannelNeeded, Assert.Single(one.State.EscalationsAsked).Why);
    }

    [Fact]
    public void ESS_83_Whoever_registers_a_call_says_at_which_level_they_saw_the_case()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00");
        var call = new Escalate { From = "School office", Reasons = ["no-progress"] };

        var refusal = one.Refuses(call);

        Assert.Equal((RefusalCode.InvalidInput, "ESS-83"), (refusal.Code, refusal.Rule));
        Assert.Equal([1], Levels(one.Do(call with { SeenLevel = 0 }).Do(call with { SeenLevel = 0 })));
    }

    private static IEnumerable<int> Levels(SimulatedCase one) => one.Seen<Escalated>().Select(entered => entered.Level);

    private static AskToEscalate Mail(string text) => new(text, Channel.Email);

    private static AskToEscalate Portal(string text) => new(text, Channel.Portal);
}
