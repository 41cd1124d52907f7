using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Versions;

/// <summary>What becomes of one case if it is moved to another version of its guide: said before anything is kept. Semantics 29.</summary>
/// <param name="State">The case before it.</param>
/// <param name="Refusal">Why it cannot go on there; null: it can.</param>
/// <param name="Clocks">The clocks that come out differently, in the guide's order.</param>
/// <param name="AtOnce">What happens at once because the other version wants it, such as a level that is entered.</param>
public sealed record VersionMove(
    CaseState State,
    Refusal? Refusal,
    IReadOnlyList<ClockDifference> Clocks,
    IReadOnlyList<CaseEvent> AtOnce
)
{
    /// <summary>What would be kept; null: it cannot go on there.</summary>
    public Change? Change { get; init; }

    /// <summary>Who may see it then; null: whoever may now. Only a complaint is not seen by all. ESS-93.</summary>
    public Restriction? SeenBy { get; init; }

    /// <summary>Whether somebody should look before it is moved: something is overdue, happens or is hidden at once.</summary>
    public bool WantsALook => AtOnce.Count > 0 || SeenBy is not null || Clocks.Any(clock => clock.MissesNow);

    /// <summary>The whole way of the command, with nothing kept.</summary>
    /// <param name="from">The version that the case is under.</param>
    /// <param name="to">The version that is in force.</param>
    /// <param name="history">All events of the case.</param>
    public static VersionMove Of(Guide from, Guide to, IReadOnlyList<CaseEvent> history, Instant now)
    {
        var command = new MoveToVersion(to.Document.Version);
        var moment = Moment.Now(Actor.Desk, now, default) with { InForce = to };
        return CaseDesk.Handle(from, history, command, moment) switch
        {
            Handled.Done done => Of((from, to), history, done.Change, now),
            Handled.Refused refused => new VersionMove(CaseState.Of(history), refused.Refusal, [], []),
            _ => throw new NotSupportedException(),
        };
    }

    private static VersionMove Of(
        (Guide From, Guide To) versions,
        IReadOnlyList<CaseEvent> history,
        Change change,
        Instant now
    )
    {
        var settled = change.Events.TakeWhile(happened => happened is not MovedToVersion).Count();
        var state = CaseState.Of([.. history, .. change.Events.Take(settled)]);
        var seenBy = Restriction.Of(versions.To, state.Logged);
        return new VersionMove(
            state,
            null,
            Differences(ClockReader.Read(versions.From, state, now), ClockReader.Read(versions.To, change.State, now)),
            [.. change.Events.Skip(settled + 1)]
        )
        {
            Change = change,
            SeenBy = Restriction.Of(versions.From, state.Logged).Roles.SequenceEqual(seenBy.Roles) ? null : seenBy,
        };
    }

    private static List<ClockDifference> Differences(
        IReadOnlyList<ClockReading> before,
        IReadOnlyList<ClockReading> after
    )
    {
        var ids = before.Concat(after).Select(clock => clock.Target.Id).Distinct(StringComparer.Ordinal);
        return [.. ids.Select(id => new ClockDifference(Find(before, id), Find(after, id))).Where(one => one.IsOne)];
    }

    private static ClockReading? Find(IReadOnlyList<ClockReading> clocks, string target) =>
        clocks.FirstOrDefault(clock => clock.Target.Id == target);
}

/// <summary>A clock under one version and under the other.</summary>
/// <param name="Before">Null: it has none there.</param>
/// <param name="After">Null: it has none there.</param>
public sealed record ClockDifference(ClockReading? Before, ClockReading? After)
{
    /// <summary>The target, as its version has it that has it last.</summary>
    public Target Target => (After ?? Before)!.Target;

    /// <summary>Overdue under the new version, and not under the old.</summary>
    public bool MissesNow => After is { IsMissed: true } && Before is not { IsMissed: true };

    internal bool IsOne =>
        Before is null
        || After is null
        || (Before.Due, Before.State, Before.Total) != (After.Due, After.State, After.Total);
}
