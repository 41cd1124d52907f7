using NodaTime;
using Rung.Core.Erasures;

namespace Rung.Core.Escalations;

/// <summary>
/// What an escalation owes from here on though nobody agreed a time for it: that the post which is next is reached, or that a
/// call-back is settled with the customer. Owed inside; it keeps an escalation from lying where nobody has it. SMC-08, SMC-10,
/// A-19, S-09.
/// </summary>
/// <param name="For"><see cref="PromiseFor.PostReached"/> or <see cref="PromiseFor.CallBackSettled"/>.</param>
/// <param name="Level">Number of the level whose post is to be reached, or that the customer's call raised.</param>
/// <param name="Due">What is done at that very instant is in time.</param>
public sealed record NextStepOwed(PromiseFor For, int Level, Instant Due) : EscalationEvent
{
    /// <summary>What counts as reached; of a call-back nothing.</summary>
    public ReachedBy Reached { get; init; }

    /// <summary>Id of the ladder that the escalation climbs; null: not kept.</summary>
    [Stays]
    public string? Ladder { get; init; }
}

/// <summary>A post that is to be reached.</summary>
/// <param name="Level">Whose level it is.</param>
public sealed record PostToReach(int Level, ReachedBy By)
{
    /// <summary>Whether this contact reached it.</summary>
    /// <param name="since">When the level was entered; who knew before is told of that (see <see cref="NextPost"/>).</param>
    public bool IsReachedBy(Engaged engaged, Instant since) =>
        engaged.Level == Level
        && (
            By == ReachedBy.Acceptance
                ? engaged.Outcome == EngagementOutcome.Accepted
                : engaged.Outcome is EngagementOutcome.Accepted or EngagementOutcome.Informed
                    && engaged.ContactedAt >= since
        );
}

/// <summary>What counts as having reached a post.</summary>
public enum ReachedBy
{
    /// <summary>Somebody of it knows.</summary>
    Word,

    /// <summary>Somebody of it has accepted, since the escalation has no owner before. SMC-27, S-01.</summary>
    Acceptance,
}
