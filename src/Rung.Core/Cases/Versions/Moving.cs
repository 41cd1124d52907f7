using Rung.Core.Cases.Deciding;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Versions;

/// <summary>Moves an open case to the version of its guide that is in force. ESS-02, semantics 14 and 29.</summary>
internal static class Moving
{
    public static Ruling Decide(Decision decision, MoveToVersion command)
    {
        if (NotInForce(decision, command) is { } stale)
        {
            return new Ruling.Refused(stale);
        }
        var to = decision.Moment.InForce!;
        if (MayNot(decision, to) is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        var hindrances = Hindrances.Of(to, decision.State);
        return hindrances.Count > 0
            ? new Ruling.Refused(Lacks((decision.Guide, to), hindrances))
            : decision.Accept(Event(decision, to.Document.Version));
    }

    /// <summary>What was due before it happens by the version that it leaves, what is due by then of the other one.</summary>
    /// <param name="settled">What had fallen due on the case.</param>
    public static Handled Handle(
        (Guide From, Guide To) versions,
        IReadOnlyList<CaseEvent> history,
        IReadOnlyList<CaseEvent> settled,
        MovedToVersion moved
    )
    {
        var now = moved.RecordedAt;
        var before = Change.Of(versions.From, history, settled, now);
        List<CaseEvent> told = [.. history, .. before.Events];
        var change = Change.Of(versions.To, told, [moved], now);
        var lost = ClockReader
            .OnRecord(versions.From, before.State, now)
            .Except(ClockReader.OnRecord(versions.To, change.State, now))
            .Select(one => one.Target)
            .Distinct(StringComparer.Ordinal)
            .Select(target => $"what was kept or missed of the target `{target}` has no place in it")
            .ToList();
        if (lost.Count > 0)
        {
            return new Handled.Refused(Lacks(versions, lost));
        }
        var after = CaseDesk.FallDue(versions.To, [.. told, .. change.Events], now);
        return new Handled.Done(before.Then(change).Then(after), null);
    }

    private static Refusal? NotInForce(Decision decision, MoveToVersion command)
    {
        var inForce = (decision.Moment.InForce ?? decision.Guide).Document.Version;
        return command.To != inForce
                ? Because(
                    RefusalCode.VersionNotInForce,
                    $"A case is moved to the version of its guide that is in force, which is {inForce}: look at what that one changes, then decide again.",
                    decision.Guide
                )
            : decision.State.GuideVersion == inForce
                ? Because(
                    RefusalCode.WrongCondition,
                    $"The case is under version {inForce} of its guide already.",
                    decision.Guide
                )
            : null;
    }

    private static Refusal? MayNot(Decision decision, Guide to) =>
        decision.At != decision.Moment.RecordedAt
            ? Because(
                RefusalCode.MomentNotAllowed,
                "A case is moved when it is moved, never as of an earlier moment: leave the moment out.",
                decision.Guide
            )
        : !LadderPosts.IsHeldBy(to, decision.Moment.By)
            ? Because(
                RefusalCode.RoleNotAllowed,
                "A case is moved by whoever holds a post of an escalation ladder: ask one of them.",
                decision.Guide
            )
        : null;

    private static Refusal Lacks((Guide From, Guide To) versions, IReadOnlyList<string> hindrances) =>
        Because(
            RefusalCode.VersionLacks,
            $"It cannot go on under version {versions.To.Document.Version}: {string.Join("; ", hindrances)}.",
            versions.From
        );

    private static Refusal Because(RefusalCode code, string sentence, Guide guide) =>
        new(code, sentence, "ESS-02", guide.Desk.Cite);

    private static MovedToVersion Event(Decision decision, string to) =>
        new(decision.State.GuideVersion, to)
        {
            Clocks = NullIfNone([.. ClockStanding.Of(decision.Guide, decision.State, decision.At)]),
            Pausing = NullIfNone([.. Pausing(decision.Guide, decision.State)]),
        };

    private static IEnumerable<string> Pausing(Guide guide, CaseState state) =>
        state
            .MarkList.Where(mark =>
                mark.Moment switch
                {
                    CaseMoment.Held => guide.HoldReason(mark.Detail)?.Pauses == Pauses.AllClocks,
                    CaseMoment.WaitBegan => guide.WaitReason(mark.Detail)?.Pauses == Pauses.AllClocks,
                    _ => false,
                }
            )
            .Select(mark => mark.Detail!)
            .Distinct(StringComparer.Ordinal);

    private static List<T>? NullIfNone<T>(List<T> list) => list.Count == 0 ? null : list;
}
