using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>What cannot be kept of the questions that may be left open, each with its field.</summary>
/// <param name="Rest">The report without it: what it becomes is said all the same, and whether to ring. ESS-16.</param>
internal sealed record ReportFaults(CallScene Rest, IReadOnlyList<ErrorView> Errors)
{
    public static ReportFaults Of(PortalVisitor visitor, CallScene scene)
    {
        var further = ReportSteps.Of(visitor, scene).Further;
        var rest = With(visitor, scene.Form, further, FormValues.None);
        // What is wrong with the others is no fault of these.
        if (Why(scene) is null || Why(rest) is not null)
        {
            return new ReportFaults(scene, []);
        }
        var errors = new List<ErrorView>();
        foreach (var field in further)
        {
            var more = With(visitor, rest.Form, [field], scene.Form.Values);
            if (Why(more) is { } sentence)
            {
                errors.Add(new ErrorView(InItsWords(scene.Guide, field, sentence), field.ElementId));
            }
            else
            {
                rest = more;
            }
        }
        return new ReportFaults(rest, errors);
    }

    private static CallScene With(
        PortalVisitor visitor,
        CallForm form,
        IReadOnlyList<FieldView> fields,
        FormValues sent
    ) => ReportDesk.Scene(visitor, ReportForm.With(form, fields, sent));

    private static string? Why(CallScene scene) =>
        scene.OwnReference.Fault ?? LoggingPreview.Of(scene.Guide, scene.Command, scene.Visit.Now).Refusal?.Sentence;

    // A refusal names things as the desk does.
    private static string InItsWords(Guide guide, FieldView field, string sentence)
    {
        if (field.Name == ReportFields.OwnReferenceName)
        {
            return OneLine.Fault(field.Value) is { } fault ? $"“{field.Label}” {fault}" : sentence;
        }
        var question = guide.Intake.Questions.First(one => CallForm.Answer + one.Id == field.Name);
        return sentence.Replace($"\"{question.Ask}\"", $"“{field.Label}”", StringComparison.Ordinal);
    }
}
