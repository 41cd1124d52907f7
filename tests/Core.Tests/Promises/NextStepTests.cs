using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Promises;

/// <summary>What an escalation owes though nobody agreed a time: the next post, a call-back. SMC-08, SMC-10, A-19, S-09.</summary>
public sealed class NextStepTests
{
    private static SimulatedCase Smc(Guide? guide = null) =>
        SimulatedCase.Log(
            guide ?? ShippedGuides.Smc,
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
        );

    private static SimulatedCase Called(string? callBack = null, Guide? guide = null) =>
        Smc(guide)
            .At("2027-04-12 10:00")
            .Do(
                new Escalate
                {
                    From = "Network control",
                    SeenLevel = 0,
                    Acknowledged = true,
                    CallBack = callBack is null ? null : At.Utc(callBack),
                }
            );

    private static Engage Contact(EngagementOutcome outcome, int level = 2) =>
        new()
        {
            Level = level,
            Person = "Manager 3",
            Outcome = outcome,
        };

    // (what, due, kept) of what is or was owed inside.
    private static IReadOnlyList<string> Said(SimulatedCase one) =>
        [
            .. Book.Of(one)
                .Where(entry => entry.Kind == PromiseKind.NextStep)
                .Select(entry => $"{entry.Name} {Book.Said(one, entry)}"),
        ];

    // Both within 30 minutes of the call at 10:00.
    [Fact]
    public void SMC_08_SMC_10_A_call_without_call_back_owes_one_and_the_next_post()
    {
        var one = Called();

        Assert.Equal(
            [
                "Settle a call-back with the customer (Open, 2027-04-12 10:30, )",
                "Reach SMC Manager or Duty Manager, level 2 (Open, 2027-04-12 10:30, )",
            ],
            Said(one).Order(StringComparer.Ordinal).Reverse()
        );
        Assert.All(
            Book.Owed(one).Where(entry => entry.Kind == PromiseKind.NextStep),
            entry => Assert.False(entry.IsToCustomer)
        );
    }

    [Fact]
    public void With_a_call_back_only_the_post_is_owed_and_acceptance_keeps_it()
    {
        var one = Called("2027-04-12T10:00:00Z")
            .At("2027-04-12 10:10")
            .Do(Contact(EngagementOutcome.Informed))
            .At("2027-04-12 10:12");
        Assert.Equal(["Reach SMC Manager or Duty Manager, level 2 (Open, 2027-04-12 10:30, )"], Said(one));

        one.Do(Contact(EngagementOutcome.Accepted));

        Assert.Equal(
            ["Reach SMC Manager or Duty Manager, level 2 (Kept, 2027-04-12 10:30, 2027-04-12 10:12)"],
            Said(one)
        );
    }

    // Neither try reached anybody: the time of 10:30 stands, is missed once, told to the desk, and stays owed.
    [Fact]
    public void SMC_10_A_chain_of_posts_that_were_not_reached_is_missed_told_and_stays_owed()
    {
        var one = Called("2027-04-12T10:00:00Z")
            .At("2027-04-12 10:10")
            .Do(Contact(EngagementOutcome.NotReached))
            .At("2027-04-12 10:20")
            .Do(Contact(EngagementOutcome.NotReached))
            .At("2027-04-12 10:45");

        var missed = Assert.Single(one.Seen<PromiseMissed>());
        Assert.Equal((PromiseFor.PostReached, At.Utc("2027-04-12T09:30:00Z")), (missed.For, missed.At));
        Assert.Equal(["duty-manager", "desk"], missed.Alerts);
        var mail = Assert.Single(one.Mails, mail => mail.Rule == "promise-missed");
        Assert.Equal("duty-desk@telecom.example.org", mail.To);
        Assert.Contains(Book.Owed(one), entry => entry is { Kind: PromiseKind.NextStep, State: PromiseState.Missed });

        one.Do(Contact(EngagementOutcome.Accepted));

        Assert.Equal(
            ["Reach SMC Manager or Duty Manager, level 2 (Late, 2027-04-12 10:30, 2027-04-12 10:45)"],
            Said(one)
        );
    }

