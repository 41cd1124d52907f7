using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Rows of a target's times that an earlier row always goes before.</summary>
internal static class UnreachableTimes
{
    public static GuideCheck Check { get; } = new([], Run);

    private static void Run(CheckContext context)
    {
        foreach (var target in context.Guide.Targets.Where(target => SaysWhen(context, target)))
        {
            for (var index = 1; index < target.Times.Count; index++)
            {
                RunOn(context, target, index);
            }
        }
    }

    private static bool SaysWhen(CheckContext context, Target target) =>
        context.Places.Map(target) is { } map
        && !context.Parts.LostIn(map, "when").Any()
        && !context.Parts.LostIn(map, "times").Any(steps => steps.Length < 2 || steps[1] == "when");

    private static void RunOn(CheckContext context, Target target, int index)
    {
        When[] together = [target.AppliesWhen, target.Times[index].When];
        var earlier = target.Times.Take(index).Select(time => time.When).ToArray();
        if (!WhenCases.NeverHold(together) && WhenCases.AreCovered(together, earlier))
        {
            context.Report(
                ProblemCode.UnreachableTime,
                (target.Times[index], "when"),
                $"this time of `{target.Id}` is never used: the rows above it answer for every case it is for",
                "move the narrower row up, change its `when`, or delete it"
            );
        }
    }
}
