using Rung.Core.Clocks;
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
        var state = decision.State;
        var promise = state
            .Promises.Where(one => one.State == PromiseState.Open && one.For.ToString() == due.Target)
            .MinBy(one => one.Due)!;
        var one = state.Escalations.LastOrDefault(one => one.Promises.Contains(promise)) ?? state.Escalation;
        var alerts =
            promise.For == PromiseFor.Decision && state.EscalationPending is { } pending
                ? [pending.DecidedBy, ToldAt.Desk]
            : promise.Post is { Level: var level } && decision.Guide.Ladder(one?.Ladder)?.Level(level) is { } awaited
                ? [awaited.Role, ToldAt.Desk]
            : decision.Guide.AlertedWhenMissed(promise.For, one);
        return new PromiseMissed(promise.For, promise.Due, decision.Guide.Reached(alerts, decision.At))
        {
            At = promise.Due,
            RecordedAt = decision.Moment.RecordedAt,
            By = decision.Moment.By,
        };
    }

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
