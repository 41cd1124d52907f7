using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Time;

namespace Rung.Core.Guides.Checking;

/// <summary>Names the parts of a guide that are read, checked and shown, and that nothing acts upon yet.</summary>
internal static class NotEnforcedYet
{
    private static readonly (string Key, string Called)[] Sections =
    [
        ("maintenance", "notices of planned work"),
        ("goals", "goals over many cases"),
    ];

    public static GuideCheck Check { get; } = new([], Run);

    private static void Run(CheckContext context)
    {
        foreach (var (key, called) in Sections)
        {
            var entry = context.Root.Entry(key);
            if (entry is { Value: YamlMap { Entries.Count: > 0 } or YamlList { Items.Count: > 0 } })
            {
                Notice(context, entry, called);
            }
        }
        // Once each: where it is used first.
        var uses = Keys(context.Guide)
            .Select(used => (Entry: context.Places.Map(used.Part)?.Entry(used.Key), used.Called))
            .Where(used => used.Entry is not null)
            .DistinctBy(used => used.Called);
        foreach (var (entry, called) in uses)
        {
            Notice(context, entry!, called);
        }
        ReportPromises(context);
        ReportFacts(context);
        ReportDates(context);
    }

    private static IEnumerable<(object Part, string Key, string Called)> Keys(Guide guide) =>
        [
            .. guide.Routes.Select(route => ((object)route, "who", "limits to who may use a route")),
            .. guide.Routes.Select(route => ((object)route, "when", "routes for some cases only")),
            .. guide.Routes.Select(route => ((object)route, "fallback", "routes that step in for another")),
            .. guide
                .Routes.SelectMany(route => route.Addresses)
                .Where(address => address is { OutOfHours: OutOfHoursHandling.Refuse, Channel: not Channel.Phone })
                .Select(address =>
                    ((object)address, "outOfHours", "addresses that refuse what is written out of hours")
                ),
            .. guide.Targets.Select(target => ((object)target, "goal", "goals of targets")),
            .. guide.HoldReasons.Select(reason => ((object)reason, "attempts", "attempts while a case is on hold")),
            .. guide.Notifications.Select(rule => ((object)rule, "digest", "messages that are gathered")),
            .. guide
                .Notifications.Where(rule => rule.To.Kind == AudienceKind.StatusPage)
                .Select(rule => ((object)rule, "to", "messages to a status page")),
        ];

    // No case has such facts before what brings them is enforced: what asks for them never holds.
    private static void ReportFacts(CheckContext context)
    {
        var uses = WhenUse
            .In(context.Guide)
            .Where(use => use.Part is not (CommunicationPlan or PromiseRule or ReportGoal))
            .Concat(context.Guide.Ladders.SelectMany(OfLadder))
            .SelectMany(use =>
                use.Whens.SelectMany(when => when.Whole()).Select(part => (use.Part, use.Key, Fact: Named(part)))
            )
            .Where(use => use.Fact is not null)
            .DistinctBy(use => use.Fact);
        foreach (var (part, key, fact) in uses)
        {
            context.Report(
                ProblemCode.NotEnforced,
                (part, key),
                $"`{fact}`: no case has this fact yet, so what asks for it never holds",
                "nothing to mend"
            );
        }
    }

    private static IEnumerable<(object Part, string Key, When[] Whens)> OfLadder(Ladder ladder) =>
        ladder
            .Levels.SelectMany(level => level.Entries)
            .Select(entry =>
                entry switch
                {
                    Entry.ByTime time => ((object)entry, "time", new[] { time.When }),
                    Entry.ByTarget target => (entry, "target", [target.When]),
                    Entry.ByCondition condition => (entry, "condition", [condition.When]),
                    Entry.ByRequest request => (entry, "request", [request.When]),
                    _ => (entry, "owner", []),
                }
            )
            .Concat(ladder.SuspendWhen is { } suspend ? [(ladder, "suspendWhen", [suspend])] : []);

    // What is promised to somebody when an escalation is registered, planned or ended; others nobody gives yet.
    private static void ReportPromises(CheckContext context)
    {
        var given = Enum.GetValues<PromiseFor>().Select(context.Guide.PromiseRule).ToList();
        foreach (
            var promise in context.Guide.Promises.Where(one => !given.Contains(one) && !IsToldAtOnce(context, one))
        )
        {
            context.Report(
                ProblemCode.NotEnforced,
                (promise, "id"),
                $"the promise `{promise.Id}` is read, checked and shown, and nothing gives it yet",
                "nothing to mend"
            );
        }
    }

    // SMC-38: who hands an escalation over says how the customer was told.
    private static bool IsToldAtOnce(CheckContext context, PromiseRule promise) =>
        promise.Due is Allowance.Immediate
        && context.Guide.Ladders.Any(ladder =>
            ladder.StickyOwnerLevel is { } sticky && ladder.Level(sticky)?.Role == promise.Owner
        );

    // A case keeps one agreed date: the one that is named with an outcome.
    private static void ReportDates(CheckContext context)
    {
        foreach (var time in context.Guide.Targets.SelectMany(target => target.Times))
        {
            if (time.Allow is Allowance.AgreedDate { Field: not AgreedDates.Expected and var field })
            {
                context.Report(
                    ProblemCode.NotEnforced,
                    (time, "allow"),
                    $"`agreed: {field}`: no case keeps this date yet, so no clock runs towards it",
                    $"write `agreed: {AgreedDates.Expected}` for the date that is named with an outcome"
                );
            }
        }
    }

    private static string? Named(When when) =>
        when switch
        {
            When.Is { Fact: Fact.Alarm } asked => Words.Of(asked.Fact),
            When.Counted { Count: Count.UsersAffected } asked => Words.Of(asked.Count),
            _ => null,
        };

    private static void Notice(CheckContext context, YamlEntry entry, string called) =>
        context.Findings.Add(
            ProblemCode.NotEnforced,
            entry.Place,
            $"`{entry.Key}`: {called} are read, checked and shown, and not enforced yet",
            "nothing to mend"
        );
}
