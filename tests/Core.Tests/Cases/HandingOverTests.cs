using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Tests.Complaints;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>What is not for the desk goes to the team that the guide names, which is told so. ESS-11, ESS-12, ESS-86.</summary>
public class HandingOverTests
{
    [Fact]
    public void ESS_12_The_team_and_who_asked_are_told_and_the_case_goes_on()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-14 11:00");
        var due = one.Clock.Due;

        one.Do(new PassOn("direct-sales", " A second filter "));

        Assert.Equal("A second filter", Assert.Single(one.Seen<PassedOn>()).Text);
        Assert.Equal(due, one.Clock.Due);
        var told = one.Mails.Where(message => message.On == CaseMoment.HandedOver).ToList();
        Assert.Equal(["sales@schools.example.org", People.Reporter.Email], told.Select(message => message.To));
        var (team, asked) = (told[0], told[1]);
        // It was received when the case was reported, not when it was handed over: 10:00 is the SimulatedCase's log.
        Assert.Contains("First received: Monday 14 December 2026, 10:00", team.Text, StringComparison.Ordinal);
        Assert.Contains(one.State.Reference.Text, team.Text, StringComparison.Ordinal);
        Assert.EndsWith("A second filter", team.Text.Split("\n\n-- \n")[0], StringComparison.Ordinal);
        Assert.StartsWith($"[{one.State.Reference}] ", asked.Subject, StringComparison.Ordinal);
        Assert.Contains("Direct sales team", asked.Text, StringComparison.Ordinal);
        Assert.Contains("01632 960120 or sales@schools.example.org", asked.Text, StringComparison.Ordinal);
    }

    // S6: of the case the other team reads nothing but what was handed over.
    [Fact]
    public void ESS_12_No_note_and_no_answer_of_the_case_leaves_with_it()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(new AddNote("canary in the note"))
            .Do(new RecordReply("canary in the reply", Channel.Email))
            .Do(new PassOn("direct-sales", "A second filter"));

        Assert.DoesNotContain(
            one.Mails.Where(message => message.On == CaseMoment.HandedOver),
            message => message.Text.Contains("canary", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("group-a")]
    [InlineData("incident-escalation")]
    [InlineData("client-director")]
    [InlineData("nowhere")]
    public void ESS_12_Only_to_routes_that_take_things_over(string route) =>
        Assert.Equal(
            RefusalCode.UnknownInGuide,
            SimulatedCase.Log("2026-12-14 10:00").Refuses(new PassOn(route, "A second filter")).Code
        );

    [Fact]
    public void ESS_93_A_complaint_is_handed_over_to_nobody()
    {
        var one = Complaint.Log("2026-12-14 10:00", Channel.Phone, log => log);

        var refusal = one.Refuses(new PassOn("direct-sales", "A second filter"));

        Assert.Equal((RefusalCode.WrongCondition, "ESS-93"), (refusal.Code, refusal.Rule));
    }
}
