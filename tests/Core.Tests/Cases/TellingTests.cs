using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-28, ESS-37, ESS-77: who is told what.</summary>
public class TellingTests
{
    // D1: six mails in one thread.
    [Fact]
    public void D1_Six_mails_in_one_thread()
    {
        var one = SimulatedCase
            .Log("2026-12-24 15:31")
            .At("2026-12-29 09:05")
            .Do(new Assign("Engineer 2"))
            .At("2026-12-30 11:00")
            .Do(new Hold("customer-unavailable", "somebody to let us in"))
            .At("2027-01-04 09:30")
            .Do(new RecordReply("We are back", Channel.Email), People.Contact)
            .At("2027-01-05 13:50")
            .Do(new Resolve("New certificate", Confirmation.Required))
            .At("2027-01-05 15:00")
            .Do(new ConfirmResolution(null), People.Contact);

        Assert.Equal(
            ["logged", "assigned", "held", "resumed", "resolved-to-confirm", "closed"],
            one.Mails.Select(mail => mail.Rule)
        );
        Assert.Equal([$"[{one.State.Reference}] Sign-in fails"], one.Mails.Select(mail => mail.Subject).Distinct());
        Assert.All(one.Mails, mail => Assert.Equal("office@millbrook.example.org", mail.To));
        Assert.Contains("Thursday 31 December 2026, 15:31 GMT", one.Mails[0].Text);
        Assert.Contains("Priority 3", one.Mails[0].Text);
        Assert.DoesNotContain("carries on from", one.Mails[0].Text);
        Assert.Contains("somebody to let us in", one.Mails[2].Text);
        Assert.Contains("Tuesday 5 January 2027, 14:01 GMT", one.Mails[3].Text);
        Assert.DoesNotContain("Reason for the outage", one.Mails[5].Text);
    }

    // What was written is in the mail, and the case itself tells the same to whoever looks.
    [Fact]
    public void ESS_46_ESS_77_An_update_goes_out_as_mail_by_itself()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(new Assign("Engineer 2"));
        one.Mails.Clear();
        one.Do(new SendUpdate("A new certificate is on its way"));

