using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;

namespace Rung.Core.Escalations.Deciding;

/// <summary>
/// Whoever asks for a level that was entered already: no second entry, and all that was agreed with the customer is kept.
/// SMC-06, SMC-08, SMC-19, semantics 18 and 20.
/// </summary>
internal static class Repeating
{
    public static Ruling Decide(Decision decision, Escalation one, Escalate command)
    {
        var climb = new Climb(decision, one);
        var repeated = new EscalationRepeated(
            one.Level,
            Escalating.Trimmed(command.From),
            command.Channel,
            Escalating.Trimmed(command.Number),
            [.. (command.Reasons ?? []).Distinct()],
            Escalating.Trimmed(command.Note ?? command.OtherReason)
        )
        {
            Acknowledged = command.Acknowledged,
        };
        return Agreed(decision, one, command) is { } agreed ? climb.Accept(repeated, agreed) : climb.Accept(repeated);
    }

    /// <summary>
    /// The call-back that is agreed now; null: none is, or one is owed already that is no later. It belongs to the
    /// escalation and is only brought forward (semantics 18).
    /// </summary>
    public static CallBackAgreed? Agreed(Decision decision, Escalation? one, Escalate command) =>
        CallBackTime.Of(decision, command.CallBack, command.Zone) is { } agreed
        && !(one?.CallBack is { State: PromiseState.Open } open && open.Due <= agreed.Due)
            ? agreed
            : null;
}
