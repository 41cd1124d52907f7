using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Deciding;

/// <summary>Requests that somebody of the provider decides, where the guide has it so. Guide model 10.</summary>
internal static class Requesting
{
    public static Ruling Ask(Decision decision, EscalationDecision rule, Escalated wanted)
    {
        // Where nobody holds the post, who steps in decides (semantics 41).
        var decider = decision.Guide.Holder(rule.By, decision.At)?.Id ?? rule.By;
        var due = rule.Within.DueFrom(decision.At, decision.Guide.Calendars[rule.Calendar]);
        return decision.Accept(
            new EscalationRequested(wanted.Level, wanted.Ladder, decider, due.Ok ? due.Value : decision.At)
            {
                From = wanted.From,
                Channel = wanted.Channel,
                Number = wanted.Number,
                Reasons = wanted.Reasons,
                OtherReason = wanted.OtherReason,
                Acknowledged = wanted.Acknowledged,
                Note = wanted.Note,
                Warnings = wanted.Warnings,
            }
        );
    }

    public static Ruling Decide(Decision decision, DecideEscalation command)
    {
        if (decision.State.EscalationPending is not { } pending)
        {
            return Ruling.Refuse(
                RefusalCode.WrongCondition,
                "No request to escalate waits for a decision on this case.",
                "ESS-84",
                decision.Guide.LadderOf(decision.State, decision.At)?.Cite
            );
        }
        var ladder = decision.Guide.Ladder(pending.Ladder)!;
        if (Refuses(decision, ladder, command) is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        var decided = new EscalationDecided(pending.Level, command.Verdict, Trimmed(command.Rationale));
        if (command.Verdict == RequestVerdict.Rejected)
        {
            return decision.Accept(decided);
        }
        var level = ladder.Level(pending.Level)!;
        return pending.Level <= (decision.State.EscalationOn(ladder.Id)?.Level ?? 0)
            ? decision.Accept(decided)
            : decision.Accept([decided, .. Escalating.Entered(decision, ladder, Of(decision, ladder, level, pending))]);
    }

    private static Refusal? Refuses(Decision decision, Ladder ladder, DecideEscalation command)
    {
        var rule = ladder.Decision!;
        if (!decision.MayAct([rule.By]))
        {
            return new Refusal(
                RefusalCode.RoleNotAllowed,
                $"A request to escalate is decided by: {decision.Guide.RoleTitle(rule.By)}.",
                "ESS-84",
                ladder.Cite
            );
        }
        return rule.Rationale == Need.Required
            ? Decision.NeedsText(command.Rationale, "The reason of the decision")
            : null;
    }

    private static Escalated Of(Decision decision, Ladder ladder, Level level, EscalationRequested pending)
    {
        var post = LevelPost.Of(decision.Guide, ladder, level, decision.At);
        return new Escalated
        {
            Escalation = Escalating.NumberOn(decision, ladder),
            Ladder = ladder.Id,
            Level = level.Number,
            Way = EntryWay.Request,
            From = pending.From,
            Channel = pending.Channel,
            Number = pending.Number,
            Reasons = pending.Reasons,
            OtherReason = pending.OtherReason,
            Acknowledged = pending.Acknowledged,
            Effective = Escalating.EffectiveFrom(decision),
            Note = pending.Note,
            Warnings = pending.Warnings,
            StandsIn = post.StandsIn,
            Alerts = post.AlertsBeside(decision.State.EscalationOn(ladder.Id)),
        };
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
