using NodaTime;
using Rung.Core.Escalations.Urgency;
using Rung.Core.Wording;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>What more urgency would cost the others, said before it is given. ESS-81.</summary>
internal static class UrgencyWords
{
    private const int MostNamed = 8;

    public static string? Of(ActionScene scene) =>
        scene.Guide.Urgency is { } rule
            ? $"{Price(scene.Displaces)} Tell the customer: {rule.Notice}".TrimStart()
            : null;

    private static string Price(IReadOnlyList<Displaced>? passed)
    {
        if (passed is null)
        {
            return "";
        }
        if (passed.Count == 0)
        {
            return "No other case would wait longer for it.";
        }
        var named = string.Join("; ", passed.Take(MostNamed).Select(Of));
        var more = passed.Count > MostNamed ? $"; and {passed.Count - MostNamed} more" : "";
        return passed.Count == 1
            ? $"1 case would come after it: {named}."
            : $"{passed.Count} cases would come after it: {named}{more}.";
    }

    private static string Of(Displaced one) =>
        one.Left is not { } left ? $"{one.Reference}, owed by no time"
        : left < Duration.Zero ? $"{one.Reference}, overdue by {LengthWords.Used(-left)}"
        : $"{one.Reference}, {LengthWords.Left(left)} left";
}
