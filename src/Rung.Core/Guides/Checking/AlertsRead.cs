using Rung.Core.Cases;
using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Promises whose miss is written to nobody: no post that is alerted has a mailbox, and the desk has none. SMC-09.</summary>
internal static class AlertsRead
{
    public static GuideCheck Check { get; } =
        new(["promises.alertWhenMissed", "roles.contact", "roles.alerts", "desk.alerts", "routes.addresses"], Run);

    private static void Run(CheckContext context)
    {
        if (context.Guide.Desk.Alerts is not null)
        {
            return;
        }
        foreach (var promise in context.Guide.Promises.Where(one => IsUnread(context.Guide, one.AlertWhenMissed)))
        {
            context.Report(
                ProblemCode.RoleVacant,
                (promise, "alertWhenMissed"),
                $"nobody is written to when `{promise.Id}` is missed: no post that is alerted has a mailbox, nor has the desk",
                "name a mailbox in `alerts` of the desk, or of one of these roles"
            );
        }
    }

    private static bool IsUnread(Guide guide, IReadOnlyList<string> roles) =>
        roles.Count > 0 && !guide.Roles.Any(role => roles.Contains(role.Id) && HasMailbox(guide, role));

    private static bool HasMailbox(Guide guide, Role role) =>
        role.Alerts is not null || (EmailAddress.Fault(role.Contact) is null && !guide.TakesMailAt(role.Contact!));
}
