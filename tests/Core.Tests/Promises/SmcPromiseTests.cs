using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Promises;

/// <summary>The night of story D5, promise by promise: SMC-08 to SMC-13, SMC-27, SMC-30. Wall times of Jersey, BST from 01:00Z on.</summary>
public class SmcPromiseTests
{
    private static readonly Actor Owner = new("Duty Manager", "duty-manager");

    // Level 1 at 03:40 with a call-back for 04:00, owned from 03:46.
    private static SimulatedCase Escalated() => Logged().At("2027-03-28 03:40").Do(Call);

    private static Escalate Call { get; } =
        new()
        {
            From = "Network control",
            Level = 1,
            SeenLevel = 0,
            Acknowledged = true,
            CallBack = At.Utc("2027-03-28T03:00:00Z"),
        };

    private static SimulatedCase Owned() =>
        Escalated()
            .At("2027-03-28 03:46")
            .Do(
                new Engage
                {
                    Level = 2,
                    Person = "Duty Manager",
                    ContactedAt = At.Utc("2027-03-28T02:44:00Z"),
                }
            );

    private static SimulatedCase Planned() =>
        Owned()
            .At("2027-03-28 03:58")
            .Do(
                new CallBack(
                    "A fibre is cut",
                    new PlanRequest
                    {
                        Channel = Channel.Phone,
                        EveryMinutes = 30,
                        From = At.Utc("2027-03-28T03:30:00Z"),
                    }
                ),
                Owner
            );

    private static SimulatedCase Logged(string service = "connectivity") =>
        SimulatedCase.Log(
            ShippedGuides.Smc,
            "2027-03-27 22:30",
            log =>
                log with
                {
                    Reporter = People.Reporter with { Contract = "T24" },
                    Services = [service],
                    Answers = new Dictionary<string, string>
                    {
                        ["affected"] = "everything",
                        ["effect"] = "down",
                        ["details"] = "No site answers",
                        ["tried"] = "Routers restarted",
                    },
                }
        );

    [Fact]
    public void SMC_08_A_call_back_is_owed_by_the_post_and_then_by_whoever_owns_the_escalation()
    {
        var one = Escalated();
        var owed = Book.Only(one, PromiseKind.CallBack);
        Assert.Equal((PromiseState.Open, "2027-03-28 04:00", null), Book.Said(one, owed));
        Assert.Equal(
            ("call-back", "Network control", Channel.Phone, "call-backs"),
            (owed.Id, owed.To, owed.Channel, owed.Cite)
        );
        Assert.Equal("duty-manager", owed.Owner.Role);

        one = Planned();
        var kept = Book.Only(one, PromiseKind.CallBack);
        Assert.Equal((PromiseState.Kept, "2027-03-28 04:00", "2027-03-28 03:58"), Book.Said(one, kept));
        Assert.Equal("Duty Manager", kept.KeptBy);
    }

    // Two agents at 03:40 and 03:41, both from no level: the second has agreed 04:00. A third wishes 04:20, which puts nothing off;
    // a fourth 03:55, which brings it forward: 02:55Z, Jersey being an hour ahead since 01:00Z.
    [Fact]
    public void SMC_08_Whoever_escalates_at_the_same_time_as_another_keeps_what_they_agreed_with_the_customer()
    {
        var one = Logged().At("2027-03-28 03:40").Do(Call with { Level = null, CallBack = null, Acknowledged = false });
        Assert.DoesNotContain(Book.Of(one), entry => entry.Kind == PromiseKind.CallBack);

        one.At("2027-03-28 03:41").Do(Call with { Level = null });
        Assert.True(Assert.Single(one.Seen<EscalationRepeated>()).Acknowledged);
        Assert.Single(one.Seen<Escalated>());
        Assert.Equal("2027-03-28 04:00", Book.Said(one, Book.Only(one, PromiseKind.CallBack)).Item2);

        one.Do(Call with { Level = null, CallBack = At.Utc("2027-03-28T03:20:00Z"), Acknowledged = false });
        Assert.Equal("2027-03-28 04:00", Book.Said(one, Book.Only(one, PromiseKind.CallBack)).Item2);

        one.Do(Call with { CallBack = At.Utc("2027-03-28T02:55:00Z") });
        var owed = Book.Of(one)
            .Where(entry => entry.Kind == PromiseKind.CallBack)
            .Select(entry => Book.Said(one, entry));
        Assert.Contains((PromiseState.Open, "2027-03-28 03:55", null), owed);

        one.At("2027-03-28 03:56");
        Assert.Equal(
            "2027-03-28T02:55:00Z",
            Assert.Single(one.Seen<PromiseMissed>()).Due.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", null)
        );
    }

