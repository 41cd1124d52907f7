namespace Rung.Core.Guides.Checking;

/// <summary>Where a guide has conditions.</summary>
internal static class WhenUse
{
    /// <summary>Every condition of a guide, with the part and the key that it stands at, together with the one around it.</summary>
    public static IEnumerable<(object Part, string Key, When[] Whens)> In(Guide guide) =>
        [
            .. guide.PriorityRules.Select(rule => ((object)rule, "when", new[] { rule.When })),
            .. guide.Routes.Select(route => ((object)route, "when", new[] { route.AppliesWhen })),
            .. guide.Targets.Select(target => ((object)target, "when", new[] { target.AppliesWhen })),
            .. guide.Targets.SelectMany(Times),
            .. guide
                .Targets.Where(target => target.ExcusedWhen is not null)
                .Select(target => ((object)target, "excusedWhen", new[] { target.AppliesWhen, target.ExcusedWhen! })),
            .. guide.PriorityLimits.Select(limit => ((object)limit, "when", new[] { limit.When })),
            .. guide.WaitReasons.Select(reason => ((object)reason, "when", new[] { reason.AppliesWhen })),
            .. guide.Promises.Select(promise => ((object)promise, "when", new[] { promise.AppliesWhen })),
            .. guide.HoldReasons.Select(reason => ((object)reason, "when", new[] { reason.AppliesWhen })),
            .. guide.Dispositions.Select(disposition =>
                ((object)disposition, "when", new[] { disposition.AppliesWhen })
            ),
            .. guide.Flags.Select(flag => ((object)flag, "setWhen", new[] { flag.SetWhen })),
            .. guide.Notifications.Select(rule => ((object)rule, "when", new[] { rule.When })),
            .. guide.Ladders.Select(ladder => ((object)ladder, "when", new[] { ladder.AppliesWhen })),
            .. guide.CommunicationPlans.Select(plan => ((object)plan, "when", new[] { plan.AppliesWhen })),
            .. guide.Goals.Select(goal => ((object)goal, "when", new[] { goal.AppliesWhen })),
            .. Single(guide.OutOfHours, "continuesWhen", work => work.ContinuesWhen),
            .. guide.Calls is { } calls ? calls.Within.Select(time => ((object)time, "when", new[] { time.When })) : [],
            .. guide.Calls is { Unclear: { } unclear } rule
                ? [((object)rule, "unclear", new[] { unclear })]
                : (IEnumerable<(object, string, When[])>)[],
            .. (guide.Complaints?.Stages ?? []).Select(stage => ((object)stage, "when", new[] { stage.When })),
            .. Single(guide.Rfo, "requiredWhen", rfo => rfo.RequiredWhen),
        ];

    private static IEnumerable<(object, string, When[])> Times(Target target) =>
        target.Times.Select(time => ((object)time, "when", new[] { target.AppliesWhen, time.When }));

    private static IEnumerable<(object, string, When[])> Single<T>(T? part, string key, Func<T, When> when)
        where T : class => part is null ? [] : [(part, key, [when(part)])];
}
