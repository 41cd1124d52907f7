using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;

namespace Rung.Core.Scenarios.Reading;

/// <summary>Reads what is done about an escalation.</summary>
internal sealed class EscalationActs(Guide guide, Cast cast)
{
    private const int MostLevels = 20;
    private const int MostSteps = 1000;
    private const int MostMinutes = 100_000;

    private DateTimeZone Zone => guide.DeskCalendar.Zone;

    public IEnumerable<(string Name, Func<MapReader, EscalationCommand> Read)> All =>
        [
            ("escalate", Escalate),
            ("askToEscalate", Ask),
            ("approached", Approached),
            ("agreeCallBack", map => new AgreeCallBack(At(map, "at") ?? Moments.Epoch, map.OptionalText("zone"))),
            ("engage", Engage),
            (
                "callBack",
                map => new CallBack(map.Text("text"), map.Map("plan", "`plan`", Plan))
                {
                    ApprovedBy = map.OptionalText("approvedBy"),
                }
            ),
            ("plan", map => new AgreePlan(Plan(map))),
            (
                "plannedContact",
                map => new RecordPlannedContact(map.Text("text"), map.OptionalWord<Channel>("channel"))
                {
                    ApprovedBy = map.OptionalText("approvedBy"),
                }
            ),
            ("decideEscalation", Verdict),
            ("stepDown", map => new StepDownLevel(map.Text("text"))),
            ("delay", map => new DelayLevel(Level(map), At(map, "until") ?? Moments.Epoch, map.Text("reason"))),
            ("planStep", map => new PlanStep(map.Text("what"), map.Text("who"), At(map, "due") ?? Moments.Epoch)),
            ("stepDone", map => new CompleteStep(Step(map), map.OptionalText("text"))),
            ("dropStep", map => new DropStep(Step(map), map.Text("reason"))),
            ("checkOwner", map => new CheckOwner(Level(map), map.Word<ProcessCheck>("result"), map.Text("text"))),
            ("peer", map => new NamePeer(Level(map), Name(map.OptionalUse("customer", NameKind.Contact)) ?? "")),
            ("decision", map => new RecordDecision(Level(map), map.Text("text"))),
            ("handOver", map => new HandOverEscalation(map.Text("to"), map.OptionalWord<Channel>("told"))),
            ("urgency", map => new GrantUrgency(map.Text("justification"), IsTrue(map, "noticeGiven"))),
            ("endEscalation", End),
        ];

    private Escalate Escalate(MapReader map)
    {
        var from = map.OptionalUse("from", NameKind.Contact);
        return new()
        {
            Level = map.OptionalWhole("level", 1, MostLevels),
            SeenLevel = map.OptionalWhole("seenLevel", 0, MostLevels),
            From = Name(from),
            FromRole = Role(from),
            Channel = map.Word("channel", Channel.Phone),
            Number = map.OptionalText("number"),
            Reasons = map.Uses("reasons", NameKind.EscalationReason),
            OtherReason = map.OptionalText("otherReason"),
            Acknowledged = IsTrue(map, "acknowledged"),
            CallBack = At(map, "callBack"),
            Zone = map.OptionalText("zone"),
            Override = map.OptionalText("override"),
            Note = map.OptionalText("note"),
            Ladder = map.OptionalUse("ladder", NameKind.Ladder),
        };
    }

    private static AskToEscalate Ask(MapReader map) =>
        new(map.Text("text"), map.Word("channel", Channel.Email))
        {
            Reasons = map.Uses("reasons", NameKind.EscalationReason),
            Ladder = map.OptionalUse("ladder", NameKind.Ladder),
        };

    private NoteApproach Approached(MapReader map) =>
        new(map.Use("role", NameKind.Role), map.Text("text"))
        {
            Person = map.OptionalText("person"),
            From = Name(map.OptionalUse("from", NameKind.Contact)),
            Channel = map.Word("channel", Channel.Phone),
        };

    private Engage Engage(MapReader map) =>
        new()
        {
            Level = Level(map),
            Person = map.OptionalText("person"),
            Channel = map.Word("channel", Channel.Phone),
            Outcome = map.Word("outcome", EngagementOutcome.Accepted),
            ContactedAt = At(map, "contacted"),
            Text = map.OptionalText("text"),
            Raises = IsTrue(map, "raises"),
        };

    private PlanRequest Plan(MapReader map) =>
        new()
        {
            Channel = map.OptionalWord<Channel>("channel"),
            EveryMinutes = map.OptionalLength("every") is { } every
                ? (int)Math.Min(every.TotalMinutes, MostMinutes)
                : null,
            Times = map.Texts("times"),
            From = At(map, "from"),
            Zone = map.OptionalText("zone"),
            Audience = map.OptionalText("audience"),
        };

    private EndEscalation End(MapReader map) =>
        new(
            map.Text("reason"),
            map.OptionalWord<Channel>("told"),
            map.OptionalWord<RfoState>("rfo"),
            At(map, "rfoDue")
        );

    private static DecideEscalation Verdict(MapReader map) =>
        new(IsTrue(map, "approve") ? RequestVerdict.Approved : RequestVerdict.Rejected, map.OptionalText("rationale"));

    private static int Step(MapReader map) => map.Whole("step", 1, MostSteps);

    private static int Level(MapReader map) => map.Whole("level", 1, MostLevels);

    private static bool IsTrue(MapReader map, string key) => map.Permission(key, Permission.No) == Permission.Yes;

    private Instant? At(MapReader map, string key) => Moments.Of(map, key, map.Find(key), Zone);

    private string? Name(string? contact) => contact is null ? null : cast.Find(contact)?.Contact.Name ?? contact;

    private string? Role(string? contact) =>
        contact is not null && cast.Find(contact)?.Contact.Roles is [var role, ..] ? role : null;
}
