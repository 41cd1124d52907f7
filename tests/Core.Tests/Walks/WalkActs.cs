using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;

namespace Rung.Core.Tests.Walks;

/// <summary>What somebody may do next, sensible or not: mistakes are refused, and change nothing.</summary>
internal sealed class WalkActs(WalkDesk desk, Random dice)
{
    /// <summary>Between planned contacts, in minutes: what nobody keeps for a month makes thousands of them.</summary>
    public int ShortestPlan { get; init; } = 10;

    private static readonly CaseReference Other = CaseReference.FromNumber("R", 77);

    private static readonly CaseCommand[] Any =
    [
        .. EveryCommand.Of(Other).Where(command => command is not (LogCase or Reopen)),
    ];

    public CaseCommand Next(Instant now) =>
        dice.Next(10) switch
        {
            < 2 => WalkDesk.Pick(dice, Any),
            < 6 => Work(),
            _ => Climb(now),
        };

    public CaseCommand OnComplaint(Instant now) =>
        dice.Next(16) switch
        {
            < 2 => WalkDesk.Pick(dice, Any),
            < 6 => Work(),
            < 8 => new AcknowledgeComplaint("It is with us", WalkDesk.Pick(dice, [Channel.Email, Channel.Letter])),
            < 11 => new SendHoldingReply("We look into it", Date(now)),
            < 13 => new AnswerComplaint("Sorry"),
            13 => new EscalateComplaint(null, "Asked for"),
            14 => new AddPaper(new Paper("scan.pdf", "application/pdf", 5, new string('a', 64))),
            _ => new RecordReply("I do not agree", Channel.Email),
        };

    // The guide has it agreed or sets it itself: either is right at one of the desks.
    private LocalDate? Date(Instant now) =>
        dice.Next(2) == 0 ? null : now.InZone(desk.Guide.DeskCalendar.Zone).Date.PlusDays(dice.Next(-2, 20));

    private CaseCommand Work() =>
        dice.Next(12) switch
        {
            0 => new Assign("Engineer 7"),
            1 => new SetPriority(WalkDesk.Pick(dice, desk.Guide.Priorities).Id, "Contact", "It is worse"),
            2 => new Hold(WalkDesk.Pick(dice, desk.Holds), "the names"),
            3 => new Resume(),
            4 => new BeginWait(WalkDesk.Pick(dice, desk.Guide.WaitReasons).Id, "a part"),
            5 => new EndWait(),
            6 => new Resolve("Replaced", dice.Next(3) == 0 ? Confirmation.NotRequired : Confirmation.Required),
            7 => new RecordReply("It is back", Channel.Email),
            8 => new ConfirmResolution("It works"),
            9 => new SendUpdate("We are at it", dice.Next(2) == 0 ? Channel.Phone : Channel.Email),
            10 => Flag(),
            _ => new WriteRfo("A digger") { ApprovedBy = dice.Next(4) == 0 ? null : "Manager 2" },
        };

    private CaseCommand Climb(Instant now) =>
        dice.Next(20) switch
        {
            < 4 => Call(now),
            4 => new AskToEscalate("Please hurry", WalkDesk.Pick(dice, Enum.GetValues<Channel>())),
            5 => new AgreeCallBack(Later(now)),
            6 => new CallBack("News", new PlanRequest { EveryMinutes = dice.Next(ShortestPlan, 400) })
            {
                ApprovedBy = "Manager",
            },
            7 => new AgreePlan(new PlanRequest { Times = ["09:00", "21:30"], Channel = Channel.Phone }),
            8 or 9 => new RecordPlannedContact("News") { ApprovedBy = "Manager" },
            10 or 11 => new Engage
            {
                Level = dice.Next(1, 6),
                Person = "Manager 3",
                Raises = dice.Next(3) == 0,
                Outcome = Outcome(),
            },
            12 => new DecideEscalation(WalkDesk.Pick(dice, Enum.GetValues<RequestVerdict>()), "As it is"),
            13 => new PlanStep("Splice", "Engineer 7", Later(now)),
            14 => new CompleteStep(dice.Next(1, 4)),
            15 => new DelayLevel(dice.Next(1, 5), Later(now), "A part comes"),
            16 => new HandOverEscalation("Manager 2", Channel.Phone),
            17 => new CheckOwner(dice.Next(1, 5), ProcessCheck.Followed, "As it should be"),
            18 => new NoteApproach(
                WalkDesk.Pick(dice, ["service-operations-manager", "head-of-service", "ceo"]),
                "You do it"
            ),
            _ => new EndEscalation("Settled", Channel.Phone, WalkDesk.Pick(dice, Enum.GetValues<RfoState>())),
        };

    private Escalate Call(Instant now) =>
        new()
        {
            From = dice.Next(8) == 0 ? null : "School office",
            Level = dice.Next(3) == 0 ? dice.Next(0, 6) : null,
            SeenLevel = dice.Next(8) == 0 ? null : dice.Next(0, 4),
            Channel = dice.Next(4) == 0 ? WalkDesk.Pick(dice, Enum.GetValues<Channel>()) : Channel.Phone,
            Override = dice.Next(4) == 0 ? "They insist" : null,
            CallBack = dice.Next(2) == 0 ? Later(now) : null,
            Acknowledged = dice.Next(2) == 0,
        };

    private SetFlag Flag() =>
        new(WalkDesk.Pick(dice, desk.Guide.Flags).Id, dice.Next(2) == 0 ? FlagValue.Set : FlagValue.Unset, "As it is");

    private EngagementOutcome Outcome() => WalkDesk.Pick(dice, Enum.GetValues<EngagementOutcome>());

    private Instant Later(Instant now) => now + Duration.FromMinutes(dice.Next(-20, 600));
}
