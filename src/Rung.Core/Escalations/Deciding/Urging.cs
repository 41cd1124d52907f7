using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;

namespace Rung.Core.Escalations.Deciding;

/// <summary>More urgency than the priority gives; the priority stays. ESS-81.</summary>
internal static class Urging
{
    public static Ruling Decide(Decision decision, GrantUrgency command)
    {
        if (decision.Guide.Urgency is not { } rule)
        {
            return Ruling.Refuse(
                RefusalCode.RoleNotAllowed,
                "The guide knows no urgency beside the priority.",
                "ESS-81",
                decision.CiteOfKind
            );
        }
        if (!decision.MayAct(rule.By))
        {
            var who = string.Join(", ", rule.By.Select(decision.Guide.RoleTitle));
            return Ruling.Refuse(
                RefusalCode.RoleNotAllowed,
                $"More urgency is given by: {who}. Escalate the case, and they decide.",
                "ESS-81",
                rule.Cite
            );
        }
        if (Decision.NeedsText(command.Justification, "The justification") is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        // Granted once it stays: another grant would set a new price against those who wait already.
        if (decision.State.Urgency is not null)
        {
            return decision.Accept();
        }
        return command.NoticeGiven
            ? decision.Accept(new UrgencyGranted(command.Justification, rule.Notice) { Displaces = command.Displaces })
            : Ruling.Refuse(
                RefusalCode.InvalidInput,
                "The customer is told first that others may have to wait for it: give the notice, then say so.",
                "ESS-81",
                rule.Cite
            );
    }
}
