using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-21, ESS-25, ESS-42 to ESS-44, A-07, A-10: what an agent cannot do alone, by no detour.</summary>
public class AgentAloneTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public void ESS_44_Nobody_chooses_a_priority_before_the_questions_that_decide_it_are_answered()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00", log => log with { Answers = Nothing });

        var refusal = one.Refuses(new SetPriority("P1", null, null));

        Assert.Equal((RefusalCode.RoleNotAllowed, "ESS-44"), (refusal.Code, refusal.Rule));
        Assert.Contains("Who is affected?", refusal.Sentence, StringComparison.Ordinal);
        Assert.Null(one.State.Priority);
        Assert.Equal("P1", one.Do(new SetPriority("P1", null, null), People.TeamLeader).State.Priority);
    }

    [Theory]
    [InlineData(Channel.Portal)]
    [InlineData(Channel.Phone)]
    [InlineData(Channel.Monitoring)]
    public void ESS_44_Nor_by_logging_without_the_answers(Channel source)
    {
        var refusal = SimulatedCase.RefusesToLog(
            "2026-12-14 10:00",
            log => log with { Source = source, Answers = Nothing, Priority = "P1" }
        );

        Assert.Equal((RefusalCode.RoleNotAllowed, "ESS-44"), (refusal.Code, refusal.Rule));
    }

    // A-07: 30 working minutes from 10:00 are over at 10:30, whatever moment is given for the raise.
    [Theory]
    [InlineData("2026-12-14 10:30", true)]
    [InlineData("2026-12-14 10:31", false)]
    public void A_07_A_raise_is_complete_when_it_is_entered(string entered, bool inTime)
    {
        var raise = new SetPriority("P2", "School business manager", "Nobody can teach");
        var one = SimulatedCase.Log("2026-12-14 10:00").At(entered);

        if (inTime)
        {
            Assert.Equal("P2", one.Do(raise, People.TeamLeader, "2026-12-14 10:20").State.Priority);
        }
        else
        {
            var refusal = one.Refuses(raise, People.TeamLeader, "2026-12-14 10:20");
            Assert.Equal(RefusalCode.RaiseWindowOver, refusal.Code);
        }
    }

    [Fact]
    public void ESS_25_What_was_handed_on_or_written_about_is_no_first_call_any_more()
    {
        var solved = new Resolve("Signed in again", Confirmation.NotRequired, ResolvedWhere.OnFirstCall);

        SimulatedCase.Log("2026-12-14 10:00").Do(new Assign("Agent 1")).Do(solved);
        foreach (
            var meanwhile in (CaseCommand[])
                [
                    new Assign("Engineer 2"),
                    new SendUpdate("We look into it"),
                    new RecordReply("And now?", Channel.Email),
                ]
        )
        {
            var refusal = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-14 15:00").Do(meanwhile).Refuses(solved);
            Assert.Equal((RefusalCode.WrongCondition, "ESS-25"), (refusal.Code, refusal.Rule));
        }
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2026-09-13T09:59:59Z")] // 92 days before are the 13th of September, 10:00.
    public void A_04_A_broken_clock_does_not_date_a_case(string detected)
    {
        var at = NodaTime.Text.InstantPattern.General.Parse(detected).Value;

        var refusal = SimulatedCase.RefusesToLog(
            "2026-12-14 10:00",
            log => log with { Source = Channel.Monitoring, ReceivedAt = null, DetectedAt = at }
        );

        Assert.Equal(RefusalCode.MomentNotAllowed, refusal.Code);
        Assert.Contains("92 days", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_named_twice_is_one_service() =>
        Assert.Equal(
            ["email"],
            SimulatedCase.Log("2026-12-14 10:00", log => log with { Services = ["email", "email"] }).State.Services
        );

    [Fact]
    public void Semantics_38_A_call_is_about_one_incident()
    {
        var (first, second) = (CaseReference.FromNumber("R", 70), CaseReference.FromNumber("R", 71));
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(new LinkTo(first, LinkKind.Parent));

        Assert.Contains(
            $"part of {first}",
            one.Refuses(new LinkTo(second, LinkKind.Parent)).Sentence,
            StringComparison.Ordinal
        );
        one.Do(new Unlink(first, "Another matter")).Do(new LinkTo(second, LinkKind.Parent));
    }
}
