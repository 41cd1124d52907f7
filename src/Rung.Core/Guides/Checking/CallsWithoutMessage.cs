using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Moments at which a call would be owed beside a message, and no message is sent. ESS-51.</summary>
internal static class CallsWithoutMessage
{
    public static GuideCheck Check { get; } =
        new(["calls.on", "notifications.on", "notifications.to", "notifications.by"], Run);

    private static void Run(CheckContext context)
    {
        if (context.Guide.Calls is not { } calls)
        {
            return;
        }
        var written = context.Guide.Notifications.Where(rule => rule.IsWrittenToCustomer).Select(rule => rule.On);
        foreach (var moment in calls.On.Except(written))
        {
            context.Report(
                ProblemCode.UnreachableRule,
                (calls, "on"),
                $"nothing is written to the customer at `{Words.Of(moment)}`, so no call is owed beside it",
                "add a notification for that moment, or leave the moment out"
            );
        }
    }
}
