using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Conditions of a case for which the guide has no words, although it has for others. ESS-75.</summary>
internal static class ConditionsExplained
{
    public static GuideCheck Check { get; } = new(["conditions.condition"], Run);

    private static void Run(CheckContext context)
    {
        var missing = context.Guide.Conditions.Where(one => context.Places.Map(one) is null).ToList();
        if (context.Root.Entry("conditions") is null || missing.Count == 0)
        {
            return;
        }
        var which = string.Join(", ", missing.Select(one => $"`{Words.Of(one.Condition)}`"));
        context.Report(
            ProblemCode.ConditionUnexplained,
            "conditions",
            $"customers read Rung's own words, not the guide's, on cases that are {which}",
            "add each to `conditions`, with its `explanation` and `plain`"
        );
    }
}
