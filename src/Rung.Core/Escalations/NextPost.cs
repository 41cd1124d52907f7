using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Escalations;

/// <summary>The post that is to be contacted next about an escalation, and why. SMC-10, S-09.</summary>
/// <param name="Level">Whose level it is.</param>
public sealed record NextPost(int Level, Role Role)
{
    /// <summary>Null: nobody is waited for.</summary>
    public static NextPost? Of(Guide guide, Escalation one, Instant now)
    {
        if (!one.IsActive || guide.Ladder(one.Ladder) is not { } ladder)
        {
            return null;
        }
        var level = LevelToContact(ladder, one);
        return level is null ? null : new NextPost(level.Number, Whoever((guide, ladder), one, level, now));
    }

    // Entering the owner's level informs the owner; above it the post itself is contacted.
    private static Level? LevelToContact(Ladder ladder, Escalation one)
    {
        if (ladder.StickyOwnerLevel is { } sticky)
        {
            return one.Owner is null ? ladder.Level(sticky)
                : one.Level > sticky && !IsReached(one, one.Level) ? ladder.Level(one.Level)
                : null;
        }
        return IsReached(one, one.Level) ? null : ladder.Level(one.Level);
    }

    // Whoever knew before the level was entered is told of that.
    private static bool IsReached(Escalation one, int level) =>
        one.Engagements.Any(engaged =>
            engaged.Level == level
            && engaged.ContactedAt >= one.LevelSince
            && engaged.Outcome is EngagementOutcome.Accepted or EngagementOutcome.Informed
        );

    // Whoever could not be reached is not waited for: who steps in is next (semantics 41).
    private static Role Whoever((Guide Guide, Ladder Ladder) by, Escalation one, Level level, Instant now)
    {
        var tried = one
            .Engagements.Where(engaged => engaged.Level == level.Number)
            .Select(engaged => engaged.Role)
            .ToHashSet();
        var role = LevelPost.Of(by.Guide, by.Ladder, level, now).Role;
        while (role.WhenVacant is { } next && tried.Remove(role.Id) && by.Guide.Holder(next, now) is { } other)
        {
            role = other;
        }
        return role;
    }
}
