using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Time;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>What is asked about a communication plan: how, how often, for whom; what the guide has is filled in. SMC-12.</summary>
internal static class PlanFields
{
    private static readonly char[] Between = [',', ';', ' '];

    /// <param name="need">Where a plan holds already another is agreed only if the customer wishes it.</param>
    public static IReadOnlyList<FieldView> Of(ActionScene scene, Need need)
    {
        var usual = Usual(scene);
        var isNeeded = need == Need.Required;
        return
        [
            Ask.Text("every", "A contact every so many minutes") with
            {
                Value = isNeeded ? Every(usual) : "",
                Optional = true,
                Hint = usual?.Content is { } content ? $"What each contact says: {content}." : null,
            },
            Ask.Text("times", "Or at fixed times of day") with
            {
                Value = isNeeded ? Times(usual) : "",
                Optional = true,
                Hint = $"Like 09:00, 16:00; {TypedMoment.ZoneOf(scene).Id}.",
            },
            Ask.One("by", "By", Channels(scene, usual).Select(channel => ($"{channel}", ChannelWords.Of(channel)))),
            Ask.Text("from", "The first at") with
            {
                Optional = true,
                Hint = $"Like 16:30, {TypedMoment.ZoneOf(scene).Id}; left empty, one interval from now.",
            },
            Ask.Text("audience", "Who takes part") with
            {
                Value = isNeeded ? usual?.Audience ?? "" : "",
                Optional = true,
            },
        ];
    }

    /// <summary>Who approved what was said, where the guide wants that.</summary>
    public static IEnumerable<FieldView> Approval(ActionScene scene) =>
        Usual(scene) is { Approval: Need.Required } ? [Ask.ApprovedBy(Need.Required)] : [];

    /// <summary>Null: no plan was typed.</summary>
    public static PlanRequest? Maybe(ActionScene scene, FormValues form) =>
        form.Maybe("every") is null && form.Maybe("times") is null ? null : Plan(scene, form);

    /// <summary>Times of day that were typed go before the interval, which may stand there from the guide.</summary>
    public static PlanRequest Plan(ActionScene scene, FormValues form)
    {
        var times = form.Maybe("times")?.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        return new PlanRequest
        {
            Channel = EscalationActions.Word<Channel>(form, "by"),
            EveryMinutes = times is not null || form.Maybe("every") is null ? null : form.Number("every") ?? 0,
            Times = times,
            From = form.Maybe("from") is { } from ? TypedMoment.Of(scene, from) ?? TypedMoment.Wrong : null,
            Audience = form.Maybe("audience"),
        };
    }

    private static CommunicationPlan? Usual(ActionScene scene) =>
        scene.Guide.CommunicationPlans.FirstOrDefault(plan =>
            plan.Id == scene.Ladder?.CommunicationPlan && scene.Facts.Hold(plan.AppliesWhen)
        );

    private static string Every(CommunicationPlan? usual) =>
        usual?.Interval is Allowance.Elapsed length ? $"{(int)length.Length.TotalMinutes}" : "";

    private static string Times(CommunicationPlan? usual) =>
        string.Join(", ", (usual?.Slots ?? []).Select(AgreedPlan.TimeOfDay.Format));

    // The guide's first; what has failed carries nothing (ESS-51).
    private static IEnumerable<Channel> Channels(ActionScene scene, CommunicationPlan? usual) =>
        new[] { usual?.Channel ?? Channel.Phone, Channel.Phone, Channel.Email, Channel.InPerson }
            .Distinct()
            .Except(scene.Facts.DownChannels);
}
