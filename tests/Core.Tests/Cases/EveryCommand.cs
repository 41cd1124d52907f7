using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Tests.Cases;

/// <summary>One command of every type of the family; a test checks that none is forgotten.</summary>
internal static class EveryCommand
{
    public static IReadOnlyList<CaseCommand> Of(CaseReference other) =>
        [
            new LogCase
            {
                Kind = "fault",
                Source = Channel.Phone,
                Subject = "x",
                Reporter = People.Reporter,
            },
            new AnswerIntake(["identity"], Answers.AllDown, IntakeState.Open),
            new SetPriority("P1", "Contact", "worse"),
            new Assign("Engineer 7"),
            new Hold("information", "more"),
            new Resume(),
            new BeginWait("supplier", "a part"),
            new EndWait(),
            new SendUpdate("News"),
            new AddNote("Note"),
            new RecordReply("Reply", Channel.Email),
            new RecordAutomaticMail("Away"),
            new RecordUpdateRequest("News?", Channel.Phone),
            new SetFlag("complete-loss", FlagValue.Set, "seen"),
            new AgreeOutOfHoursContact("Caretaker", "01632 960042"),
            new GiveDisposition("b", "Soon", null, null),
            new Resolve("Done", Confirmation.Required),
            new RejectResolution("No"),
            new ConfirmResolution("Yes"),
            new RecordAttempt(Channel.Phone, null),
            new RecordCall(CallOutcome.Reached),
            new WriteRfo("A certificate ran out"),
            new ExplainBreach("resolve", "supplier", null),
            new Close(),
            new Reopen(),
            new LinkTo(other, LinkKind.Child),
            new Unlink(other, "wrong"),
            new MoveToVersion("2.1"),
            new PassOn("direct-sales", "A second filter"),
            new ChangeReporter("office", "The wrong one was picked"),
            new Escalate
            {
                SeenLevel = 0,
                From = "School office",
                Reasons = ["no-progress"],
            },
            new AskToEscalate("Please hurry", Channel.Portal),
            new NoteApproach("service-desk-manager", "Take this up yourself"),
            new AgreeCallBack(At.Utc("2026-12-14T13:00:00Z")),
            new Engage { Level = 1, Person = "Team Leader 2" },
            new CallBack("We are on it", new PlanRequest { EveryMinutes = 30 }),
            new AgreePlan(new PlanRequest { EveryMinutes = 60 }),
            new RecordPlannedContact("Still on it"),
            new NamePeer(1, "Head teacher"),
            new RecordDecision(1, "A second engineer goes there"),
            new HandOverEscalation("Manager 2", Channel.Phone),
            new GrantUrgency("An examination is on", NoticeGiven: true),
            new DecideEscalation(RequestVerdict.Approved, "It is late"),
            new StepDownLevel("It runs again"),
            new DelayLevel(2, At.Utc("2026-12-14T13:00:00Z"), "A part is on its way"),
            new PlanStep("Replace the switch", "Engineer 7", At.Utc("2026-12-14T13:00:00Z")),
            new CompleteStep(1),
            new DropStep(1, "Not needed"),
            new CheckOwner(1, ProcessCheck.Followed, "The plan is kept"),
            new EndEscalation("Settled", Channel.Phone, RfoState.NotNeeded),
            new AcknowledgeComplaint("It is with us"),
            new SendHoldingReply("We look into it", At.Date("2026-12-21")),
            new AnswerComplaint("Sorry"),
            new EscalateComplaint(null, "Asked for"),
            new AddPaper(new Paper("letter.pdf", "application/pdf", 5, new string('a', 64))),
        ];
}
