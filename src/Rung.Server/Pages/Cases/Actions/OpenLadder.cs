using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>A ladder of the case on which a level can still be asked for. ESS-83, ESS-85.</summary>
/// <param name="At">The level that its escalation is at; 0: none goes on.</param>
/// <param name="Next">The level above it.</param>
internal sealed record OpenLadder(Ladder Ladder, int At, Level Next)
{
    /// <summary>The one that the case is worked by first.</summary>
    public static IReadOnlyList<OpenLadder> Of(ActionScene scene) =>
        [.. scene.Ladders.SelectMany(ladder => Of(scene, ladder))];

    /// <summary>The channels by which its next level is asked for; where the guide names none, the telephone.</summary>
    public IEnumerable<Channel> Channels =>
        Next.Entries.OfType<Entry.ByRequest>().SelectMany(entry => entry.Channels).DefaultIfEmpty(Channel.Phone);

    /// <summary>The levels that somebody may ask for: the next, and others where the guide lets them leave one out.</summary>
    public IEnumerable<Level> Levels(ActionScene scene) =>
        Ladder.Levels.Where(level =>
            level == Next || (level.Number > Next.Number && (Ladder.Mode == LadderMode.Free || MaySkip(scene)))
        );

    /// <summary>Whether who acts may leave a level out, with a reason. S-06.</summary>
    public bool MaySkip(ActionScene scene) => Ladder.Mode == LadderMode.Sequential && scene.MayAct(Ladder.SkipBy);

    // What nobody can ask for climbs by itself, unless it is all that there is.
    private static IEnumerable<OpenLadder> Of(ActionScene scene, Ladder ladder)
    {
        var at = scene.State.EscalationOn(ladder.Id)?.Level ?? 0;
        var isAsked =
            ladder == scene.Ladder || ladder.Levels.Any(level => level.Entries.Any(entry => entry is Entry.ByRequest));
        return isAsked && ladder.Level(at + 1) is { } next ? [new OpenLadder(ladder, at, next)] : [];
    }
}
