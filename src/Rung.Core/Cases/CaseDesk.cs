using NodaTime;
using Rung.Core.Cases.Deciding;
using Rung.Core.Cases.Versions;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>
/// The whole way of a command through the core: what fell due before it happens first, then the command is decided.
/// Used by the server and by scenarios alike.
/// </summary>
public static class CaseDesk
{
    private const int MostDuesAtOnce = 10_000;

    /// <summary>Logs a new case.</summary>
    public static Handled Log(Guide guide, LogCase command, Moment moment) =>
        CaseDecider.Log(guide, command, moment) switch
        {
            Ruling.Accepted accepted => new Handled.Done(
                Change.Of(guide, [], accepted.Events, moment.RecordedAt),
                null
            ),
            Ruling.Refused refused => new Handled.Refused(refused.Refusal),
            _ => throw new NotSupportedException(),
        };

    /// <summary>Carries out a command on the case with this history. What ties it to another is done now, on both, whenever it is said to have happened.</summary>
    public static Handled Handle(Guide guide, IReadOnlyList<CaseEvent> history, CaseCommand command, Moment moment)
    {
        moment = command is LinkTo or Unlink ? moment with { At = moment.RecordedAt } : moment;
        var settled = Settle(guide, history, (moment.At, moment.RecordedAt), Attempts.AreLeft);
        List<CaseEvent> events = [.. history, .. settled];
        var ruling = CaseDecider.Decide(guide, CaseState.Of(events), command, moment);
        if (ruling is Ruling.Refused refused)
        {
            return new Handled.Refused(refused.Refusal);
        }
        var accepted = (Ruling.Accepted)ruling;
        if (accepted.Events is [MovedToVersion moved])
        {
            return Moving.Handle((guide, moment.InForce!), history, settled, moved);
        }
        var change = Change.Of(guide, history, [.. settled, .. accepted.Events], moment.RecordedAt);
        var next =
            accepted.NextCase.Count == 0
                ? null
                : Change.Of(moment.InForce ?? guide, [], accepted.NextCase, moment.RecordedAt);
        return new Handled.Done(change, next);
    }

    /// <summary>What has fallen due by <paramref name="now"/>; a change without events when nothing has.</summary>
    public static Change FallDue(Guide guide, IReadOnlyList<CaseEvent> history, Instant now) =>
        Change.Of(guide, history, Settle(guide, history, (now, now), Attempts.AreMade), now);

    // One due at a time, in due order, each seeing what the ones before it did (semantics 23). Attempts to reach the
    // customer are left to the desk itself: who is about to answer, or to ring, is not asked once more before.
    private static List<CaseEvent> Settle(
        Guide guide,
        IReadOnlyList<CaseEvent> history,
        (Instant UpTo, Instant RecordedAt) when,
        Attempts attempts
    )
    {
        List<CaseEvent> events = [.. history];
        for (var settled = 0; settled < MostDuesAtOnce; settled++)
        {
            var state = CaseState.Of(events);
            var due = DueList
                .Of(guide, state, when.UpTo)
                .FirstOrDefault(due => attempts == Attempts.AreMade || due.Rule != DueRule.Attempt);
            if (due is null || due.At > when.UpTo)
            {
                return events.GetRange(history.Count, events.Count - history.Count);
            }
            var moment = new Moment(Actor.Desk, due.At, when.RecordedAt, default);
            events.AddRange(FallingDue.Decide(new Decision(guide, state, moment), due));
        }
        throw new InvalidOperationException(
            $"Case {CaseState.Of(events).Reference} never settles: a due does not go away."
        );
    }

    private enum Attempts
    {
        AreMade,
        AreLeft,
    }
}
