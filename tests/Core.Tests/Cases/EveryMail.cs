using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Complaints;
using Rung.Core.Tests.Promises;

namespace Rung.Core.Tests.Cases;

/// <summary>
/// Every mail that the shipped guides write to a customer, as it is sent: from cases that were worked, and with each priority.
/// What people of the desk write themselves is in plain words here.
/// </summary>
internal static class EveryMail
{
    private static readonly Lazy<IReadOnlyList<OutgoingMessage>> SchoolsMails = new(() =>
        [.. Schools().SelectMany(one => one.Mails).Append(EveryMail.Receipt()).Where(IsToCustomer)]
    );

    private static readonly Lazy<IReadOnlyList<OutgoingMessage>> SmcMails = new(() =>
        [.. Smc().SelectMany(one => one.Mails).Where(IsToCustomer)]
    );

    public static IReadOnlyList<OutgoingMessage> Of(Guide guide) =>
        guide == ShippedGuides.Schools ? SchoolsMails.Value : SmcMails.Value;

    private static bool IsToCustomer(OutgoingMessage mail) => mail.Audience.Kind == AudienceKind.Originator;

    private static IEnumerable<SimulatedCase> Schools()
    {
        foreach (var source in (Channel[])[Channel.Phone, Channel.Email])
        {
            yield return Logged(source, Answers.AllDown);
            yield return Logged(source, Answers.Fault("everyone", "cannot-use"));
            yield return Logged(source, Answers.DownForSome);
            yield return Logged(source, Answers.Fault("one", "disruption"));
            yield return SimulatedCase.Log("2026-12-14 10:00", log => log with { Kind = "change-request" });
        }
        yield return SimulatedCase.Log("2026-12-14 10:00", Unclear);
        yield return Worked(SimulatedCase.Log("2026-12-14 10:00"), "P2");
        yield return Silent(SimulatedCase.Log("2026-12-14 10:00"));
        yield return Silent(SimulatedCase.Log("2026-12-14 10:00")).Do(Reply, People.Contact).Next!;
        yield return SimulatedCase.Log("2026-12-14 10:00").Do(new PassOn("direct-sales", "A second one"));
        yield return SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(new GiveDisposition("b", "We will change it with our next edition", null, null));
        yield return SimulatedCase
            .Log("2026-12-14 10:00", log => log with { Kind = "change-request" })
            .Do(new GiveDisposition("valid-change", "We will set it up", null, At.Date("2027-01-06")));
        yield return Owed();
        yield return Complained();
    }

    private static IEnumerable<SimulatedCase> Smc()
    {
        yield return SmcLogged("sites", "down");
        yield return SmcLogged("site", "down");
        yield return SmcLogged("site", "degraded");
        yield return SmcLogged("one", "minor");
        yield return SmcLogged("site", "degraded", Unclear);
        yield return Worked(SmcLogged("site", "degraded"), "P2");
        yield return Silent(SmcLogged("site", "degraded"));
        yield return Silent(SmcLogged("site", "degraded")).Do(Reply, People.Contact).Next!;
        yield return NightOfD5.Whole().At("2027-03-30 11:00").Do(new WriteRfo("A digger cut it"), NightOfD5.Owner);
    }

    // The reason for the outage is owed after an escalation, and told by itself.
    private static SimulatedCase Owed() =>
        SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(new Escalate { From = "School office", SeenLevel = 0 })
            .Do(new EndEscalation("It works", Channel.Phone, RfoState.Owed, At.London("2026-12-18 16:00")))
            .Do(new WriteRfo("A digger cut it"));

    private static RecordReply Reply { get; } = new("It is back", Channel.Email);

    private static SimulatedCase Logged(Channel source, IReadOnlyDictionary<string, string> answers) =>
        SimulatedCase.Log("2026-12-14 10:00", log => log with { Source = source, Answers = answers });

    private static SimulatedCase SmcLogged(string affected, string effect, Func<LogCase, LogCase>? change = null) =>
        SimulatedCase.Log(
            ShippedGuides.Smc,
            "2026-12-14 10:00",
            log =>
                (change ?? (one => one))(
                    log with
                    {
                        Reporter = People.Reporter with { Contract = "T24" },
                        Services = ["connectivity"],
                        Answers = new Dictionary<string, string> { ["affected"] = affected, ["effect"] = effect },
                    }
                )
        );

    private static LogCase Unclear(LogCase log) =>
        log with
        {
            HoldReason = "information",
            Awaiting = "What do you see on the screen?",
        };

    // Every change that a customer hears of, up to a reason for the outage and the end.
    private static SimulatedCase Worked(SimulatedCase one, string raised) =>
        one.At("2026-12-14 10:10")
            .Do(new SetPriority(raised, "Business manager", "Nobody can teach"), Raiser(one))
            .Do(new Assign("Engineer 2"))
            .Do(new Hold("information", "When did it begin?"))
            .Do(new SendUpdate("We have ordered a part"))
            .At("2026-12-14 11:00")
            .Do(Reply, People.Contact)
            .Do(new SendUpdate("The part has come"))
            .Do(new Resolve("We put the part in", Confirmation.Required))
            .At("2026-12-14 12:00")
            .Do(new RejectResolution("No"), People.Contact)
            .Do(new Resolve("We put another in", Confirmation.NotRequired))
            .Do(new WriteRfo("A part was worn"))
            .At("2026-12-15 12:00");

    private static Actor Raiser(SimulatedCase one) =>
        one.Guide == ShippedGuides.Schools ? People.TeamLeader : new Actor("Duty Manager", "duty-manager");

    private static SimulatedCase Silent(SimulatedCase one) =>
        one.At("2026-12-14 11:00").Do(new Resolve("We put the part in", Confirmation.Required)).At("2027-01-04 11:00");

    private static SimulatedCase Complained() =>
        Complaint
            .Log("2026-12-14 10:00", Channel.Phone, Complaint.AboutData)
            .Do(new AcknowledgeComplaint("It is with us"), Complaint.Handler)
            .Do(new SendHoldingReply("We look into it", At.Date("2026-12-21")), Complaint.Handler)
            .Do(new AnswerComplaint("We are sorry"), Complaint.Handler)
            .At("2027-02-01 10:00");

    private static OutgoingMessage Receipt() =>
        Core.Cases.Telling.Receipt.Of(
            ShippedGuides.Schools,
            new Receipt.Arrival(
                "desk@schools.example.org",
                "office@millbrook.example.org",
                At.London("2027-04-30 18:20"),
                At.London("2027-05-04 08:00")
            )
        )!;
}
