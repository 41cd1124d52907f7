using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Versions;

/// <summary>Puts an open case under another version of its guide; says what that changes before it is kept. ESS-02, semantics 29.</summary>
public static class ChangingVersion
{
    /// <param name="from">The version that the case is under.</param>
    /// <param name="to">Another of the same guide.</param>
    /// <param name="history">All events of a case that is not closed by then.</param>
    public static VersionChange Of(Guide from, Guide to, IReadOnlyList<CaseEvent> history, Moment moment)
    {
        var now = moment.RecordedAt;
        var settled = CaseDesk.FallDue(from, history, now);
        var before = ClockReader.Read(from, settled.State, now);
        var hindrances = Hindrances.Of(to, settled.State);
        if (hindrances.Count > 0)
        {
            return new VersionChange(settled.State, hindrances, [], [], null);
        }
        var changed = moment.Stamp(Event(from, to, before));
        List<CaseEvent> told = [.. history, .. settled.Events];
        var moved = Change.Of(to, told, [changed], now);
        var after = CaseDesk.FallDue(to, [.. told, .. moved.Events], now);
        return new VersionChange(
            settled.State,
            [],
            Differences(before, ClockReader.Read(to, after.State, now)),
            after.Events,
            settled.Then(moved).Then(after)
        );
    }

    private static GuideVersionChanged Event(Guide from, Guide to, IReadOnlyList<ClockReading> clocks) =>
        new(from.Document.Version, to.Document.Version)
        {
            Verdicts = [.. clocks.Where(clock => clock.IsStopped).Select(Verdict.Of)],
        };

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
