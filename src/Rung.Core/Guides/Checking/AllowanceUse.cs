using Rung.Core.Time;

namespace Rung.Core.Guides.Checking;

/// <summary>An allowance, the calendar it counts in, and where it stands.</summary>
internal sealed record AllowanceUse(Allowance Allow, string Calendar, (object Part, string Key) At)
{
    /// <summary>Every time that the guide allows, promises or waits for.</summary>
    public static IReadOnlyList<AllowanceUse> In(Guide guide) =>
        [
            .. guide.Targets.SelectMany(OfTarget),
            .. Of(guide.Raise?.Within, guide.Raise?.Calendar, (guide.Raise!, "within")),
            .. Of(guide.Intake.LogBy?.Within, guide.Intake.LogBy?.Calendar, (guide.Intake.LogBy!, "within")),
            .. OfClosing(guide.Closing),
            .. guide.HoldReasons.SelectMany(reason => OfHold(reason.Attempts)),
            .. OfCalls(guide.Calls),
            .. Of(guide.Rfo?.ExpectedWithin, guide.Desk.Calendar, (guide.Rfo!, "expectedWithin")),
            .. guide.Ladders.SelectMany(ladder => OfLadder(ladder, guide.Desk.Calendar)),
            .. guide.CommunicationPlans.SelectMany(plan => Of(plan.Interval, guide.Desk.Calendar, (plan, "interval"))),
            .. guide.Promises.SelectMany(promise =>
                Of(promise.Due, promise.Calendar ?? guide.Desk.Calendar, (promise, "due"))
            ),
            .. (guide.Complaints?.Stages ?? []).SelectMany(OfStage),
            .. guide.Maintenance.SelectMany(notice => Of(notice.Lead, guide.Desk.Calendar, (notice, "lead"))),
            .. guide.Maintenance.SelectMany(notice => Of(notice.Update, guide.Desk.Calendar, (notice, "update"))),
            .. guide.Maintenance.SelectMany(notice =>
                Of(notice.Completion, guide.Desk.Calendar, (notice, "completion"))
            ),
        ];

    public static IEnumerable<AllowanceUse> OfTarget(Target target) =>
        target.Times.Select(time => new AllowanceUse(
            time.Allow,
            time.Calendar ?? target.Clock.Calendar,
            (time, "allow")
        ));

    private static IEnumerable<AllowanceUse> OfClosing(ClosingRules closing) =>
        [
            new(closing.ShortlyAfter, closing.Calendar, (closing, "shortlyAfter")),
            new(closing.Attempts.CloseAfter, closing.Calendar, (closing.Attempts, "closeAfter")),
            .. closing.Attempts.Spacing.Select(spacing => new AllowanceUse(
                spacing,
                closing.Calendar,
                (closing.Attempts, "spacing")
            )),
        ];

    private static IEnumerable<AllowanceUse> OfHold(HoldAttempts? attempts) =>
        attempts is null
            ? []
            :
            [
                new(attempts.ThenAfter, attempts.Calendar, (attempts, "thenAfter")),
                .. attempts.Spacing.Select(spacing => new AllowanceUse(
                    spacing,
                    attempts.Calendar,
                    (attempts, "spacing")
                )),
            ];

    private static IEnumerable<AllowanceUse> OfCalls(CallRule? calls) =>
        (calls?.Within ?? []).Select(time => new AllowanceUse(
            time.Allow,
            time.Calendar ?? calls!.Calendar,
            (time, "allow")
        ));

    private static IEnumerable<AllowanceUse> OfLadder(Ladder ladder, string desk) =>
        [
            .. Of(ladder.RepeatLast, desk, (ladder, "repeatLast")),
            .. Of(ladder.TimeToAct, desk, (ladder, "timeToAct")),
            .. Of(ladder.CallBack?.PlannedContactWithin, desk, (ladder.CallBack!, "plannedContactWithin")),
            .. Of(ladder.Decision?.Within, ladder.Decision?.Calendar, (ladder.Decision!, "within")),
            .. ladder.Levels.SelectMany(level => level.Entries).SelectMany(entry => OfEntry(entry, desk)),
        ];

    private static IEnumerable<AllowanceUse> OfEntry(Entry entry, string desk) =>
        entry switch
        {
            Entry.ByTime time => [new(time.After, time.Calendar ?? desk, (time, "after"))],
            Entry.ByOwner { MayDelay: { } delay } owner => [new(delay, desk, (owner, "mayDelay"))],
            _ => [],
        };

    private static IEnumerable<AllowanceUse> OfStage(ComplaintStage stage) =>
        [
            new(stage.Within, stage.Calendar, (stage, "within")),
            .. Of(stage.FollowUp, stage.Calendar, (stage, "followUp")),
        ];

    private static IEnumerable<AllowanceUse> Of(Allowance? allow, string? calendar, (object, string) at) =>
        allow is null ? [] : [new AllowanceUse(allow, calendar ?? "", at)];
}
