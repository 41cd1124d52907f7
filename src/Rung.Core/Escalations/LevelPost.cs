using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Escalations;

/// <summary>
/// Who stands at a level at a moment. Where nobody holds its post, who steps in does; where nobody does either, whoever holds
/// the next level up. Never nobody (semantics 41).
/// </summary>
/// <param name="Role">Whoever is to be told.</param>
/// <param name="IsHeld">False: nobody on the way up holds a post at that moment, and the desk alone is left.</param>
public sealed record LevelPost(Level Level, Role Role, bool IsHeld)
{
    /// <summary>The role that steps in; null: the level's own is held.</summary>
    public string? StandsIn => Role.Id == Level.Role ? null : Role.Id;

    /// <summary>Who is alerted, once: the post, and the desk when the level's own post is empty.</summary>
    public IReadOnlyList<string> Alerts => StandsIn is null && IsHeld ? [Role.Id] : [Role.Id, ToldAt.Desk];

    /// <summary>
    /// Who is alerted of a level that somebody asked for or brought in: nobody where the post is contacted in person, but of a
    /// call-back that is promised already the new level is told at once (semantics 18).
    /// </summary>
    public IReadOnlyList<string> AlertsBeside(Escalation? one) =>
        StandsIn is null && one?.CallBack is not { State: PromiseState.Open } ? [] : Alerts;

    /// <summary>Who stands at the level; <paramref name="at"/> matters where posts are held in the hours of a calendar.</summary>
    public static LevelPost Of(Guide guide, Ladder ladder, Level level, Instant at)
    {
        // Whoever stands outside does not step in for one of the provider.
        foreach (var one in ladder.Levels.Where(one => one.Number >= level.Number && Side(one) == Side(level)))
        {
            if (guide.Holder(one.Role, at) is { } holder && guide.IsHeld(holder, at))
            {
                return new LevelPost(level, holder, true);
            }
        }
        var role = guide.Holder(level.Role, at) ?? guide.Roles.First(role => role.Id == level.Role);
        return new LevelPost(level, role, false);
    }

    private static LevelKind Side(Level level) =>
        level.Kind is LevelKind.Supplier or LevelKind.CustomerSide ? level.Kind : LevelKind.Hierarchical;
}