    [Fact]
    public void SMC_08_A_call_back_that_is_settled_later_keeps_it()
    {
        var one = Called().At("2027-04-12 10:20").Do(new AgreeCallBack(At.Utc("2027-04-12T10:30:00Z")));

        Assert.Contains("Settle a call-back with the customer (Kept, 2027-04-12 10:30, 2027-04-12 10:20)", Said(one));
    }

    // Entering level 3 at 11:00 contacts its post, by 11:30; the resolution ends what is still open.
    [Fact]
    public void S_09_A_higher_level_has_its_own_post_to_reach_and_nothing_is_owed_after_the_resolution()
    {
        var one = Called("2027-04-12T10:00:00Z")
            .Do(Contact(EngagementOutcome.Accepted))
            .At("2027-04-12 10:50")
            .Do(new CallBack("A fibre is cut", new PlanRequest { EveryMinutes = 60 }))
            .Do(new Escalate { From = "Network control", Level = 2 })
            .At("2027-04-12 11:00")
            .Do(
                new Escalate
                {
                    From = "Network control",
                    Level = 3,
                    CallBack = At.Utc("2027-04-12T10:20:00Z"),
                }
            );
        Assert.Equal(
            "Reach Service Operations Manager (Head of Service Management), level 3 (Open, 2027-04-12 11:30, )",
            Said(one)[^1]
        );

        one.Do(new Resolve("Spliced", Confirmation.Required));

        Assert.DoesNotContain(Book.Owed(one), entry => entry.Kind == PromiseKind.NextStep);
    }

    // Level 1 by the portal on Monday at 19:00: in effect on Tuesday at 08:00, 30 working minutes from then.
    [Fact]
    public void A_19_A_step_of_the_schools_ladder_has_its_time_to_act_from_when_it_takes_effect()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-14 19:00")
            .Do(new AskToEscalate("Nothing happens", Channel.Portal), People.Contact);
        Assert.Equal(["Reach Service Desk Team Leader, level 1 (Open, 2026-12-15 08:30, )"], Said(one));
        var entry = Book.Only(one, PromiseKind.NextStep);
        Assert.Equal("Service Desk Team Leader", entry.Owner.Name);
        var ledger = PromiseLedgers
            .Of(one.Guide, one.State, one.Now)
            .Single(ledger => ledger.Reading.Target.Id == entry.Ledger);
        Assert.Equal(entry.Due, ledger.Reading.Due);

        one.At("2026-12-15 08:31");

