using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Deciding;

/// <summary>The end of an escalation. SMC-30, SMC-39, S-07.</summary>
internal static class Ending
{
    public static Ruling Decide(Climb climb, EndEscalation command)
    {
        var decision = climb.Decision;
        if (Decision.NeedsText(command.Reason, "The reason") is { } empty)
        {
            return new Ruling.Refused(empty);
        }
        if (command.Told is not { } told)
        {
            return Refuse(climb, "The customer is told that the escalation ends: say how you did.");
        }
        if (command.Rfo is not { } rfo)
        {
            return Refuse(climb, "Say how it stands with the reason for outage: given, owed by a date, or not needed.");
        }
        if (rfo == RfoState.Given && !IsWritten(decision, command.Covers))
        {
            return Refuse(climb, "No reason for outage is written yet: write it, or say by when it is owed.");
        }
        if (rfo == RfoState.NotNeeded && decision.Facts.OwesRfo)
        {
            return Refuse(climb, "This case closes only with a reason for outage: say by when it is owed.");
        }
        if (Contradicts(command.Covers, rfo) is { } sentence)
        {
            return Refuse(climb, sentence);
        }
        if (command.RfoDue is { } agreed && !CallBackTime.IsToCome(decision, agreed))
        {
            return Refuse(
                climb,
                "The reason for outage is agreed for a time to come, within 31 days: correct its date."
            );
        }
        var due = rfo == RfoState.Owed ? command.RfoDue ?? Usual(decision) : null;
        if (rfo == RfoState.Owed && due is null)
        {
            return Refuse(climb, "Say by when the reason for outage is owed: agree the date with the customer.");
        }
        var ended = new EscalationEnded(command.Reason, told, rfo, due);
        return climb.Accept([ended, .. Released(climb.One)]);
    }

    // Of a case that owes none itself it is enough that the customer has that of another which the escalation covers.
    private static bool IsWritten(Decision decision, IReadOnlyList<CoveredRfo> covers) =>
        decision.State.Rfo is not null
        || (!decision.Facts.OwesRfo && covers.Any(covered => covered.Rfo == RfoState.Given));

    private static IEnumerable<CaseEvent> Released(Escalation one) =>
        one
            .Covers.Where(covered => covered.Until is null)
            .Select(covered => new Unlinked(covered.Reference, EscalationEnded.OnCovered) { Kind = LinkKind.Covers });

    // The customer is told once, of all the cases: what is said of the reason for outage has to hold of each.
    private static string? Contradicts(IReadOnlyList<CoveredRfo> covers, RfoState rfo)
    {
        var owing = covers.FirstOrDefault(one => one.Rfo == RfoState.Owed);
        return rfo == RfoState.Owed || owing is null ? null
            : rfo == RfoState.Given
                ? $"No reason for outage is written yet on {owing.Reference}: write it, or say by when it is owed."
            : $"{owing.Reference}, which the escalation covers, closes only with a reason for outage: say by when it is owed.";
    }

    private static Ruling Refuse(Climb climb, string sentence) =>
        Ruling.Refuse(RefusalCode.InvalidInput, sentence, "SMC-39", climb.Ladder.Cite);

    /// <summary>S-07: agreed with the customer, else as the guide has it after restoring; null: the guide says nothing.</summary>
    private static Instant? Usual(Decision decision)
    {
        var rule = decision.Guide.PromiseRule(PromiseFor.Rfo);
        var within = rule?.Due ?? decision.Guide.Rfo?.ExpectedWithin;
        var from = decision.State.Resolution?.At ?? decision.At;
        var calendar = rule?.Calendar is { } id ? decision.Guide.Calendars[id] : decision.Guide.DeskCalendar;
        return within?.DueFrom(from, calendar) is { Ok: true } due ? Instant.Max(due.Value, decision.At) : null;
    }
}
