using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// A mailbox for what is told to the desk or a post, at which the desk takes mail: what Rung writes there comes back to it, is
/// left alone as its own, and nobody has read it. S-04, SMC-09.
/// </summary>
internal static class AlertsComeBack
{
    public static GuideCheck Check { get; } = new(["roles.alerts", "desk.alerts", "routes.addresses"], Run);

    private static void Run(CheckContext context)
    {
        (object Part, string? Alerts)[] all =
        [
            (context.Guide.Desk, context.Guide.Desk.Alerts),
            .. context.Guide.Roles.Select(role => ((object)role, role.Alerts)),
        ];
        foreach (var (part, alerts) in all.Where(one => one.Alerts is { } at && context.Guide.TakesMailAt(at)))
        {
            context.Report(
                ProblemCode.AlertsComeBack,
                (part, "alerts"),
                $"`{alerts}` is an address at which the desk takes mail: what is told there would come back as mail to be logged, and nobody reads it",
                "name a mailbox that people read and no route has"
            );
        }
    }
}
