using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>What is agreed with the customer and kept while an escalation lasts: call-backs and the communication plan. SMC-09 to SMC-15.</summary>
internal static class ContactActions
{
    public static CaseAction CalledBack =>
        new("call-back", "Called back …", "Keep the call-back")
        {
            Place = ActionPlace.Bar,
            Offered = scene => EscalationActions.One(scene)?.CallBack is not null,
            Next = scene => EscalationActions.One(scene)?.CallBack is not null,
            Fields = scene =>
                [
                    Ask.Long("text", "How the issue stands, as told to the customer"),
                    .. PlanFields(scene, EscalationActions.One(scene)?.Plan is null),
                ],
            Explains = _ => "The call is complete with an update and an agreed communication plan.",
            Cite = CallBackCite,
            Command = (scene, form) =>
                new CallBack(form.Text("text"), form.Maybe("every") is null ? null : Plan(scene, form)),
            Done = state => $"{state.Reference}: called back",
        };

    public static CaseAction Contacting =>
        new("planned-contact", "Planned contact …", "Keep the contact")
        {
            Place = ActionPlace.Bar,
            Offered = scene => EscalationActions.One(scene)?.Plan is not null,
            Next = scene => EscalationActions.One(scene) is { Plan: not null, CallBack: null } && scene.IsWorked,
            Fields = scene =>
                [
                    Ask.Long("text", "What the customer was told"),
                    Ask.HowItCame([EscalationActions.One(scene)?.Plan?.Channel ?? Channel.Phone, .. Others(scene)]),
                ],
            Cite = CallBackCite,
            Command = (_, form) => new RecordPlannedContact(form.Text("text"), Ask.Channel(form)),
            Done = state => $"{state.Reference}: the contact is kept",
        };

    public static CaseAction AgreeingCallBack =>
        new("agree-call-back", "Agree a call-back …", "Keep the time")
        {
            Offered = scene =>
                EscalationActions.One(scene) is not null && EscalationActions.Ladder(scene)?.CallBack is not null,
            Fields = scene => [EscalateFields.CallBack(scene)],
            Cite = CallBackCite,
            Command = (scene, form) =>
                new AgreeCallBack(TypedMoment.Of(scene, form.Text("call-back")) ?? TypedMoment.Wrong),
        };

    public static CaseAction Planning =>
        new("plan", "Agree a communication plan …", "Keep the plan")
        {
            Offered = scene => EscalationActions.One(scene) is not null,
            Fields = scene => PlanFields(scene, needed: true),
            Cite = CallBackCite,
            Command = (scene, form) => new AgreePlan(Plan(scene, form)),
        };

    private static IReadOnlyList<FieldView> PlanFields(ActionScene scene, bool needed)
    {
        var usual = scene.Guide.CommunicationPlans.FirstOrDefault(plan =>
            plan.Id == EscalationActions.Ladder(scene)?.CommunicationPlan
        );
        var every = usual?.Interval is Core.Time.Allowance.Elapsed length ? $"{(int)length.Length.TotalMinutes}" : "";
        return
        [
            Ask.Text("every", "A contact every so many minutes") with
            {
                Value = needed ? every : "",
                Optional = !needed,
                Hint = usual?.Content,
            },
            Ask.Text("from", "The first at") with
            {
                Optional = true,
                Hint = $"Like 16:30, {TypedMoment.ZoneOf(scene).Id}; left empty, one interval from now.",
            },
        ];
    }

    private static PlanRequest Plan(ActionScene scene, FormValues form) =>
        new()
        {
            EveryMinutes = form.Maybe("every") is null ? null : form.Number("every") ?? 0,
            From = form.Maybe("from") is { } from ? TypedMoment.Of(scene, from) ?? TypedMoment.Wrong : null,
        };

    private static IEnumerable<Channel> Others(ActionScene scene) =>
        new[] { Channel.Phone, Channel.Email, Channel.InPerson }.Where(channel =>
            channel != (EscalationActions.One(scene)?.Plan?.Channel ?? Channel.Phone)
        );

    private static string? CallBackCite(Guide guide) =>
        guide.Ladders.FirstOrDefault(ladder => ladder.CallBack is not null)?.CallBack?.Cite;
}
