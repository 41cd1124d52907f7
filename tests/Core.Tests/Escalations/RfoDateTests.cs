using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>By when a reason for outage is owed once an escalation has ended. S-07, SMC-39.</summary>
public sealed class RfoDateTests
{
    // The schools guide names no date.
    [Fact]
    public void S_07_Where_neither_a_date_nor_a_rule_gives_one_it_cannot_be_left_owed()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(Call());
        var end = new EndEscalation("It runs again", Channel.Phone, RfoState.Owed);

        var refusal = one.Refuses(end);
        Assert.Equal((RefusalCode.InvalidInput, "SMC-39"), (refusal.Code, refusal.Rule));
        Assert.Contains("by when", refusal.Sentence, StringComparison.Ordinal);

        var due = At.London("2026-12-18 16:00");
        one.Do(end with { RfoDue = due });
        Assert.Equal((PromiseFor.Rfo, due), one.State.Promises.Select(promise => (promise.For, promise.Due)).Last());
    }

    // D5 without its date: agreed for Thursday 1 April 12:00 instead of five working days, Monday 5 April 17:30.
    [Fact]
    public void S_07_A_date_that_was_agreed_goes_before_the_guides()
    {
        var due = At.Utc("2027-04-01T11:00:00Z");
        var one = Promises.NightOfD5.Logged().At("2027-03-28 07:00").Do(Call());

        one.Do(new EndEscalation("Restored", Channel.Phone, RfoState.Owed, due));

        Assert.Equal(due, one.State.Escalations[0].Ended!.RfoDue);
    }

    [Theory]
    [InlineData("2026-12-14T09:59:00Z")]
    [InlineData("2027-01-14T10:01:00Z")]
    public void SMC_39_A_date_that_is_past_or_further_than_31_days_is_none(string due)
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(Call());

        var refusal = one.Refuses(new EndEscalation("Settled", Channel.Phone, RfoState.Owed, At.Utc(due)));

        Assert.Contains("reason for outage", refusal.Sentence, StringComparison.Ordinal);
    }

    private static Escalate Call() => new() { From = "School office", SeenLevel = 0 };
}
