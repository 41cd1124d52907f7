using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Deciding;

/// <summary>
/// Decides whether a level is entered, and which. ESS-79 to ESS-84, SMC-04 to SMC-08, SMC-15, SMC-19, A-18, A-19, S-04 to
/// S-06, S-09, semantics 16 to 20.
/// </summary>
internal static class Escalating
{
    public static Ruling Decide(Decision decision, Escalate command)
    {
        if (decision.Guide.LadderFor(decision.State, decision.At, (command.Ladder, command.Reasons)) is not { } ladder)
        {
            return NoLadder(decision, command.Ladder);
        }
        if (Refuses(decision, ladder, command) is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        var one = decision.State.EscalationOn(ladder.Id);
        var wanted = command.Level ?? command.SeenLevel!.Value + 1;
        // Who asks for what two have asked for at once, or for more than there is, asks for the level it has.
        var isThere = (wanted > 0 && wanted <= one?.Level) || (command.Level is null && wanted > ladder.Levels.Count);
        if (one is not null && isThere)
        {
            return Repeating.Decide(decision, one, command);
        }
        var (level, unknown) = Climb.LevelOf(ladder, wanted);
        if ((unknown ?? LeavesOut(decision, ladder, command, wanted)) is { } wrong)
        {
            return new Ruling.Refused(wrong);
        }
        var request = new Asking.Request(command.From, command.Channel, command.FromRole);
        return NotRaised(decision, ladder, level!, request) is { } why
            ? decision.Accept(new EscalationAsked(Said(command), command.Channel, why))
            : Enter(decision, ladder, level!, command);
    }

    /// <summary>A wish as it came in: the next level where the guide lets it begin that way, else noted (A-19, S-04).</summary>
    public static Ruling Decide(Decision decision, AskToEscalate command)
    {
        if (Decision.NeedsText(command.Text, "What was asked") is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        if (decision.Guide.LadderFor(decision.State, decision.At, (command.Ladder, command.Reasons)) is not { } ladder)
        {
            return NoLadder(decision, command.Ladder);
        }
        if (UnknownReason(ladder, command.Reasons) is { } unknown)
        {
            return new Ruling.Refused(unknown);
        }
        var one = decision.State.EscalationOn(ladder.Id);
        // Where it counts with the present level, it is that one's channels that it has to have come by (ESS-82, ESS-83).
        var present =
            one is not null && Asking.IsOfThePresentLevel(decision, ladder, one) ? ladder.Level(one.Level) : null;
        var asked = present ?? ladder.Level((one?.Level ?? 0) + 1);
        var from = decision.Moment.By.IsCustomer ? decision.Moment.By.Name : decision.State.Logged.Reporter.ContactName;
        var part = asked is null ? null : Asking.Part(decision, asked, command);
        var request = new Asking.Request(from, command.Channel, part);
        var why = asked is null ? WhyNotRaised.AtTheTop : NotRaised(decision, ladder, asked, request);
        if (why is { } because)
        {
            return decision.Accept(new EscalationAsked(command.Text, command.Channel, because));
        }
        var escalate = new Escalate
        {
            From = from,
            FromRole = part,
            Channel = command.Channel,
            Reasons = command.Reasons,
            Note = command.Text,
        };
        return present is null ? Enter(decision, ladder, asked!, escalate) : Repeating.Decide(decision, one!, escalate);
    }

    private static Refusal? Refuses(Decision decision, Ladder ladder, Escalate command)
    {
        if (string.IsNullOrWhiteSpace(command.From))
        {
            const string Nobody =
                "A level is entered when the customer asks for it: name who did. To bring in a post without a call, engage it.";
            return new Refusal(RefusalCode.CallRequired, Nobody, "SMC-15", ladder.Cite);
        }
        return UnknownReason(ladder, command.Reasons)
            ?? UnknownRole(decision, ladder, command.FromRole)
            ?? CallBackTime.Refuses(decision, command.CallBack, command.Zone)
            ?? Decision.MayName(command.From, "The caller's name")
            ?? Decision.MayName(command.Number, "The number")
            ?? NoLevel(ladder, command);
    }

    // Without it nobody could tell two who ask for the same level from one who asks for the next.
    private static Refusal? NoLevel(Ladder ladder, Escalate command) =>
        command is { Level: null, SeenLevel: null }
            ? new Refusal(
                RefusalCode.InvalidInput,
                "Say which level is asked for, or at which level you saw the case (0: none): two who escalate at once make one level.",
                "ESS-83",
                ladder.Cite
            )
            : null;

    private static Refusal? UnknownReason(Ladder ladder, IReadOnlyList<string>? reasons) =>
        reasons?.FirstOrDefault(id => ladder.Reasons.All(reason => reason.Id != id)) is { } unknown
            ? LoggingDoor.Unknown(
                "reason",
                unknown,
                ladder.Reasons.Select(reason => reason.Id),
                ("ESS-84", ladder.Cite)
            )
            : null;

    private static Refusal? UnknownRole(Decision decision, Ladder ladder, string? role)
    {
        var known = decision.Guide.Roles.Where(one => one.Side == RoleSide.Customer).Select(one => one.Id).ToList();
        return role is null || known.Contains(role)
            ? null
            : LoggingDoor.Unknown("role", role, known, ("ESS-84", ladder.Cite));
    }

    /// <summary>The guide has no ladder for the case, or none of this id.</summary>
    public static Ruling NoLadder(Decision decision, string? id) =>
        id is not null && decision.Guide.Ladder(id) is null
            ? new Ruling.Refused(
                LoggingDoor.Unknown(
                    "ladder",
                    id,
                    decision.Guide.Ladders.Select(one => one.Id),
                    ("ESS-83", decision.CiteOfKind)
                )
            )
            : Ruling.Refuse(
                RefusalCode.NotEscalated,
                "The guide has no way of escalating a case like this: keep what the customer said as a reply.",
                "ESS-79",
                decision.CiteOfKind
            );

    // One level at a time; S-06: some roles may leave one out and say why.
    private static Refusal? LeavesOut(Decision decision, Ladder ladder, Escalate command, int wanted)
    {
        var next = (decision.State.EscalationOn(ladder.Id)?.Level ?? 0) + 1;
        if (ladder.Mode == LadderMode.Free || wanted <= next)
        {
            return null;
        }
        var mayNot = !decision.MayAct(ladder.SkipBy);
        if (!mayNot && !string.IsNullOrWhiteSpace(command.Override))
        {
            return null;
        }
        var who = string.Join(" or ", ladder.SkipBy.Select(decision.Guide.RoleTitle));
        var mend = mayNot ? $"only {who} may leave one out, with a reason" : "say why one is left out";
        return new Refusal(
            RefusalCode.LevelSkipped,
            ladder.SkipBy.Count == 0
                ? $"Levels are entered one after another: level {next} comes first."
                : $"Levels are entered one after another: level {next} comes first; {mend}.",
            "S-06",
            ladder.Cite
        );
    }

    // One request at a time waits for its decision.
    private static WhyNotRaised? NotRaised(Decision decision, Ladder ladder, Level level, Asking.Request request) =>
        Asking.NotRaised(decision, ladder, level, request)
        ?? (
            ladder.Decision is not null && decision.State.EscalationPending is not null ? WhyNotRaised.Undecided : null
        );

    private static Ruling Enter(Decision decision, Ladder ladder, Level level, Escalate command)
    {
        var one = decision.State.EscalationOn(ladder.Id);
        var post = LevelPost.Of(decision.Guide, ladder, level, decision.At);
        var entered = new Escalated
        {
            Escalation = NumberOn(decision, ladder),
            Ladder = ladder.Id,
            Level = level.Number,
            Way = EntryWay.Request,
            From = command.From!.Trim(),
            Channel = command.Channel,
            Number = Trimmed(command.Number),
            Reasons = [.. (command.Reasons ?? []).Distinct()],
            OtherReason = Trimmed(command.OtherReason),
            Acknowledged = command.Acknowledged,
            Effective = EffectiveFrom(decision),
            Override = level.Number > (one?.Level ?? 0) + 1 ? Trimmed(command.Override) : null,
            Note = Trimmed(command.Note),
            Warnings = [.. Warnings(decision, ladder, level, command)],
            StandsIn = post.StandsIn,
            Alerts = post.AlertsBeside(one),
        };
        if (ladder.Decision is { } rule)
        {
            return Requesting.Ask(decision, rule, entered);
        }
        List<CaseEvent> events = [entered];
        if (Repeating.Agreed(decision, one, command) is { } agreed)
        {
            events.Add(agreed);
        }
        events.AddRange(Entered(decision, ladder, entered).Skip(1));
        return decision.Accept([.. events]);
    }

    /// <summary>The level is entered, and its owner with it where no level owns the escalation for good.</summary>
    public static IReadOnlyList<CaseEvent> Entered(Decision decision, Ladder ladder, Escalated entered) =>
        Owner(decision, ladder, ladder.Level(entered.Level)!) is { } owner ? [entered, owner] : [entered];

    /// <summary>Number of the escalation that goes on upon this ladder, else of one that begins now.</summary>
    public static int NumberOn(Decision decision, Ladder ladder) =>
        decision.State.EscalationOn(ladder.Id)?.Number ?? decision.State.Escalations.Count + 1;

    /// <summary>At once in the desk's hours, at the next opening otherwise. ESS-82.</summary>
    public static Instant EffectiveFrom(Decision decision)
    {
        var opening = decision.Guide.DeskCalendar.NextOpening(decision.At);
        return opening.Ok ? opening.Value : decision.At;
    }

    /// <summary>Where no level owns the escalation for good, the owner moves up with it.</summary>
    public static OwnershipTaken? Owner(Decision decision, Ladder ladder, Level level)
    {
        if (ladder.StickyOwnerLevel is not null || !level.Owns())
        {
            return null;
        }
        var holder = LevelPost.Of(decision.Guide, ladder, level, decision.At).Role;
        return new OwnershipTaken(holder.Id, holder.Title, decision.State.EscalationOn(ladder.Id)?.Owner?.Name, null);
    }

    private static IEnumerable<EscalationWarning> Warnings(
        Decision decision,
        Ladder ladder,
        Level level,
        Escalate command
    )
    {
        if (ladder.Precondition == Precondition.Warn && IsEarly(decision))
        {
            yield return EscalationWarning.TargetsNotUsedUp;
        }
        var asksReason = level.Entries.OfType<Entry.ByRequest>().Any(entry => entry.Reasons.Count > 0);
        if (asksReason && command.Reasons is not { Count: > 0 } && string.IsNullOrWhiteSpace(command.OtherReason))
        {
            yield return EscalationWarning.ReasonMissing;
        }
        if (!Asking.IsListed(decision, level, new(command.From, command.Channel, command.FromRole)))
        {
            yield return EscalationWarning.CallerNotListed;
        }
        if (ladder.CallBack is not { } callBack)
        {
            yield break;
        }
        if (!command.Acknowledged)
        {
            yield return EscalationWarning.NotAcknowledged;
        }
        if (command.CallBack is null && !IsContactNear(decision, callBack))
        {
            yield return EscalationWarning.CallBackNotAgreed;
        }
    }

    // S-09: a planned contact soon, or a call-back that is owed already, takes the call-back's place.
    private static bool IsContactNear(Decision decision, CallBackRule rule)
    {
        var one = decision.State.Escalation;
        var near = rule.PlannedContactWithin?.DueFrom(decision.At, decision.Guide.DeskCalendar);
        return one?.CallBack is { State: PromiseState.Open }
            || (near is { Ok: true } until && one?.Slot is { } slot && slot.Due <= until.Value);
    }

    /// <summary>Whether no firm target is used up yet. ESS-79.</summary>
    public static bool IsEarly(Decision decision) =>
        !ClockReader
            .Read(decision.Guide, decision.State, decision.At)
            .Any(clock => clock is { IsMissed: true, Target.Firmness: Firmness.Firm });

    private static string Said(Escalate command) =>
        Trimmed(command.Note) ?? Trimmed(command.OtherReason) ?? $"{command.From} wishes to escalate";

    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
