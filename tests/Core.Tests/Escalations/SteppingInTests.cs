using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Escalations.Urgency;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>Who steps in for a post that nobody holds may do what it may, and is written to. Semantics 41, ESS-44, ESS-81.</summary>
public sealed class SteppingInTests
{
    private const string Held = "    contact: Through the service desk; ask for the Team Leader\n    whenVacant";
    private static readonly Actor Manager = new("Manager 1", "service-desk-manager");

    [Fact]
    public void ESS_44_While_there_is_no_team_leader_the_manager_raises_the_default_priority()
    {
        var raise = new SetPriority("P1", People.Reporter.ContactName, "The whole school is sent home");

        Assert.Equal(RefusalCode.RoleNotAllowed, SimulatedCase.Log("2026-12-14 10:00").Refuses(raise, Manager).Code);
        Assert.Equal("P1", SimulatedCase.Log(Vacant(), "2026-12-14 10:00").Do(raise, Manager).State.Priority);
        Assert.Equal(
            RefusalCode.RoleNotAllowed,
            SimulatedCase.Log(Vacant(), "2026-12-14 10:00").Refuses(raise, People.Agent).Code
        );
    }

    // Priority 3: thirty working hours, until Thursday 10:00.
    [Fact]
    public void Semantics_41_What_is_written_to_a_post_that_nobody_holds_goes_to_who_steps_in()
    {
        var guide = ShippedGuides.With(
            "schools-desk",
            (Held, "    whenVacant"),
            (
                "  - id: rfo-written ",
                "  - { id: told, on: targetMissed, to: { role: team-leader }, by: email, subject: Missed, text: Missed, cite: progress }\n  - id: rfo-written "
            )
        );

        var one = SimulatedCase.Log(guide, "2026-12-14 10:00").At("2026-12-17 10:01");

        Assert.Contains(one.Mails, mail => mail is { Rule: "told", To: "desk-manager@staff.schools.example.org" });
    }

    // A-19: the Service Desk Manager's published address is the desk's to read; what is told to the post goes where people do.
    [Theory]
    [InlineData("    alerts: desk-manager@staff.schools.example.org", "desk-manager@staff.schools.example.org")]
    [InlineData("", "duty-desk@schools.example.org")]
    public void A_19_What_is_told_to_a_post_never_goes_to_an_address_at_which_the_desk_takes_mail(
        string alerts,
        string to
    )
    {
        var guide = ShippedGuides.With(
            "schools-desk",
            ("    alerts: desk-manager@staff.schools.example.org", alerts),
            (
                "  - id: rfo-written ",
                "  - { id: told, on: targetMissed, to: { role: service-desk-manager }, by: email, subject: Missed, text: Missed, cite: progress }\n  - id: rfo-written "
            )
        );

        var one = SimulatedCase.Log(guide, "2026-12-14 10:00").At("2026-12-17 10:01");

        Assert.Equal([to], one.Mails.Where(mail => mail.Rule == "told").Select(mail => mail.To).Distinct());
    }

    [Fact]
    public void ESS_81_Urgency_that_is_given_once_more_keeps_what_it_cost()
    {
        var passed = new Displaced(CaseReference.FromNumber("R", 4711), null, null);
        var grant = new GrantUrgency("An examination is on", NoticeGiven: true) { Displaces = [passed] };
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(grant, People.TeamLeader);

        one.Do(grant with { Justification = "Still on", Displaces = [] }, People.TeamLeader);

        Assert.Equal([passed], Assert.Single(one.Seen<UrgencyGranted>()).Displaces);
        Assert.Equal([passed], one.State.Urgency!.Displaces);
    }

    // The number takes no calls from 18:00 on Monday to 08:00 on Tuesday; the mailbox does.
    [Fact]
    public void ESS_12_Whoever_is_sent_to_a_number_out_of_hours_is_told_from_when_it_answers()
    {
        var sales = HandOvers.Find(ShippedGuides.Schools, "direct-sales")!;

        Assert.Contains(
            ": 01632 960120 or sales@schools.example.org.",
            HandOvers.Say(ShippedGuides.Schools, sales, At.London("2026-12-14 10:00")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            ": 01632 960120 (from Tue 15 Dec 08:00 GMT) or sales@schools.example.org.",
            HandOvers.Say(ShippedGuides.Schools, sales, At.London("2026-12-14 19:00")),
            StringComparison.Ordinal
        );
    }

    private static Guide Vacant() => ShippedGuides.With("schools-desk", (Held, "    whenVacant"));
}
