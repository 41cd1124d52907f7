using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Priorities for which no firm target has a time, not even the word that none is promised; an aim is no promise.</summary>
internal static class TargetsForPriorities
{
    public static GuideCheck Check { get; } = new(["priorities.id"], Run);

    private static void Run(CheckContext context)
    {
        if (!context.Parts.IsThere("targets"))
        {
            return;
        }
        foreach (
            var priority in context.Guide.Priorities.Where(priority =>
                !context.Guide.Targets.Any(target =>
                    target.Firmness == Firmness.Firm && Covers(context, target, priority)
                )
            )
        )
        {
            context.Report(
                ProblemCode.NoTarget,
                (priority, "id"),
                $"no firm target has a time for `{priority.Id}`",
                "add a row to the `times` of a firm target; `allow: none` says that no time is promised"
            );
        }
    }

    // Whatever was not read may be for this priority.
    private static bool Covers(CheckContext context, Target target, Priority priority)
    {
        var isThis = new When.Is(Fact.Priority, [priority.Id]);
        return target.Times.Count == 0
            || context.Parts.LostIn(context.Places.Map(target)!, "times").Any(lost => lost.Length <= 1)
            || target.Times.Any(time =>
                !WhenCases.NeverHold(isThis, Read(context, target, target.AppliesWhen), Read(context, time, time.When))
            );
    }

    // A condition as it was read, unless what it says of priorities was not.
    private static When Read(CheckContext context, object part, When when) =>
        context.Places.Map(part) is { } map
        && context
            .Parts.LostIn(map, "when")
            .Any(lost => lost is [] or [.., "any" or "all" or "not"] || lost.Contains("priority"))
            ? When.Everything
            : when;
}
