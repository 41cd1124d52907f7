using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Time;
using Rung.Core.Wording;

namespace Rung.Core.Complaints;

/// <summary>Decides what is done to a complaint. ESS-88 to ESS-93, A-20, A-21, semantics 39.</summary>
internal static class Complaining
{
    public static Ruling Decide(Decision decision, ComplaintCommand command)
    {
        if (!decision.IsComplaint)
        {
            return Ruling.Refuse(
                RefusalCode.WrongCondition,
                "Only a complaint is handled so, and this case is none: log the complaint as a case of its own.",
                "ESS-88",
                decision.Guide.Complaints?.Cite ?? decision.CiteOfKind
            );
        }
        return command switch
        {
            AcknowledgeComplaint acknowledge => Decide(decision, acknowledge),
            SendHoldingReply reply => Decide(decision, reply),
            AnswerComplaint answer => Decide(decision, answer),
            EscalateComplaint escalate => Decide(decision, escalate),
            AddPaper add => Papers.Refuses([add.Paper]) is { } refusal
                ? new Ruling.Refused(refusal)
                : decision.Accept(new PaperAdded(add.Paper)),
            _ => throw new NotSupportedException($"No arm for {command.GetType().Name}."),
        };
    }

    private static Ruling Decide(Decision decision, AcknowledgeComplaint command)
    {
        var told = decision.State.Complaint is { Acknowledged: not null } or { HoldingReplies.Count: > 0 };
        return told || decision.State.IsResolved
                ? Wrong(decision, "The customer knows already that the complaint has arrived.")
            : Decision.NeedsText(command.Text, "The acknowledgement") is { } refusal ? new Ruling.Refused(refusal)
            : decision.Accept(new ComplaintAcknowledged(command.Text, command.Channel));
    }

    private static Ruling Decide(Decision decision, SendHoldingReply command)
    {
        if (decision.State.IsResolved)
        {
            return Wrong(decision, "The complaint is answered already: there is nothing to hold.");
        }
        if (Decision.NeedsText(command.Text, "The holding reply") is { } empty)
        {
            return new Ruling.Refused(empty);
        }
        var rule = Stage(decision)?.FollowUp;
        if (DateIsWrong(decision, rule, command.FollowUp) is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        var due = Due(decision, rule, command.FollowUp);
        return decision.Accept(new HoldingReplied(command.Text, command.Channel, command.FollowUp, due));
    }

    private static Ruling Decide(Decision decision, AnswerComplaint command) =>
        decision.State.IsResolved ? Wrong(decision, "The complaint is answered already.")
        : Decision.NeedsText(command.Text, "The answer") is { } refusal ? new Ruling.Refused(refusal)
        : decision.Accept(
            new ComplaintAnswered(command.Text, command.Channel),
            new Resolved(command.Text, Confirmation.NotRequired, ResolvedWhere.Later)
        );

    private static Ruling Decide(Decision decision, EscalateComplaint command)
    {
        var cite = decision.Guide.Complaints?.Cite;
        if (decision.Guide.Complaints?.ManagementRoute is not { } route)
        {
            return Ruling.Refuse(
                RefusalCode.UnknownInGuide,
                "The guide has no way to take a complaint to the management.",
                "ESS-91",
                cite
            );
        }
        if (command.Route is { } asked && asked != route)
        {
            return new Ruling.Refused(LoggingDoor.Unknown("route to the management", asked, [route], ("ESS-91", cite)));
        }
        return Decision.NeedsText(command.Text, "Why it goes to the management") is { } refusal
            ? new Ruling.Refused(refusal)
            : decision.Accept(new ComplaintEscalated(route, command.Text));
    }

    // ESS-92: with a holding reply the customer hears when the rest comes.
    private static Refusal? DateIsWrong(Decision decision, Allowance? rule, LocalDate? date)
    {
        var today = decision.At.InZone(decision.Guide.DeskCalendar.Zone).Date;
        var sentence = (rule, date) switch
        {
            (Allowance.AgreedDate, null) => "Name the date by which the customer gets the full answer.",
            // Also today, once the desk has closed: what is owed by then would be missed before it is promised.
            (Allowance.AgreedDate, { } named) when named < today || (named == today && IsOver(decision, rule, named)) =>
                "The date of the full answer has passed: name a later one.",
            (Allowance.AgreedDate, { } named) when named > today.PlusYears(1) =>
                "The date of the full answer is more than a year away: name an earlier one.",
            (Allowance.AgreedDate, { } named) when Instead(decision, named) is { } opens =>
                $"The desk is closed on {Say.Day(named)}: name another day, such as {Say.Day(opens)}.",
            (not (null or Allowance.AgreedDate), not null) =>
                "The guide itself sets when the full answer is due: leave the date out.",
            (null, not null) => "The guide has no follow-up after a holding reply: leave the date out.",
            _ => null,
        };
        return sentence is null
            ? null
            : new Refusal(RefusalCode.InvalidInput, sentence, "ESS-92", Stage(decision)?.Cite);
    }

    private static bool IsOver(Decision decision, Allowance rule, LocalDate named) =>
        Due(decision, rule, named) <= decision.At;

    private static LocalDate? Instead(Decision decision, LocalDate named) =>
        AgreedDates.InsteadOf(named, Calendar(decision));

    private static WorkingCalendar Calendar(Decision decision) =>
        decision.Guide.Calendars[Stage(decision)?.Calendar ?? decision.Guide.Desk.Calendar];

    private static Instant? Due(Decision decision, Allowance? rule, LocalDate? date)
    {
        var calendar = Calendar(decision);
        return date is { } named ? AgreedDates.EndOf(named, calendar)
            : rule?.DueFrom(decision.At, calendar) is { Ok: true, Value: var due } ? due
            : null;
    }

    // The step that a holding reply is about: the first that says what follows one, else the first.
    private static ComplaintStage? Stage(Decision decision)
    {
        var stages = (decision.Guide.Complaints?.Stages ?? []).Where(stage => decision.Facts.Hold(stage.When));
        return stages.OrderBy(stage => stage.FollowUp is null ? 1 : 0).FirstOrDefault();
    }

    private static Ruling Wrong(Decision decision, string sentence) =>
        Ruling.Refuse(RefusalCode.WrongCondition, sentence, "ESS-92", Stage(decision)?.Cite);
}