    // 04:29 keeps 04:30; nothing at 05:00; the call of 05:20 makes 05:00 good, late, and keeps 05:30.
    [Fact]
    public void SMC_13_Each_contact_of_the_plan_is_kept_missed_and_made_good_late()
    {
        var one = Planned().At("2027-03-28 04:29").Do(new RecordPlannedContact("The place is found"), Owner);
        Assert.Equal(
            (PromiseState.Kept, "2027-03-28 04:30", "2027-03-28 04:29"),
            Book.Said(one, Book.Only(one, PromiseKind.PlannedContact, 1))
        );
        Assert.Equal("2027-03-28 05:00", Book.Said(one, Book.Only(one, PromiseKind.PlannedContact, 2)).Item2);

        one.At("2027-03-28 05:01");
        var missed = Book.Only(one, PromiseKind.PlannedContact, 2);
        Assert.Equal((PromiseState.Missed, "2027-03-28 05:00", null), Book.Said(one, missed));
        Assert.Equal((true, At.Utc("2027-03-28T04:00:00Z")), (missed.IsToDo, missed.MissedAt));

        one.At("2027-03-28 05:20").Do(new RecordPlannedContact("Splicing has begun"), Owner);
        Assert.Equal(
            [
                (PromiseState.Kept, "2027-03-28 04:30", "2027-03-28 04:29"),
                (PromiseState.Late, "2027-03-28 05:00", "2027-03-28 05:20"),
                (PromiseState.Kept, "2027-03-28 05:30", "2027-03-28 05:20"),
                (PromiseState.Open, "2027-03-28 06:00", null),
            ],
            Book.Of(one).Where(entry => entry.Kind == PromiseKind.PlannedContact).Select(entry => Book.Said(one, entry))
        );
    }

    // Restored at 06:50, ended at 07:05: the contact of 07:00 is not owed. The reason for outage is due after five Jersey
    // working days of 09:00 to 17:30 from Tuesday 30 March: Monday 5 April 17:30.
    [Fact]
    public void SMC_30_The_reason_for_outage_is_owed_by_the_owner_after_the_end()
    {
        var one = Planned()
            .At("2027-03-28 06:50")
            .Do(new Resolve("The fibre is spliced", Confirmation.Required))
            .At("2027-03-28 07:05")
            .Do(new EndEscalation("Restored", Channel.Phone, RfoState.Owed), Owner);

        var owed = Book.Only(one, PromiseKind.ReasonForOutage);
        Assert.Equal((PromiseState.Open, "2027-04-05 17:30", null), Book.Said(one, owed));
        Assert.Equal(("duty-manager", "Duty Manager"), (owed.Owner.Role, owed.Owner.Name));
        // What was missed before the end is told no more, and stays missed.
        Assert.DoesNotContain(Book.Owed(one), entry => entry.Kind == PromiseKind.PlannedContact);

        one.At("2027-03-30 11:00").Do(new WriteRfo("A digger cut the fibre"), Owner);
        Assert.Equal(
            (PromiseState.Kept, "2027-04-05 17:30", "2027-03-30 11:00"),
            Book.Said(one, Book.Only(one, PromiseKind.ReasonForOutage))
        );
    }

    // Semantics 34: Internet access carries mail. While it is down a plan goes by telephone, whoever would rather write.
    [Fact]
    public void ESS_51_A_plan_by_a_channel_that_is_down_is_kept_by_telephone()
    {
        var byMail = new PlanRequest { Channel = Channel.Email, EveryMinutes = 60 };
        var cut = Logged("internet").At("2027-03-28 03:40").Do(Call);
        Assert.Equal(RefusalCode.InvalidInput, cut.Refuses(new AgreePlan(byMail)).Code);
        cut.Do(new AgreePlan(byMail with { Channel = null }));
        Assert.Equal(Channel.Phone, Book.Only(cut, PromiseKind.PlannedContact).Channel);

        var found = Logged().At("2027-03-28 03:40").Do(Call).Do(new AgreePlan(byMail));
        Assert.Equal(Channel.Email, Book.Only(found, PromiseKind.PlannedContact).Channel);
        found.At("2027-03-28 03:50").Do(new AnswerIntake(["internet"], found.State.Answers, found.State.Intake));
        Assert.Equal(Channel.Phone, Book.Only(found, PromiseKind.PlannedContact).Channel);
    }

    [Fact]
    public void SMC_38_After_a_handover_the_new_owner_owes()
    {
        var one = Planned().At("2027-03-28 04:10").Do(new HandOverEscalation("Duty Manager 2", Channel.Phone), Owner);

        Assert.Equal(
            "Duty Manager 2",
            Book.Owed(one).Single(entry => entry.Kind == PromiseKind.PlannedContact).Owner.Name
        );
    }
}
