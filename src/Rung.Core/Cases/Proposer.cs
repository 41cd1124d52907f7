using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>
/// Proposes a priority: the kind's default, else the first rule that holds, within the limits of the guide. ESS-42,
/// ESS-63, A-25.
/// </summary>
public static class Proposer
{
    /// <summary>Proposes for a case that is about to be logged; conditions on open hours look at <paramref name="now"/>.</summary>
    /// <returns>Null when no rule holds, or the kind has no priority: an agent chooses.</returns>
    public static Proposal? Propose(Guide guide, LogCase command, Instant now) =>
        Propose(
            new CaseFacts
            {
                Guide = guide,
                Now = now,
                Kind = command.Kind,
                Source = command.Source,
                Services = command.Services,
                Answers = command.Answers,
                Reporter = command.Reporter,
                Subject = command.Subject,
            }
        );

    /// <returns>Null when no rule holds: an agent chooses.</returns>
    public static Proposal? Propose(CaseFacts facts) =>
        ByRule(facts) is { } proposal
            ? facts
                .Guide.PriorityLimits.Where(limit => facts.Hold(limit.When))
                .Aggregate(proposal, Limited(facts.Guide))
            : null;

    private static Func<Proposal, PriorityLimit, Proposal> Limited(Guide guide) =>
        (proposal, limit) =>
            limit.AtLeast is { } floor && guide.Rank(proposal.Priority) > guide.Rank(floor) ? Of(limit, floor)
            : limit.AtMost is { } ceiling && guide.Rank(proposal.Priority) < guide.Rank(ceiling) ? Of(limit, ceiling)
            : proposal;

    private static Proposal Of(PriorityLimit limit, string priority) =>
        new(priority, limit.Id, limit.Because, limit.Cite);

    private static Proposal? ByRule(CaseFacts facts)
    {
        if (!facts.NeedsPriority)
        {
            return null;
        }
        if (facts.Guide.Kind(facts.Kind) is { DefaultPriority: { } priority } kind)
        {
            var says = facts.Guide.Priority(priority)?.Says ?? priority;
            var because = $"a matter of this kind ({kind.Name}) is always {says}";
            return new Proposal(priority, $"kind:{kind.Id}", because, kind.Cite);
        }
        var rule = facts.Guide.PriorityRules.FirstOrDefault(rule => facts.Hold(rule.When));
        return rule is null ? null : new Proposal(rule.Priority, rule.Id, rule.Because, rule.Cite);
    }
}