        var mail = Assert.Single(one.Mails);
        Assert.Equal(("updated", Channel.Email), (mail.Rule, mail.Channel));
        Assert.Contains("A new certificate is on its way", mail.Text, StringComparison.Ordinal);
        Assert.Equal(one.Now, one.State.LastUpdateAt);
    }

    [Fact]
    public void ESS_32_Every_mail_quotes_the_customers_own_reference_where_there_is_one()
    {
        static IEnumerable<string> Mails(string? own) =>
            SimulatedCase
                .Log("2026-12-14 10:00", log => log with { Reporter = log.Reporter with { CustomerReference = own } })
                .Do(new Assign("Engineer 2"))
                .Do(new Resolve("New certificate", Confirmation.Required))
                .Mails.Select(mail => mail.Text);

        Assert.All(Mails("ASH-77"), text => Assert.Contains("\nYour own reference: ASH-77\n", text));
        Assert.All(Mails(null), text => Assert.DoesNotContain("Your own reference", text));
    }

    [Fact]
    public void ESS_16_Serious_faults_by_mail_or_portal_are_sent_to_the_telephone()
    {
        var mail = Assert.Single(
            SimulatedCase
                .Log("2026-12-14 10:00", log => log with { Source = Channel.Portal, Answers = Answers.AllDown })
                .Mails
        );

        Assert.Equal("logged-ring-us", mail.Rule);
        Assert.Contains("01632 960100", mail.Text);
    }

    [Fact]
    public void A_raised_priority_does_not_give_the_reason_of_the_default()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(new SetPriority("P2", "Business manager", "Nobody can teach"), People.TeamLeader);

        Assert.Equal("priority-changed", one.Mails[^1].Rule);
        Assert.DoesNotContain("some people cannot use it", one.Mails[^1].Text);
        Assert.Contains("Tuesday 15 December 2026, 10:00 GMT", one.Mails[^1].Text);
    }

    [Fact]
    public void Notes_and_automatic_mail_are_told_to_nobody()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(new AddNote("inside")).Do(new RecordAutomaticMail("Away"));

        Assert.Single(one.Mails);
    }

    [Fact]
    public void R34_At_the_weekend_nobody_is_written_to_but_about_what_cannot_wait_and_nothing_is_dropped()
    {
        var guide = ShippedGuides.Schools;
        var serious = new When.Is(Fact.Priority, ["P1"]);
        guide = guide with
        {
            Notifications =
            [
                .. guide.Notifications.Select(rule =>
                    rule with
                    {
                        Quiet = "desk",
                        When = new When.All([rule.When, new When.Not(serious)]),
                    }
                ),
                .. guide.Notifications.Select(rule => rule with { When = new When.All([rule.When, serious]) }),
            ],
        };
        SimulatedCase Logged(IReadOnlyDictionary<string, string> answers) =>
            SimulatedCase.Log(guide, "2026-12-12 03:00", log => log with { Answers = answers });

        // Saturday 03:00; the desk opens on Monday at 08:00.
        Assert.All(
            Logged(Answers.DownForSome).Mails,
            mail => Assert.Equal(At.London("2026-12-14 08:00"), mail.NotBefore)
        );
        Assert.NotEmpty(Logged(Answers.DownForSome).Mails);
        var atOnce = Logged(Answers.AllDown);
        Assert.Equal("P1", atOnce.State.Priority);
        Assert.Null(Assert.Single(atOnce.Mails).NotBefore);
    }

    [Fact]
    public void A_quiet_calendar_holds_the_message()
    {
        var guide = ShippedGuides.Schools;
        guide = guide with { Notifications = [.. guide.Notifications.Select(rule => rule with { Quiet = "desk" })] };

        Assert.Equal(At.London("2026-12-15 08:00"), SimulatedCase.Log(guide, "2026-12-14 18:00").Mails[0].NotBefore);
        Assert.Null(SimulatedCase.Log(guide, "2026-12-14 17:59").Mails[0].NotBefore);
    }

    // ESS-10: group B has a telephone of its own.
    [Fact]
    public void The_telephone_is_that_of_the_services_concerned()
    {
        var mail = SimulatedCase.Log("2026-12-14 10:00", log => log with { Services = ["web-filtering"] }).Mails[0];

        Assert.Contains("ring 01632 960110 and quote", mail.Text);
        Assert.DoesNotContain("01632 960100", mail.Text);
    }

    [Theory]
    [InlineData(Told.EachTime, 3)]
    [InlineData(Told.OncePerDay, 2)]
    [InlineData(Told.OncePerCase, 1)]
    public void What_is_told_once_has_one_key(Told told, int keys)
    {
        var guide = ShippedGuides.Schools;
        guide = guide with { Notifications = [.. guide.Notifications.Select(rule => rule with { Told = told })] };
        var one = SimulatedCase
            .Log(guide, "2026-12-14 10:00")
            .Do(new SendUpdate("One"))
            .Do(new SendUpdate("Two"))
            .At("2026-12-15 09:00")
            .Do(new SendUpdate("Three"));

        Assert.Equal(keys, one.Mails.Where(mail => mail.Rule == "updated").Select(mail => mail.Key).Distinct().Count());
    }

    // RFC 3834: what is sent because their mail came is a reply by a program.
    [Fact]
    public void What_their_mail_alone_causes_says_so()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(new Hold("information", "more"))
            .Do(new RecordReply("Here", Channel.Email), People.Contact);

        Assert.Equal(
            [("logged", Cause.TheDesk), ("held", Cause.TheDesk), ("resumed", Cause.TheirMail)],
            one.Mails.Select(mail => (mail.Rule, mail.Cause))
        );
    }

    [Fact]
    public void Under_every_mail_stands_why_it_comes_and_how_to_ring()
    {
        var text = SimulatedCase.Log("2026-12-14 10:00").Mails[0].Text;

        Assert.EndsWith(
            """

            --{space}
            You get this mail because you turned to the Schools service desk.
            Your reference: {reference}. Please quote it when you ring.
            By telephone: 01632 960100. We are there Monday to Friday 08:00 to 18:00, except public holidays.
            What we promise: Contact and escalation guide, version 2.0, "What we write to you"
            How we use what you tell us: https://www.schools.example.org/privacy
            ESS, Schools Services, 1 Example Street, Exampleton
            """.Replace("{space}", " ", StringComparison.Ordinal).Replace(
                "{reference}",
                CaseReference.FromNumber("R", 1).Text,
                StringComparison.Ordinal
            ),
            text
        );
    }

    [Fact]
    public void Keys_are_unique()
    {
        var one = SimulatedCase
            .Log("2027-03-23 09:00")
            .Do(new Resolve("Done", Confirmation.Required))
            .At("2027-04-09 14:00");

        Assert.Equal(one.Mails.Count, one.Mails.Select(mail => mail.Key).Distinct().Count());
    }
}
