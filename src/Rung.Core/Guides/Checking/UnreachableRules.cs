using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Priority rules that are never asked, since an earlier rule, or the kind's default, always answers first.</summary>
internal static class UnreachableRules
{
    public static GuideCheck Check { get; } =
        new(["kinds.id", "kinds.defaultPriority", "intake.questions.id", "intake.questions.options"], Run);

    private static void Run(CheckContext context)
    {
        if (!context.Parts.IsThere("priorityRules"))
        {
            return;
        }
        PriorityRule[] rules = [.. context.Guide.PriorityRules.Where(rule => IsRead(context, rule))];
        var defaulted = new When.Is(Fact.Kind, [.. context.Guide.Kinds.Where(IsDefaulted).Select(kind => kind.Id)]);
        for (var index = 0; index < rules.Length; index++)
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

    private static string? Earlier(PriorityRule[] rules, int index)
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

    // One whose condition was not read is not asked about, and answers for nothing. Those of the matrix stand nowhere.
    private static bool IsRead(CheckContext context, PriorityRule rule) =>
        context.Places.Map(rule) is { } map
            ? !context.Parts.LostIn(map, "when").Any()
            : context.Parts.AreSound("priorityMatrix");

    private static bool IsDefaulted(CaseKind kind) => kind.DefaultPriority is not null;

    private static void Report(CheckContext context, PriorityRule rule, string why) =>
        context.Report(
            ProblemCode.UnreachableRule,
            (rule, "when"),
            $"the priority rule `{rule.Id}` is never reached: {why}",
            "move the narrower rule up, change its `when`, or delete it"
        );
}
