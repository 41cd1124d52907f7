using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;

namespace Rung.Core.Tests.Promises;

/// <summary>The night of story D5 from the first call to the end of the escalation; wall times of Jersey.</summary>
internal static class NightOfD5
{
    public static Actor Owner { get; } = new("Duty Manager", "duty-manager");

    public static SimulatedCase Logged() => Logged(ShippedGuides.Smc);

    /// <summary>The same under another guide.</summary>
    public static SimulatedCase Logged(Guide guide, string at = "2027-03-27 22:30") =>
        SimulatedCase.Log(
            guide,
            at,
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

    /// <summary>Missed at 03:30; asked by mail at 03:35; level 1 at 03:40, level 2 at 05:10, level 3 at 06:05; restored 06:50, ended 07:05.</summary>
    public static SimulatedCase Whole()
    {
        var one = Logged()
            .At("2027-03-28 03:35")
            .Do(new AskToEscalate("Please escalate", Channel.Email), People.Contact);
        one.At("2027-03-28 03:40").Do(Call(1, "2027-03-28T03:00:00Z"));
        one.At("2027-03-28 03:46")
            .Do(
                new Engage
                {
                    Level = 2,
                    Person = "Duty Manager",
                    ContactedAt = At.Utc("2027-03-28T02:44:00Z"),
                }
            );
        var plan = new PlanRequest
        {
            Channel = Channel.Phone,
            EveryMinutes = 30,
            From = At.Utc("2027-03-28T03:30:00Z"),
        };
        one.At("2027-03-28 03:58").Do(new CallBack("A fibre is cut", plan), Owner);
        one.At("2027-03-28 04:29").Do(new RecordPlannedContact("The place is found"), Owner);
        one.At("2027-03-28 05:10").Do(Call(2, "2027-03-28T04:30:00Z", "plan-failed"));
        one.At("2027-03-28 05:30").Do(new CallBack("Splicing has begun"), Owner);
        one.At("2027-03-28 06:00").Do(new RecordPlannedContact("Half is spliced"), Owner);
        one.At("2027-03-28 06:05").Do(Call(3, null, "outage-beyond-sla"));
        one.At("2027-03-28 06:09").Do(new Engage { Level = 3, Person = "Manager 3" });
        one.At("2027-03-28 06:30").Do(new RecordPlannedContact("Tests go on"), Owner);
        one.At("2027-03-28 06:50").Do(new Resolve("The fibre is spliced", Confirmation.Required));
        return one.At("2027-03-28 07:05").Do(new EndEscalation("Restored", Channel.Phone, RfoState.Owed), Owner);
    }

    /// <summary>The same outage, logged and escalated at another time, with a call-back an hour later.</summary>
    public static SimulatedCase Called(string at)
    {
        var one = Logged(ShippedGuides.Smc, at);
        return one.Do(Call(1, null) with { CallBack = one.Now + At.Minutes(60) });
    }

    private static Escalate Call(int level, string? callBack, params string[] reasons) =>
        new()
        {
            From = "Network control",
            Level = level,
            SeenLevel = level - 1,
            Acknowledged = true,
            CallBack = callBack is null ? null : At.Utc(callBack),
            Reasons = reasons,
        };
}
