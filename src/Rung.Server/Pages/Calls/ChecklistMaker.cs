using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Calls;

/// <summary>What a call still needs. ESS-24.</summary>
internal static class ChecklistMaker
{
    public static IEnumerable<CheckView> Of(CallScene scene, LoggingPreview? preview)
    {
        yield return new("Caller and customer", scene.IsPicked ? CheckState.Done : CheckState.NotStarted, "caller");
        if (scene.IsStopped)
        {
            yield break;
        }
        yield return Reference(scene);
        if (IntakeCheck.AsksServices(scene.Guide, scene.Kind) is not null)
        {
            yield return Services(scene);
        }
        foreach (var question in Required(scene))
        {
            yield return Question(question, scene);
        }
        var hasPriority = (scene.Case?.State.Priority ?? preview?.State?.Priority ?? scene.Form.Priority) is not null;
        yield return new("Priority", hasPriority ? CheckState.Done : CheckState.CannotFinishYet, "f-priority");
        if (scene.Case is null)
        {
            var told = scene.Form.Values.Maybe("customer-reference") is not null;
            yield return new(
                "Their own reference",
                told ? CheckState.Done : CheckState.Optional,
                "f-customer-reference"
            );
        }
    }

    private static CheckView Reference(CallScene scene) =>
        scene.Case is { } known
            ? new(
                $"Reference issued {MomentWords.Time(known.State.Logged.At, scene.Visit.Zone)}, clock runs",
                CheckState.Done,
                null
            )
            : new("Reference", CheckState.NotStarted, null);

    private static CheckView Services(CallScene scene)
    {
        var form = scene.Form;
        var isTold =
            form.Services.Count > 0 || IntakeCheck.SaysAllServices(scene.Guide, form.Answers(scene.Guide, scene.Kind));
        return new(IntakeCheck.ServicesAsk(scene.Kind), isTold ? CheckState.Done : CheckState.NotStarted, "f-services");
    }

    private static IEnumerable<Question> Required(CallScene scene) =>
        scene.Guide.Intake.Questions.Where(question =>
            question.Required == Need.Required && IntakeCheck.IsAbout(question, scene.Kind)
        );

    private static CheckView Question(Question question, CallScene scene)
    {
        var answers = scene.Form.Answers(scene.Guide, scene.Kind);
        var isBegun = answers.ContainsKey(question.Id);
        var state =
            IntakeCheck.IsAnswered(question, answers) ? CheckState.Done
            : isBegun ? CheckState.CannotFinishYet
            : CheckState.NotStarted;
        return new(question.Ask, state, $"f-q-{question.Id}");
    }
}
