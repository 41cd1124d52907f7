using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Core.Wording;
using Xunit;

namespace Rung.Core.Tests.Promises;

/// <summary>SMC-09, SMC-32: who is to be alerted hears of a missed promise once, where an address is known.</summary>
public class MissedAlertTests
{
    private const string Duty = "duty@centre.example.org";
    private const string Desk = "desk@centre.example.org";
    private const string DutyDesk = "duty-desk@telecom.example.org";

    // Call-back and contacts alert the Duty Manager and the first line.
    private static Guide With(string? duty, string? desk) =>
        ShippedGuides.Smc with
        {
            Roles =
            [
                .. ShippedGuides.Smc.Roles.Select(role =>
                    role.Id == "duty-manager" ? role with { Contact = duty }
                    : role.Id == "smc-first-line" ? role with { Contact = desk }
                    : role
                ),
            ],
        };

    private static SimulatedCase Escalated(Guide guide) =>
        SimulatedCase
            .Log(
                guide,
                "2027-03-27 22:30",
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
            .At("2027-03-27 23:00")
            .Do(
                new Escalate
                {
                    From = "Network control",
                    SeenLevel = 0,
                    Acknowledged = true,
                    CallBack = At.Utc("2027-03-27T23:30:00Z"),
                }
            )
            .Do(new Engage { Level = 2, Person = "Manager 3" });

    private static IEnumerable<string?> Alerted(SimulatedCase one) =>
        one.Mails.Where(mail => mail.Rule == "promise-missed").Select(mail => mail.To);

    [Fact]
    public void SMC_09_A_missed_call_back_alerts_owner_and_desk_once()
    {
        var one = Escalated(With(Duty, Desk)).At("2027-03-27 23:30");
        Assert.Empty(Alerted(one));

        one.At("2027-03-28 00:30");
        Assert.Equal([Duty, Desk], Alerted(one));
        var mail = one.Mails.First(mail => mail.Rule == "promise-missed");
        Assert.Equal($"[{one.State.Reference}] Missed: Call-back after an escalation", mail.Subject);
        Assert.Contains("was due Saturday 27 March 2027, 23:30 GMT and has not been kept", mail.Text);
        Assert.Contains("Millbrook Primary", mail.Text);
        Assert.False(mail.IsWrittenToCustomer);
        Assert.Equal(one.Mails.Count, one.Mails.Select(mail => mail.Key).Distinct().Count());
    }

    [Theory]
    [InlineData(Duty, Duty, new[] { Duty })]
    [InlineData(Duty, "01632 960200", new[] { Duty, DutyDesk })]
    [InlineData("Through the SMC", null, new[] { DutyDesk })]
    public void Who_has_no_mailbox_reads_it_at_the_desks_and_whoever_holds_two_posts_hears_it_once(
        string? duty,
        string? desk,
        string[] told
    ) => Assert.Equal(told, Alerted(Escalated(With(duty, desk)).At("2027-03-28 00:30")));

    [Fact]
    public void SMC_09_In_the_shipped_guide_it_is_written_to_the_desk_for_both_posts_and_the_case_says_so()
    {
        var one = Escalated(ShippedGuides.Smc).At("2027-03-28 00:30");

        var mail = Assert.Single(one.Mails, mail => mail.Rule == "promise-missed");
        Assert.Equal(DutyDesk, mail.To);
        Assert.Contains("For: SMC Manager or Duty Manager, SMC first line", mail.Text);
        Assert.EndsWith(
            "missed; written to the desk’s mailbox for SMC Manager or Duty Manager, SMC first line",
            Line(one),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nobody_is_called_told_where_neither_the_posts_nor_the_desk_have_a_mailbox()
    {
        var guide = ShippedGuides.Smc with { Desk = ShippedGuides.Smc.Desk with { Alerts = null } };
        var one = Escalated(guide).At("2027-03-28 00:30");

        Assert.Empty(Alerted(one));
        Assert.EndsWith(
            "missed; the desk sees it here for SMC Manager or Duty Manager, SMC first line, no mailbox is known",
            Line(one),
            StringComparison.Ordinal
        );
    }

    // S-04: the desk is alerted at once of a wish that begins no escalation.
    [Fact]
    public void S_04_A_wish_is_written_to_the_desks_mailbox()
    {
        var one = Escalated(ShippedGuides.Smc).Do(new AskToEscalate("Please hurry", Channel.Email));

        Assert.Equal(DutyDesk, Assert.Single(one.Mails, mail => mail.Rule == "escalation-wished").To);
    }

    private static string Line(SimulatedCase one) =>
        EscalationText.Of(one.Guide, Assert.Single(one.Seen<PromiseMissed>()));

    // Contacts of 23:50, 00:10, 00:30 and 00:50 are missed while nobody looked: each hears of the last.
    [Fact]
    public void Semantics_23_After_a_standstill_each_hears_once()
    {
        var one = Escalated(With(Duty, Desk))
            .Do(
                new CallBack(
                    "A fibre is cut",
                    new PlanRequest { EveryMinutes = 20, From = At.Utc("2027-03-27T23:50:00Z") }
                )
            )
            .DownUntil("2027-03-28 00:55");

        Assert.Equal(4, one.Seen<PromiseMissed>().Count);
        Assert.Equal([Duty, Desk], Alerted(one));
        Assert.Contains("00:50", one.Mails.Last(mail => mail.Rule == "promise-missed").Text);
    }

    [Fact]
    public void Whom_the_guide_tells_in_its_own_words_hears_nothing_beside_them()
    {
        var own = new NotificationRule(
            "own",
            CaseMoment.PromiseMissed,
            When.Everything,
            new Audience(AudienceKind.Role, "duty-manager"),
            Channel.Email,
            new MessageTemplate("{reference}", "Missed"),
            null,
            "call-backs"
        );
        var guide = With(Duty, Desk);
        var one = Escalated(guide with { Notifications = [.. guide.Notifications, own] }).At("2027-03-28 00:30");

        Assert.Equal([Desk], Alerted(one));
        Assert.Equal([Duty], one.Mails.Where(mail => mail.Rule == "own").Select(mail => mail.To));
    }
}
