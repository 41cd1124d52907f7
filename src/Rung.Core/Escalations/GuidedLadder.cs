using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Escalations;

/// <summary>What the guide says about escalations, looked up.</summary>
public static class GuidedLadder
{
    /// <summary>The ladder that a case is worked by, or would climb first; null: the guide has none for it.</summary>
    public static Ladder? LadderOf(this Guide guide, CaseState state, Instant now) =>
        guide.LaddersOf(state, now) is [var first, ..] ? first : null;

    /// <summary>Those that a case climbs, the one that it is worked by first, and those that it could, in the guide's order.</summary>
    public static IReadOnlyList<Ladder> LaddersOf(this Guide guide, CaseState state, Instant now)
    {
        // A complaint has a way to the management instead.
        if (state.Logged.IsComplaint())
        {
            return [];
        }
        var facts = CaseFacts.Of(guide, state, now);
        var active = state
            .Escalations.Where(one => one.IsActive)
            .OrderBy(one => one.Number != state.Escalation?.Number);
        return
        [
            .. active
                .Select(one => guide.Ladder(one.Ladder))
                .OfType<Ladder>()
                .Concat(guide.Ladders.Where(ladder => facts.Hold(ladder.AppliesWhen)))
                .Distinct(),
        ];
    }

    /// <summary>The ladder that a wish is for: what goes on upon one keeps nobody from another. Null: the guide has none for it.</summary>
    /// <param name="asked">Its id; without one the first that has all these reasons, else <see cref="LadderOf"/>.</param>
    internal static Ladder? LadderFor(
        this Guide guide,
        CaseState state,
        Instant now,
        (string? Id, IReadOnlyList<string>? Reasons) asked
    )
    {
        var ladders = guide.LaddersOf(state, now);
        return asked.Id is { } id
            ? ladders.FirstOrDefault(one => one.Id == id)
            : ladders.FirstOrDefault(one => HasAll(one, asked.Reasons ?? []))
                ?? (ladders is [var first, ..] ? first : null);
    }

    private static bool HasAll(Ladder ladder, IReadOnlyList<string> reasons) =>
        reasons.All(id => ladder.Reasons.Any(reason => reason.Id == id));

    /// <summary>Null when the guide has no ladder of this id.</summary>
    public static Ladder? Ladder(this Guide guide, string? id) => guide.Ladders.FirstOrDefault(one => one.Id == id);

    /// <summary>Null when the ladder has no level of this number.</summary>
    public static Level? Level(this Ladder ladder, int number) =>
        ladder.Levels.FirstOrDefault(level => level.Number == number);

    /// <summary>
    /// Within what time of the desk the post that is next is reached; null: no time is set, since the level came by itself and
    /// was told to its post then.
    /// </summary>
    internal static Allowance? TimeToReach(this Ladder ladder, Escalated entered) =>
        ladder.TimeToAct ?? (entered.Way is EntryWay.Request or EntryWay.Owner ? Guides.Ladder.UsualTimeToReach : null);

    /// <summary>Whether who stands there answers for the escalation: not who is only informed, nor who stands outside.</summary>
    public static bool Owns(this Level level) =>
        level is { Effect: not LevelEffect.Inform, Kind: LevelKind.Functional or LevelKind.Hierarchical };

    /// <summary>
    /// The levels at which a post of the provider stands that is reached through the desk: all but a first one that is the
    /// desk's own. SMC-16.
    /// </summary>
    public static IEnumerable<Level> PostsAbove(this Ladder ladder) =>
        ladder.Levels.Where(level =>
            level.Kind == LevelKind.Hierarchical || level is { Kind: LevelKind.Functional, Number: > 1 }
        );

    /// <summary>A role's title; the id itself when the guide does not know it.</summary>
    public static string RoleTitle(this Guide guide, string id) =>
        guide.Roles.FirstOrDefault(role => role.Id == id)?.Title ?? id;

