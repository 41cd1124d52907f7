using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Complaints;
using Rung.Core.Wording;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>Everybody who is to hear of a miss or a level does, once, and nobody is called told who was not. SMC-09, semantics 23, 41.</summary>
public sealed class AlertedPostsTests
{
    private const string OwnRules = "  - id: rfo-written ";

    // By e-mail at 22:00 and 23:00 on Monday, both in effect on Tuesday at 08:00, both owed within 30 working minutes.
    [Fact]
    public void A_19_Of_two_posts_that_are_to_be_reached_by_the_same_time_each_is_told()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-14 22:00")
            .Do(new AskToEscalate("Nothing happens", Channel.Email) { Reasons = ["no-progress"] }, People.Contact)
            .At("2026-12-14 23:00")
            .Do(new AskToEscalate("Nothing works here", Channel.Email) { Reasons = ["quality"] }, People.Contact)
            .At("2026-12-15 08:31");

        var missed = Assert.Single(one.Seen<PromiseMissed>());
        Assert.Equal((PromiseFor.PostReached, At.Utc("2026-12-15T08:30:00Z")), (missed.For, missed.At));
        Assert.Equal(["team-leader", "desk", "head-of-service"], missed.Alerts);
        Assert.Equal(
            ["duty-desk@schools.example.org", "head-of-service@staff.schools.example.org"],
            one.Mails.Where(mail => mail.Rule == "promise-missed").Select(mail => mail.To).Order(StringComparer.Ordinal)
        );
    }

    // Rung at 10:00, nothing settled by 10:30.
    [Fact]
    public void SMC_08_A_call_back_that_nobody_settled_is_told_to_the_desk_as_well()
    {
        var one = Smc(ShippedGuides.Smc).At("2027-04-12 10:31");

        var missed = Assert.Single(one.Seen<PromiseMissed>(), missed => missed.For == PromiseFor.CallBackSettled);
        Assert.Equal(["smc-first-line", "desk"], missed.Alerts);
    }

    [Fact]
    public void Who_is_rung_by_a_rule_is_still_written_to_and_so_is_the_desk()
    {
        var guide = ShippedGuides.With(
            "smc",
            (
                OwnRules,
                $"  - {{ id: ring, on: promiseMissed, to: {{ role: duty-manager }}, by: phone, subject: Missed, text: Missed, cite: call-backs }}\n{OwnRules}"
            )
        );
        var one = Smc(guide).At("2027-04-12 10:31");

        var missed = Assert.Single(one.Seen<PromiseMissed>(), missed => missed.For == PromiseFor.PostReached);
        var mail = Assert.Single(
            one.Mails,
            mail => mail.Rule == "promise-missed" && mail.Text.Contains("Duty Manager")
        );
        Assert.Equal("duty-desk@telecom.example.org", mail.To);
        Assert.Contains(
            "written to the desk’s mailbox for SMC Manager or Duty Manager",
            EventText.Of(guide, missed),
            StringComparison.Ordinal
        );
    }

    // Asked on Monday at 10:00, owed within one working day of ten hours: Tuesday, 10:00.
    [Fact]
    public void ESS_78_A_guide_without_a_rule_of_its_own_and_without_a_ladder_tells_of_what_is_missed()
    {
        var guide = ShippedGuides.Schools with { Notifications = [], Ladders = [] };
        var one = SimulatedCase
            .Log(guide, "2026-12-14 10:00")
            .Do(new RecordUpdateRequest("Any news?", Channel.Phone))
            .At("2026-12-15 10:01");

        Assert.Equal(["team-leader"], Assert.Single(one.Seen<PromiseMissed>()).Alerts);
        Assert.Equal("duty-desk@schools.example.org", Assert.Single(one.Mails).To);
    }

    // Severity 2 of 20:00: level 1 at 20:15, level 2 at 22:00, of posts with mailboxes of their own.
    [Fact]
    public void Semantics_23_Of_levels_that_are_entered_together_every_post_hears_once()
    {
        var guide = GulfDesk.With(
            (
                "title: Shift Supervisor, side: provider, contact: Through the control room",
                "title: Shift Supervisor, side: provider, contact: shift@sandgrouse.example.org"
            ),
            (
                "title: Duty Manager, side: provider, contact: Through the control room",
                "title: Duty Manager, side: provider, contact: duty@sandgrouse.example.org"
            )
        );
        var one = GulfDesk.Severity2(guide, "2026-12-06 20:00").DownUntil("2026-12-06 23:00");

        Assert.Equal([1, 2], one.Seen<Escalated>().Select(entered => entered.Level));
        Assert.Equal(
            ["shift@sandgrouse.example.org", "duty@sandgrouse.example.org"],
            one.Mails.Where(mail => mail.Rule == "level-entered").Select(mail => mail.To)
        );
    }

    // The escalation of the case is owned by the manager who accepted it, that of the service by the Head of Service.
    [Fact]
    public void Who_is_alerted_reads_of_the_owner_and_the_paragraph_of_that_escalation()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(Call("quality"))
            .Do(Call("no-progress"))
            .At("2026-12-14 10:31");

        Assert.Equal(
            ["service-escalation", "incident-escalation"],
            one.Seen<NextStepOwed>().Select(owed => EventParagraph.Of(one.Guide, owed))
        );
        var service = one.State.EscalationOn("service")!;
        var mails = one.Mails.Where(mail => mail.Rule == "promise-missed").ToList();
        Assert.NotEmpty(mails);
        Assert.All(
            mails,
            mail =>
                Assert.Contains($"Owner of the escalation: {service.Owner!.Name}", mail.Text, StringComparison.Ordinal)
        );
    }

    // Promised for Wednesday, 18:00. The Team Leader is none of those who see complaints.
    [Fact]
    public void ESS_93_Of_a_complaint_nobody_is_called_told_who_may_not_see_it()
    {
        var guide = ShippedGuides.With(
            "schools-desk",
            (
                "alertWhenMissed: [complaint-handler, service-desk-manager]",
                "alertWhenMissed: [complaint-handler, team-leader]"
            )
        );
        var one = SimulatedCase.Log(guide, "2026-12-14 10:00", log => Complaint.Of(log, Channel.Phone));
        one.Do(new SendHoldingReply("We look into it", At.Date("2026-12-16")), Complaint.Handler)
            .At("2026-12-17 09:00");

        var missed = Assert.Single(one.Seen<PromiseMissed>());
        Assert.Equal(["complaint-handler"], missed.Alerts);
        Assert.DoesNotContain("Team Leader", EventText.Of(guide, missed), StringComparison.Ordinal);
        Assert.Equal(
            ["complaint-handler@schools.example.org"],
            one.Mails.Where(mail => mail.Rule == "promise-missed").Select(mail => mail.To)
        );
    }

    private static SimulatedCase Smc(Guide guide) =>
        SimulatedCase
            .Log(
                guide,
                "2027-04-12 09:00",
                log =>
                    log with
                    {
                        Reporter = People.Reporter with { Contract = "T24" },
                        Services = ["connectivity"],
                        Answers = new Dictionary<string, string>
                        {
                            ["affected"] = "everything",
                            ["effect"] = "down",
                            ["details"] = "No site answers",
                            ["tried"] = "Routers restarted",
                        },
                    }
            )
            .At("2027-04-12 10:00")
            .Do(
                new Escalate
                {
                    From = "Network control",
                    SeenLevel = 0,
                    Acknowledged = true,
                }
            );

    private static Escalate Call(string reason) =>
        new()
        {
            From = "School office",
            SeenLevel = 0,
            Reasons = [reason],
        };
}
