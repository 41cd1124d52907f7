using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Escalations.Climbing;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Deciding;

/// <summary>What happens when something falls due: one arm for each rule. The event's time is the due instant.</summary>
internal static class FallingDue
{
    public static IReadOnlyList<CaseEvent> Decide(Decision decision, Due due)
    {
        IReadOnlyList<CaseEvent> events = due.Rule switch
        {
            DueRule.Warning => [Warning(decision, due)],
            DueRule.Missed => [Missed(decision, due)],
            DueRule.HoldEnds => [new Resumed(Cause(decision.State))],
            DueRule.Attempt => [Attempt(decision)],
            DueRule.Closing => [Close(decision)],
            DueRule.Handover => [new HandoverFellDue(decision.Guide.DeskCalendar.EndOfWorkingDay(due.At).Value)],
            DueRule.Call => [Uncalled(decision, due)],
            DueRule.Promise => [Broken(decision, due)],
            DueRule.Rise or DueRule.Repeat or DueRule.LadderTurns => SelfClimbing.Decide(decision, due),
            _ => throw new NotSupportedException($"No arm for {due.Rule}."),
        };
        return [.. events.Select(happened => HasItsTime(happened) ? happened : decision.Moment.Stamp(happened))];
    }

    private static TargetWarned Warning(Decision decision, Due due)
    {
        var reading = Reading(decision, due);
        return new TargetWarned(due.Target!, due.Number, reading.Due!.Value);
    }

    // Stamped with the due instant itself, not with the moment after it (semantics 2).
    private static TargetMissed Missed(Decision decision, Due due)
    {
        var reading = Reading(decision, due);
        return new TargetMissed(due.Target!, reading.Round, reading.Arrival)
        {
            At = (reading.MissedAt ?? reading.Due)!.Value,
            RecordedAt = decision.Moment.RecordedAt,
            By = decision.Moment.By,
        };
    }

    private static PromiseMissed Broken(Decision decision, Due due)
    {
        var open = Open(decision.State).Where(one => one.Promise.For.ToString() == due.Target).ToList();
        var first = open.Min(one => one.Promise.Due);
        // Those of one sort and time are missed together, and each is told to its own people.
        var broken = open.Where(one => one.Promise.Due == first).ToList();
        var alerts = broken.SelectMany(one => Alerted(decision, one.Promise, one.Within)).Distinct();
        return new PromiseMissed(broken[0].Promise.For, first, Reached(decision, alerts))
        {
            At = first,
            RecordedAt = decision.Moment.RecordedAt,
            By = decision.Moment.By,
        };
    }

    private static IEnumerable<(Promise Promise, Escalation? Within)> Open(CaseState state) =>
        state
            .Escalations.SelectMany(one => one.Promises.Select(promise => (promise, (Escalation?)one)))
            .Concat(state.PromiseList.Select(promise => (promise, state.Escalation)))
            .Where(one => one.promise.State == PromiseState.Open);

    // Of a complaint nobody is told who may not see it (ESS-93).
    private static IReadOnlyList<string> Reached(Decision decision, IEnumerable<string> alerts)
    {
        var reached = decision.Guide.Reached(alerts, decision.At);
        var sees = Restriction.Of(decision.Guide, decision.State.Logged);
        return decision.State.Logged.IsComplaint()
            ? [.. reached.Where(role => sees.Allows(new Actor(decision.Guide.RoleTitle(role), role)))]
            : reached;
    }

    private static IEnumerable<string> Alerted(Decision decision, Promise promise, Escalation? one) =>
        promise.For == PromiseFor.Decision && decision.State.EscalationPending is { } pending
            ? [pending.DecidedBy, ToldAt.Desk]
        : promise.Post is { Level: var level } && decision.Guide.Ladder(one?.Ladder)?.Level(level) is { } awaited
            ? [awaited.Role, ToldAt.Desk]
        : promise.For.IsNextStep() ? [.. decision.Guide.AlertedWhenMissed(promise.For, one), ToldAt.Desk]
        : decision.Guide.AlertedWhenMissed(promise.For, one);

    private static bool HasItsTime(CaseEvent happened) =>
        happened is TargetMissed or CallMissed or PromiseMissed || happened.At != default;

    private static CallMissed Uncalled(Decision decision, Due due) =>
        new(due.Number)
        {
            At = decision.State.Calls.First(call => call.Number == due.Number).Due,
            RecordedAt = decision.Moment.RecordedAt,
            By = decision.Moment.By,
        };

    private static ClockReading Reading(Decision decision, Due due) =>
        ClockReader.Read(decision.Guide, decision.State, decision.At).First(reading => reading.Target.Id == due.Target);

    // An answer out of hours moves the end of the hold; without one it ends as it was set to.
    private static ResumeCause Cause(CaseState state) =>
        state.HoldAnswered is null ? ResumeCause.NextOpening : ResumeCause.CustomerReplied;

    private static AttemptMade Attempt(Decision decision) =>
        new(
            decision.State.Attempts.Count + 1,
            decision.Guide.Closing.Attempts.Channels.FirstOrDefault(Channel.Email),
            null
        );

    private static CaseEvent Close(Decision decision) =>
        ((Ruling.Accepted)Closing.CloseOrOwe(decision, null, Closing.ByItself(decision.State))).Events[0];
}
