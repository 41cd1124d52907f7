using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Priorities whose meaning is told to customers in the words of the desk's table. A-07, ESS-77.</summary>
internal static class PrioritiesExplained
{
    private const string Meaning = "{priorityMeaning}";

    public static GuideCheck Check { get; } =
        new(["priorities.plain", "notifications.to", "notifications.by", "notifications.text"], Run);

    private static void Run(CheckContext context)
    {
        if (!context.Guide.Notifications.Any(TellsCustomer))
        {
            return;
        }
        foreach (var one in context.Guide.Priorities.Where(one => !IsSaidPlainly(context, one)))
        {
            context.Report(
                ProblemCode.PriorityUnexplained,
                (one, "id"),
                $"customers are told what `{one.Id}` means in the words of its `description`",
                "add `plain`: the same for somebody who knows nothing of computers"
            );
        }
    }

    private static bool TellsCustomer(NotificationRule rule) =>
        rule.IsWrittenToCustomer && rule.Template.Text.Contains(Meaning, StringComparison.Ordinal);

    private static bool IsSaidPlainly(CheckContext context, Priority one) =>
        context.Places.Map(one)?.Entry("plain") is not null;
}
