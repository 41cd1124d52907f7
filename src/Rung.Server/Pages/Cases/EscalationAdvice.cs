using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases;

/// <summary>What an escalation asks of the provider's own people: a decision, an executive, a step down. SMC-33.</summary>
internal static class EscalationAdvice
{
    /// <returns>Null: nothing.</returns>
    public static AdviceView? Of(CaseSnapshot found, string here) =>
        found.State.IsLive ? Decide(found, here) ?? Engage(found, here) ?? StepDown(found, here) : null;

    private static AdviceView? Decide(CaseSnapshot found, string here)
    {
        if (found.State.EscalationPending is not { } asked)
        {
            return null;
        }
        var by = MomentWords.Near(asked.Due, found.Now, found.Guide.DeskCalendar.Zone);
        return new(
            $"The customer asks for level {asked.Level}: {found.Guide.RoleTitle(asked.DecidedBy)} decides by {by}.",
            "Decide",
            $"{here}?do=decide-escalation",
            found.Guide.Ladder(asked.Ladder) is { } ladder ? CiteMaker.Of(found.Guide, ladder.Cite) : null
        );
    }

    // SMC-33: a plan that is not kept brings in an executive, until one has been since.
    private static AdviceView? Engage(CaseSnapshot found, string here)
    {
        var (guide, one) = (found.Guide, found.State.Escalation);
        var missed = one?.Steps.Where(step => step.MissedAt is not null).MaxBy(step => step.MissedAt);
        if (missed is null || guide.Ladder(one!.Ladder) is not { } ladder)
        {
            return null;
        }
        var since = missed.MissedAt!.Value;
        var top = one.Engagements.Select(engaged => engaged.Level).Append(one.Level).Max();
        var isIn = one.Engagements.Any(engaged => engaged.ContactedAt >= since && engaged.Level > one.Level);
        return isIn || ladder.Level(top + 1) is not { } next
            ? null
            : new(
                $"Step {missed.Step!.Number} of the resolution plan is missed: bring in {guide.RoleTitle(next.Role)}.",
                "Contact them",
                $"{here}?do=engage",
                CiteMaker.Of(guide, guide.PromiseRule(PromiseFor.ResolutionStep)?.Cite ?? ladder.Cite)
            );
    }

    private static AdviceView? StepDown(CaseSnapshot found, string here)
    {
        var (guide, one) = (found.Guide, found.State.Escalation);
        var ladder = guide.Ladder(one?.Ladder);
        return
            one is { Level: > 1 }
            && ladder?.StepDown is { When: { } when } rule
            && CaseFacts.Of(guide, found.State, found.Now).Hold(when)
            ? new(
                $"The escalation may go down a level. {rule.Says}",
                "Go down",
                $"{here}?do=step-down",
                CiteMaker.Of(guide, ladder.Cite)
            )
            : null;
    }
}
