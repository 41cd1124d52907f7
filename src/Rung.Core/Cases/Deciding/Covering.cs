using Rung.Core.Escalations;

namespace Rung.Core.Cases.Deciding;

/// <summary>
/// One escalation over several cases of a customer: it lives on one of them, and covers others by a link. That the other
/// is the same customer's the desk knows, which has both cases.
/// </summary>
internal static class Covering
{
    public static bool Is(LinkKind kind) => kind is LinkKind.Covers or LinkKind.CoveredBy;

    /// <summary>Why an escalation cannot cover the other case; null: it can, or another link is meant.</summary>
    public static Ruling? Refuses(Decision decision, LinkTo command) =>
        !Is(command.Kind) ? null
        : Decision.NeedsText(command.Reason, "Why the escalation covers it") is { } empty ? new Ruling.Refused(empty)
        : command.Kind == LinkKind.Covers ? Lead(decision)
        : Covered(decision, command.Other);

    private static Ruling? Lead(Decision decision) =>
        decision.State.Escalation is { IsAsked: true }
            ? null
            : Refuse(
                decision,
                RefusalCode.NotEscalated,
                "The customer has not escalated this case: register the escalation first, then say what else it covers."
            );

    private static Ruling? Covered(Decision decision, CaseReference lead)
    {
        var state = decision.State;
        var sentence =
            state.IsClosed ? $"{state.Reference} is closed: an escalation covers open cases."
            : state.Escalation is { IsAsked: true }
                ? $"{state.Reference} has an escalation of its own: end that one first."
            : state.CoveredBy is { } other && other != lead
                ? $"{state.Reference} is escalated together with {other}: take it out there first."
            : null;
        return sentence is null ? null : Refuse(decision, RefusalCode.WrongCondition, sentence);
    }

    private static Ruling Refuse(Decision decision, RefusalCode code, string sentence) =>
        Ruling.Refuse(code, sentence, "ESS-83", decision.Guide.LadderOf(decision.State, decision.At)?.Cite);
}
