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
            Offered = scene => Climbing.Active(scene).Any(OwesCallBack),
            Next = scene => Climbing.Active(scene).Any(OwesCallBack),
            Fields = scene =>
                [
                    .. EscalationActions.Which(scene, OwesCallBack),
                    Ask.Long("text", "How the issue stands, as told to the customer"),
                    .. PlanFields.Approval(scene),
                    .. PlanFields.Of(scene, HavePlans(scene) ? Need.Optional : Need.Required),
                ],
            Explains = scene =>
                $"The call is complete with an update and an agreed communication plan. {BroughtIn(scene)}".TrimEnd(),
            Cite = CallBackCite,
            Command = (scene, form) =>
                new CallBack(form.Text("text"), PlanFields.Maybe(scene, form))
                {
                    ApprovedBy = form.Maybe(Ask.Approver),
                    About = EscalationActions.About(scene, form),
                },
            Done = state => $"{state.Reference}: called back",
        };

    public static CaseAction Contacting =>
        new("planned-contact", "Planned contact …", "Keep the contact")
        {
            Place = ActionPlace.Bar,
            Offered = scene => Climbing.Active(scene).Any(HasPlan),
            Next = scene => EscalationActions.One(scene) is { Plan: not null, CallBack: null } && scene.IsWorked,
            Fields = scene =>
                [
                    .. EscalationActions.Which(scene, HasPlan),
                    Ask.Long("text", "What the customer was told"),
                    Ask.HowItCame([EscalationActions.One(scene)?.Plan?.Channel ?? Channel.Phone, .. Others(scene)]),
                    .. PlanFields.Approval(scene),
                ],
            Explains = BroughtIn,
            Cite = CallBackCite,
            Command = (scene, form) =>
                new RecordPlannedContact(form.Text("text"), Ask.Channel(form))
                {
                    ApprovedBy = form.Maybe(Ask.Approver),
                    About = EscalationActions.About(scene, form),
                },
            Done = state => $"{state.Reference}: the contact is kept",
        };

    public static CaseAction AgreeingCallBack =>
        new("agree-call-back", "Agree a call-back …", "Keep the time")
        {
            Offered = scene => EscalationActions.One(scene) is not null && scene.Ladder?.CallBack is not null,
            Fields = scene => [.. EscalationActions.Which(scene), EscalateFields.CallBack(scene)],
            Cite = CallBackCite,
            Command = (scene, form) =>
                new AgreeCallBack(TypedMoment.Of(scene, form.Text("call-back")) ?? TypedMoment.Wrong)
                {
                    About = EscalationActions.About(scene, form),
                },
        };

    public static CaseAction Planning =>
        new("plan", "Agree a communication plan …", "Keep the plan")
        {
            Offered = scene => EscalationActions.One(scene) is not null,
            Fields = scene => [.. EscalationActions.Which(scene), .. PlanFields.Of(scene, Need.Required)],
            Cite = CallBackCite,
            Command = (scene, form) =>
                new AgreePlan(PlanFields.Plan(scene, form)) { About = EscalationActions.About(scene, form) },
        };

    // S-03: who was brought in inside, which the customer hears at the next contact.
    private static string? BroughtIn(ActionScene scene)
    {
        var events = scene.Found.Events;
        var told =
            events.LastOrDefault(happened => happened is Core.Escalations.CalledBack or PlannedContactMade)?.At
            ?? Instant.MinValue;
        var since = events
            .OfType<Engaged>()
            .Where(engaged => engaged.At > told)
            .Where(engaged => engaged.Outcome is EngagementOutcome.Accepted or EngagementOutcome.Informed)
            .Select(engaged => scene.Guide.RoleTitle(engaged.Role) + (engaged.Person is { } who ? $" ({who})" : ""))
            .Distinct()
            .ToList();
        return since.Count == 0 ? null : $"Tell them also who was brought in: {string.Join(", ", since)}.";
    }

    private static bool OwesCallBack(Escalation one) => one.CallBack is not null;

    private static bool HasPlan(Escalation one) => one.Plan is not null;

    private static bool HavePlans(ActionScene scene) => Climbing.Active(scene).Where(OwesCallBack).All(HasPlan);

    private static IEnumerable<Channel> Others(ActionScene scene) =>
        new[] { Channel.Phone, Channel.Email, Channel.InPerson }.Where(channel =>
            channel != (EscalationActions.One(scene)?.Plan?.Channel ?? Channel.Phone)
        );

    private static string? CallBackCite(Guide guide) =>
        guide.Ladders.FirstOrDefault(ladder => ladder.CallBack is not null)?.CallBack?.Cite;
}
