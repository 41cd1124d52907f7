using Rung.Core.Guides;

namespace Rung.Core.Cases.Deciding;

/// <summary>Resolved, and back when the customer says no. ESS-25, ESS-72, ESS-73, A-10, semantics 31.</summary>
internal static class Resolving
{
    public static Ruling Decide(Decision decision, Resolve command)
    {
        if (decision.State.IsResolved)
        {
            return Ruling.Refuse(
                RefusalCode.WrongCondition,
                "The case is resolved already.",
                "ESS-73",
                decision.CiteOf(decision.State.Condition)
            );
        }
        if (decision.State.Priority is null && decision.Facts.NeedsPriority)
        {
            const string First = "The case has no priority yet: answer the intake or choose one, then resolve.";
            return Ruling.Refuse(RefusalCode.PriorityMissing, First, "ESS-21", decision.CiteOfKind);
        }
        if (command.Where == ResolvedWhere.OnFirstCall && !IsFirstCall(decision))
        {
            const string Later =
                "Only what is put right during the first telephone call counts so: resolve it as usual.";
            return Ruling.Refuse(RefusalCode.WrongCondition, Later, "ESS-25", decision.CiteOf(Condition.Resolved));
        }
        return Decision.NeedsText(command.Resolution, "The resolution") is { } refusal
            ? new Ruling.Refused(refusal)
            : decision.Accept(new Resolved(command.Resolution, command.Confirmation, command.Where));
    }

    // The call is over as soon as anything else happened between the desk and the customer, or the case went to another.
    private static bool IsFirstCall(Decision decision) =>
        decision.State
            is { Logged.Source: Channel.Phone, Resolutions: 0, Holds: 0, LastUpdateAt: null, Wait: null } state
        && state.LastCustomerContactAt == state.Logged.ReceivedAt
        && (state.Engineer is null || state.Engineer == decision.Moment.By.Name);

    public static Ruling Decide(Decision decision, RejectResolution command)
    {
        if (!decision.State.IsResolved)
        {
            return Ruling.Refuse(
                RefusalCode.WrongCondition,
                "The case is not resolved: send a reply instead.",
                "ESS-73",
                decision.CiteOf(decision.State.Condition)
            );
        }
        return Decision.NeedsText(command.Text, "What is still wrong") is { } refusal
            ? new Ruling.Refused(refusal)
            : decision.Accept(new Rejected(command.Text));
    }
}
