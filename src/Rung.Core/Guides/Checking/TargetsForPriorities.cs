using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// Priorities for which no firm target has a time, not even the word that none is promised, of a kind of case that is
/// worked and can get them; an aim is no promise.
/// </summary>
internal static class TargetsForPriorities
{
    private static readonly string[] Combined = ["any", "all", "not"];

    public static GuideCheck Check { get; } = new(["priorities.id", "kinds.id"], Run);

    private static void Run(CheckContext context)
    {
        if (!context.Parts.IsThere("targets"))
        {
            return;
        }
        CaseKind[] worked = [.. context.Guide.Kinds.Where(kind => kind.Handling == KindHandling.Work)];
        foreach (var priority in context.Guide.Priorities)
        {
            var without = worked.Where(kind => !IsCovered(context, priority, kind)).ToArray();
            if (without.Length == worked.Length)
            {
                Report(context, priority, "");
            }
            else if (without.Where(kind => KindReach.CanBe(context.Guide, kind, priority)).ToArray() is [_, ..] missed)
            {
                Report(context, priority, $" when the kind of case is {string.Join(" or ", missed.Select(Named))}");
            }
        }
    }

    private static string Named(CaseKind kind) => $"`{kind.Id}`";

    private static void Report(CheckContext context, Priority priority, string when) =>
        context.Report(
            ProblemCode.NoTarget,
            (priority, "id"),
            $"no firm target has a time for `{priority.Id}`{when}",
            "add a row to the `times` of a firm target; `allow: none` says that no time is promised"
        );

    private static bool IsCovered(CheckContext context, Priority priority, CaseKind kind)
    {
        When.Is[] asked = [new(Fact.Priority, [priority.Id]), new(Fact.Kind, [kind.Id])];
        return context.Guide.Targets.Any(target => target.Firmness == Firmness.Firm && Covers(context, target, asked));
    }

    // Whatever was not read may be for this priority and kind.
    private static bool Covers(CheckContext context, Target target, When.Is[] asked) =>
        target.Times.Count == 0
        || context.Parts.LostIn(context.Places.Map(target)!, "times").Any(lost => lost.Length <= 1)
        || target.Times.Any(time =>
            !WhenCases.NeverHold([.. asked, Read(context, target, target.AppliesWhen), Read(context, time, time.When)])
        );

    // A condition as it was read, unless what it says of priorities or kinds was not.
    private static When Read(CheckContext context, object part, When when) =>
        context.Places.Map(part) is { } map && context.Parts.LostIn(map, "when").Any(IsDecisive)
            ? When.Everything
            : when;

    private static bool IsDecisive(string[] lost) =>
        lost is [] || Combined.Contains(lost[^1]) || lost.Contains("priority") || lost.Contains("kind");
}