    /// <summary>What the guide says of this sort of promise; null: nothing.</summary>
    public static PromiseRule? PromiseRule(this Guide guide, PromiseFor what) =>
        what switch
        {
            PromiseFor.CallBack => Agreed(guide, "callBack"),
            PromiseFor.PlannedContact => Agreed(guide, "slot"),
            PromiseFor.ResolutionStep => Agreed(guide, "step"),
            PromiseFor.Decision or PromiseFor.PostReached or PromiseFor.CallBackSettled => null,
            PromiseFor.ComplaintFollowUp => Agreed(guide, AgreedDates.FollowUp),
            PromiseFor.UpdateRequest => guide.Promises.FirstOrDefault(promise =>
                promise.On == PromiseOn.UpdateRequested
            ),
            PromiseFor.Rfo => guide.Promises.FirstOrDefault(promise => promise.Id == guide.Rfo?.Promise),
            _ => throw new NotSupportedException($"No rule for {what}."),
        };

    /// <summary>Who is alerted when a promise is missed: as the guide says, else the owner and the first level.</summary>
    public static IReadOnlyList<string> AlertedWhenMissed(this Guide guide, PromiseFor what, Escalation? one)
    {
        if (guide.PromiseRule(what) is { AlertWhenMissed: { Count: > 0 } named })
        {
            return [.. named.Select(who => who == "owner" ? one?.Owner?.Role ?? who : who).Distinct()];
        }
        string?[] roles = [one?.Owner?.Role, guide.Ladder(one?.Ladder)?.Levels[0].Role];
        return [.. roles.OfType<string>().Distinct()];
    }

    /// <summary>
    /// Who is to be alerted for these roles at a moment: where nobody holds one, whoever steps in and the desk (semantics
    /// 41). What is no post of the provider stays as it is.
    /// </summary>
    public static IReadOnlyList<string> Reached(this Guide guide, IEnumerable<string> roles, Instant at)
    {
        var reached = new List<string>();
        foreach (var id in roles)
        {
            var post = guide.Roles.FirstOrDefault(role => role.Id == id && role.Side == RoleSide.Provider);
            var holder = post is null ? null : guide.Holder(id, at);
            reached.Add(holder?.Id ?? id);
            if (holder is not null && (holder.Id != id || !guide.IsHeld(holder, at)))
            {
                reached.Add(ToldAt.Desk);
            }
        }
        return [.. reached.Distinct()];
    }

    /// <summary>
    /// Who stands at a post at a moment: the role, or who steps in while nobody holds it. Never nobody: at worst the last
    /// in the row (semantics 41).
    /// </summary>
    public static Role? Holder(this Guide guide, string role, Instant at)
    {
        var seen = new HashSet<string>();
        var post = guide.Roles.FirstOrDefault(one => one.Id == role);
        while (post is not null && seen.Add(post.Id) && !guide.IsHeld(post, at))
        {
            if (guide.Roles.FirstOrDefault(one => one.Id == post.WhenVacant) is not { } next)
            {
                break;
            }
            post = next;
        }
        return post;
    }

    /// <summary>
    /// Whether somebody of a role may do what these roles may: it is one of them, or steps in for one that nobody holds just
    /// now (semantics 41).
    /// </summary>
    public static bool MayAct(this Guide guide, IReadOnlyList<string> roles, string role, Instant at) =>
        roles.Contains(role) || roles.Any(one => guide.Holder(one, at)?.Id == role);

    /// <summary>Whether somebody holds the post at a moment: there is a way to reach them, and it is within their hours.</summary>
    public static bool IsHeld(this Guide guide, Role post, Instant at) =>
        post.Contact is not null && (post.Calendar is not { } hours || guide.Calendars[hours].IsOpen(at));

    private static PromiseRule? Agreed(Guide guide, string field) =>
        guide.Promises.FirstOrDefault(promise => promise.Due is Allowance.AgreedDate date && date.Field == field);
}
