using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Priorities for which no firm target has a time, not even the word that none is promised; an aim is no promise.</summary>
internal static class TargetsForPriorities
{
    public static GuideCheck Check { get; } = new(["priorities", "targets"], Run);

    private static void Run(CheckContext context)
    {
        foreach (
            var priority in context.Guide.Priorities.Where(priority =>
                !context.Guide.Targets.Any(target => target.Firmness == Firmness.Firm && Covers(target, priority))
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

    private static bool Covers(Target target, Priority priority)
    {
        var isThis = new When.Is(Fact.Priority, [priority.Id]);
        return target.Times.Any(time => !WhenCases.NeverHold(isThis, target.AppliesWhen, time.When));
    }
}
