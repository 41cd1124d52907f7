using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Priority rules that are never asked, since an earlier rule, or the kind's default, always answers first.</summary>
internal static class UnreachableRules
{
    public static GuideCheck Check { get; } =
        new(["priorityRules", "priorityMatrix", "kinds", "intake", "priorities"], Run);

    private static void Run(CheckContext context)
    {
        var rules = context.Guide.PriorityRules;
        var defaulted = new When.Is(Fact.Kind, [.. context.Guide.Kinds.Where(IsDefaulted).Select(kind => kind.Id)]);
        for (var index = 0; index < rules.Count; index++)
        {
            if (WhenCases.NeverHold(rules[index].When))
            {
                continue;
            }
            if (WhenCases.AreCovered([rules[index].When], [defaulted]))
            {
                Report(context, rules[index], "its kinds of case have a default priority, which goes first");
            }
            else if (Earlier(rules, index) is { } cover)
            {
                Report(context, rules[index], $"{cover} already answers for every case it is for");
            }
        }
    }

    private static string? Earlier(IReadOnlyList<PriorityRule> rules, int index)
    {
        var when = rules[index].When;
        var earlier = rules.Take(index).ToArray();
        if (!WhenCases.AreCovered([when], [.. earlier.Select(rule => rule.When)]))
        {
            return null;
        }
        var alone = earlier.FirstOrDefault(rule => WhenCases.AreCovered([when], [rule.When]));
        return alone is null ? "the earlier rules together" : $"`{alone.Id}`";
    }

    private static bool IsDefaulted(CaseKind kind) => kind.DefaultPriority is not null;

    private static void Report(CheckContext context, PriorityRule rule, string why) =>
        context.Report(
            ProblemCode.UnreachableRule,
            (rule, "when"),
            $"the priority rule `{rule.Id}` is never reached: {why}",
            "move the narrower rule up, change its `when`, or delete it"
        );
}
