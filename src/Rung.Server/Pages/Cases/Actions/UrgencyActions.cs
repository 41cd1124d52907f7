using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Escalations.Urgency;
using Rung.Core.Wording;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>Giving more urgency, and what that would cost the others, said before it is given. ESS-81.</summary>
internal static class UrgencyActions
{
    private const int MostNamed = 8;

    public static CaseAction Giving =>
        new("urgency", "Give more urgency …", "Give more urgency")
        {
            Offered = scene => scene is { IsWorked: true, State.Urgency: null } && MayGive(scene),
            Fields = _ =>
                [
                    Ask.Text("justification", "Why"),
                    new("notice", "Notice", FieldType.Many)
                    {
                        Options = [new OptionView("given", "The customer was told that others may wait for it")],
                    },
                ],
            Explains = Of,
            Cite = guide => guide.Urgency?.Cite,
            Command = (_, form) => new GrantUrgency(form.Text("justification"), form.All("notice").Count > 0),
        };

    /// <summary>Whether who acts is one of those whom the guide lets give it.</summary>
    public static bool MayGive(ActionScene scene) => scene.Guide.Urgency is { } rule && scene.MayAct(rule.By);

    private static string? Of(ActionScene scene) =>
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
