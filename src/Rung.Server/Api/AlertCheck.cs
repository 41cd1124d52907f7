using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api;

/// <summary>What must be right about an alert before its key is looked for.</summary>
internal static class AlertCheck
{
    private const int LongestKey = 200;

    public static ProblemAnswer? Wrong(LogRequest request, Writing writing)
    {
        if (writing.Actor.IsCustomer)
        {
            return Refusing.Because(
                ProblemKind.Of(RefusalCode.RoleNotAllowed),
                "Alerts are the desk's: log a case without one."
            );
        }
        if (request.Source != Channel.Monitoring)
        {
            return Invalid("$.alert", "Only what monitoring found is an alert: say so as the source.");
        }
        var key = request.Alert!.Key;
        return string.IsNullOrWhiteSpace(key) || key.Length > LongestKey || key.Any(char.IsControl)
            ? Invalid("$.alert.key", $"Has 1 to {LongestKey} characters on one line.")
            : null;
    }

    private static ProblemAnswer Invalid(string where, string what) =>
        Refusing.Because(ProblemKind.Of(RefusalCode.InvalidInput), where, what);
}
