using Rung.Core.Time;

namespace Rung.Core.Guides.Showing;

/// <summary>Communication plans, promises, notice of planned work, goals (guide model 12, 17).</summary>
internal static class UndertakingPart
{
    public static IEnumerable<Placed> Of(Guide guide) =>
        [.. Plans(guide), .. Promises(guide), .. Maintenance(guide), .. Goals(guide)];

    private static IEnumerable<Placed> Plans(Guide guide) =>
        Placed.ByCite(
            guide.CommunicationPlans,
            plan => plan.Cite,
            plans => new Block.Table(
                "Communication plans",
                ["Plan", "How often", "To", "What"],
                [.. plans.Select(plan => Plan(guide, plan))]
            )
        );

    private static IReadOnlyList<string> Plan(Guide guide, CommunicationPlan plan) =>
        [
            plan.Name + (new WhenWords(guide).Of(plan.AppliesWhen) is { Length: > 0 } when ? $" ({when})" : ""),
            $"{Times(guide, plan)}, by {Phrase.Of(plan.Channel)}",
            plan.Audience,
            plan.Content ?? "",
        ];

    private static string Times(Guide guide, CommunicationPlan plan)
    {
        var slots = plan.Slots.Count == 0 ? null : $"at {Phrase.And(plan.Slots.Select(Phrase.Time))}";
        var interval =
            plan.Interval is Allowance.None ? null : Every(new AllowanceWords(guide).Of(plan.Interval, null));
        return string.Join(", and ", new[] { interval, slots }.OfType<string>());
    }

    private static string Every(string time) =>
        time.StartsWith("1 ", StringComparison.Ordinal) ? $"every {time[2..]}" : $"every {time}";

    private static IEnumerable<Placed> Promises(Guide guide)
    {
        var (titles, words) = (new TitleWords(guide), new AllowanceWords(guide));
        return Placed.ByCite(
            guide.Promises,
            promise => promise.Cite,
            promises => new Block.Table(
                "Promises",
                ["Promise", "Due", "Kept by", "If missed, we alert"],
                [
                    .. promises.Select(
                        IReadOnlyList<string> (promise) =>
                            [
                                promise.Name
                                    + (
                                        new WhenWords(guide).Of(promise.AppliesWhen) is { Length: > 0 } when
                                            ? $" ({when})"
                                            : ""
                                    ),
                                promise.Due is { } due ? words.Of(due, promise.Calendar) : "as said",
                                titles.Person(promise.Owner),
                                Phrase.And(promise.AlertWhenMissed.Select(titles.Person)),
                            ]
                    ),
                ]
            )
        );
    }

    private static IEnumerable<Placed> Maintenance(Guide guide)
    {
        var words = new AllowanceWords(guide);
        return Placed.ByCite(
            guide.Maintenance,
            notice => notice.Cite,
            notices => new Block.Table(
                null,
                ["Work", "Told in advance", "Then every", "Its end", "To", "Window"],
                [
                    .. notices.Select(
                        IReadOnlyList<string> (notice) =>
                            [
                                notice.Name,
                                words.Of(notice.Lead, null),
                                notice.Update is { } update ? words.Of(update, null) : "",
                                notice.Completion is { } end ? $"{words.Of(end, null)} after it" : "",
                                notice.Audience,
                                Window(guide, notice),
                            ]
                    ),
                ]
            )
        );
    }

    private static string Window(Guide guide, MaintenanceNotice notice) =>
        string.Join(
            '\n',
            new[]
            {
                notice.Window,
                notice.Calendar is { } calendar ? new TitleWords(guide).Calendar(calendar) : null,
            }.OfType<string>()
        );

    private static IEnumerable<Placed> Goals(Guide guide) =>
        Placed.ByCite(
            guide.Goals,
            goal => goal.Cite,
            goals => new Block.Table(
                null,
                ["Figure", "Goal", "Each", "Over"],
                [
                    .. goals.Select(
                        IReadOnlyList<string> (goal) =>
                            [
                                goal.Name,
                                Phrase.Share(goal.Share),
                                goal.Period,
                                new WhenWords(guide).Of(goal.AppliesWhen, "All cases"),
                            ]
                    ),
                ]
            )
        );
}
