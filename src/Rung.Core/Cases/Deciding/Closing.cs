using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Deciding;

/// <summary>Confirmation, reason for outage, closing. ESS-72 to ESS-76, A-15.</summary>
internal static class Closing
{
    public static Ruling Decide(Decision decision, ConfirmResolution command)
    {
        var state = decision.State;
        if (state.IsResolved)
        {
            return CloseOrOwe(decision, new Confirmed(command.Text), ClosedBecause.Confirmed);
        }
        // The reply that sent the case back is taken as the confirmation after all: closed at that instant.
        if (state is { RejectingReply: { } reply, Hold: null } && !decision.Moment.By.IsCustomer)
        {
            var then = decision with { Moment = decision.Moment with { At = reply.At } };
            return CloseOrOwe(then, new Confirmed(command.Text ?? reply.Text), ClosedBecause.Confirmed);
        }
        return Ruling.Refuse(
            RefusalCode.WrongCondition,
            "Only a resolved case can be confirmed.",
            "ESS-73",
            decision.CiteOf(decision.State.Condition)
        );
    }

    public static Ruling Decide(Decision decision, WriteRfo command)
    {
        if (Decision.NeedsText(command.Text, "The reason for outage") is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        return NotApproved(decision, command) is { } unapproved
            ? new Ruling.Refused(unapproved)
            : decision.Accept([.. Explained(decision, command)]);
    }

    /// <summary>The reason for outage is there; a case that waited only for it closes.</summary>
    public static IReadOnlyList<CaseEvent> Explained(Decision decision, WriteRfo command)
    {
        var by = string.IsNullOrWhiteSpace(command.ApprovedBy) ? null : command.ApprovedBy.Trim();
        var written = new RfoWritten(command.Text) { ApprovedBy = by, Of = command.Of };
        return decision.State is { Blocked: not null, Escalation: null or { IsAsked: false } }
            ? [written, new Closed(ByItself(decision.State), command.Text)]
            : [written];
    }

    // What comes from an incident was approved there.
    private static Refusal? NotApproved(Decision decision, WriteRfo command)
    {
        const string First = "A reason for outage is approved before the customer reads it: say who approved it.";
        var need = command.Of is null ? decision.Guide.Rfo?.Approval ?? Need.Optional : Need.Optional;
        var missing = new Refusal(RefusalCode.ApprovalRequired, First, "ESS-76", decision.Guide.Rfo?.Cite);
        return Decision.NotApproved(need, command.ApprovedBy, missing);
    }

    public static Ruling Decide(Decision decision)
    {
        var state = decision.State;
        if (!state.IsResolved)
        {
            return Ruling.Refuse(
                RefusalCode.WrongCondition,
                "Only a resolved case can be closed: resolve it first.",
                "ESS-74",
                decision.Guide.Closing.Cite
            );
        }
        if (Owes(decision) is { } owed)
        {
            return new Ruling.Refused(owed);
        }
        if (state is { Condition: Condition.ResolvedToConfirm, Confirmed: null, Blocked: null })
        {
            const string Wait =
                "The customer's confirmation is awaited: record it, or let the contact attempts run out.";
            return Ruling.Refuse(RefusalCode.WrongCondition, Wait, "ESS-73", decision.Guide.Closing.Cite);
        }
        return OwesReason(decision) is { } reason
            ? new Ruling.Refused(reason)
            : decision.Accept(new Closed(ClosedBecause.ByAgent, state.Rfo));
    }

    // Who closes a case by hand says first why it was late; what closes by itself waits for nobody.
    private static Refusal? OwesReason(Decision decision)
    {
        var missed = ClockReader
            .Read(decision.Guide, decision.State, decision.At)
            .FirstOrDefault(reading =>
                reading is { IsMissed: true, Target.Firmness: Firmness.Firm }
                && !decision.State.Explained.Contains(reading.Target.Id)
            );
        return missed is null
            ? null
            : new Refusal(
                RefusalCode.BreachReasonRequired,
                $"\"{missed.Target.Name}\" was missed: give the reason first, then close.",
                "ESS-45",
                missed.Time.Cite
            );
    }

    /// <summary>Closes, or records that closing waits for the reason for outage; nothing said by the customer is lost.</summary>
    public static Ruling CloseOrOwe(Decision decision, CaseEvent? first, ClosedBecause because)
    {
        CaseEvent last = Owes(decision) is { } owed
            ? new ClosingBlocked(owed.Sentence)
            : new Closed(because, decision.State.Rfo);
        return first is null ? decision.Accept(last) : decision.Accept(first, last);
    }

    /// <summary>What has to be done before the case may close.</summary>
    public static Refusal? Owes(Decision decision) => OwesRfo(decision) ?? OwesEnd(decision);

    // SMC-39: an escalation ends with its reason and the customer told, never by the way.
    private static Refusal? OwesEnd(Decision decision)
    {
        const string Open = "The case is escalated: end the escalation first, and tell the customer.";
        return decision.State.Escalation is { IsAsked: true } one
            ? new Refusal(RefusalCode.EscalationOpen, Open, "SMC-39", decision.Guide.Ladder(one.Ladder)?.Cite)
            : null;
    }

    private static Refusal? OwesRfo(Decision decision)
    {
        if (!decision.Facts.OwesRfo)
        {
            return null;
        }
        const string Owed = "A complete loss of service closes only with its reason for outage: write it first.";
        return new Refusal(RefusalCode.RfoRequired, Owed, "ESS-76", decision.Guide.Rfo?.Cite);
    }

    /// <summary>Why a resolved case closes when nobody closes it.</summary>
    public static ClosedBecause ByItself(CaseState state) =>
        state.Confirmed is not null ? ClosedBecause.Confirmed
        : state.Condition == Condition.Resolved ? ClosedBecause.ConfirmationNotRequired
        : ClosedBecause.Silence;
}