        Assert.Equal(["team-leader", "desk"], Assert.Single(one.Seen<PromiseMissed>()).Alerts);
        Assert.Equal(
            ["duty-desk@schools.example.org"],
            one.Mails.Where(mail => mail.Rule == "promise-missed").Select(mail => mail.To)
        );
    }

    // Entered at 11:00 as of 10:00: what was due at 10:30 is not missed before anybody knew of it.
    [Fact]
    public void What_is_entered_late_has_its_time_from_then()
    {
        var one = Smc().At("2027-04-12 11:00");
        one.Try(new Escalate { From = "Network control", SeenLevel = 0 }, People.Agent, At.Utc("2027-04-12T09:00:00Z"));

        Assert.All(Said(one), said => Assert.Contains("Open, 2027-04-12 11:30", said));
        Assert.Equal(2, Said(one).Count);
    }

    // Nothing is owed from 10:10 to 10:40; then there are 30 minutes for each again.
    [Fact]
    public void SMC_08_What_is_not_settled_when_the_case_is_resolved_is_owed_anew_when_it_was_not_fixed()
    {
        var one = Called().At("2027-04-12 10:10").Do(new Resolve("Spliced", Confirmation.Required));
        Assert.DoesNotContain(Book.Owed(one), entry => entry.Kind == PromiseKind.NextStep);

        one.At("2027-04-12 10:40").Do(new RejectResolution("Down again"));

        Assert.Equal(
            [
                "Reach SMC Manager or Duty Manager, level 2 (Open, 2027-04-12 11:10, )",
                "Settle a call-back with the customer (Open, 2027-04-12 11:10, )",
            ],
            Said(one).Where(said => said.Contains("(Open", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
    }

    // Both were due at 10:30; what was missed is on record, and nobody has to do it while the case is resolved.
    [Fact]
    public void S_09_What_was_missed_before_the_resolution_is_not_to_be_done_after_it()
    {
        var one = Called().At("2027-04-12 10:40").Do(new Resolve("Spliced", Confirmation.Required));

        Assert.DoesNotContain(Book.Owed(one), entry => entry.Kind == PromiseKind.NextStep);
        Assert.Equal(2, one.Seen<PromiseMissed>().Count);
        Assert.Equal(2, Said(one).Count(said => said.Contains("(Missed", StringComparison.Ordinal)));
    }

    // Rung at 10:00, owned at 10:05, level 3 from 10:20 on: its post is to be reached by 10:50. A word of 10:10 was before that.
    [Fact]
    public void S_09_A_word_from_before_the_level_was_entered_reaches_nobody_there()
    {
        var one = AtLevel3();
        Assert.Equal(Level3, Said(one)[^1]);

        one.At("2027-04-12 10:45")
            .Do(Contact(EngagementOutcome.Informed, 3) with { ContactedAt = At.Utc("2027-04-12T09:10:00Z") });

        Assert.Equal(Level3, Said(one)[^1]);
        one.Do(Contact(EngagementOutcome.Informed, 3));
        Assert.Equal(
            Level3.Replace(
                "(Open, 2027-04-12 10:50, ",
                "(Kept, 2027-04-12 10:50, 2027-04-12 10:45",
                StringComparison.Ordinal
            ),
            Said(one)[^1]
        );
    }

    [Fact]
    public void What_goes_down_waits_for_no_post_above()
    {
        var smc = ShippedGuides.Smc;
        var down = new StepDown(["duty-manager"], null, "The owner goes down when it runs again.");
        var one = AtLevel3(smc with { Ladders = [.. smc.Ladders.Select(ladder => ladder with { StepDown = down })] });
        one.At("2027-04-12 10:30")
            .Do(new StepDownLevel("It runs by the second route"), new Actor("Manager 3", "duty-manager"));

        Assert.Equal(2, one.State.Escalation!.Level);
        Assert.DoesNotContain(Book.Owed(one), entry => entry.Kind == PromiseKind.NextStep);
        Assert.DoesNotContain(
            one.At("2027-04-12 12:00").Seen<PromiseMissed>(),
            missed => missed.For == PromiseFor.PostReached
        );
    }

    private const string Level3 =
        "Reach Service Operations Manager (Head of Service Management), level 3 (Open, 2027-04-12 10:50, )";

    private static SimulatedCase AtLevel3(Guide? guide = null) =>
        Called("2027-04-12T10:00:00Z", guide)
            .At("2027-04-12 10:05")
            .Do(Contact(EngagementOutcome.Accepted))
            .Do(new Escalate { From = "Network control", Level = 2 })
            .At("2027-04-12 10:20")
            .Do(
                new Escalate
                {
                    From = "Network control",
                    SeenLevel = 2,
                    Level = 3,
                    CallBack = At.Utc("2027-04-12T10:00:00Z"),
                }
            );

    [Fact]
    public void A_mail_to_the_customer_names_no_time_of_the_desks_own()
    {
        var one = Called();

        var mail = one.Mails.Last(mail => mail.Rule == "escalated");
        Assert.DoesNotContain("Next contact", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(one.Mails, mail => mail.Text.Contains("10:30", StringComparison.Ordinal));
    }
}
