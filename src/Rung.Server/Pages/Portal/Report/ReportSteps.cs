using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>
/// The questions of a report, one a page and at most six: what it is about, which service, then the guide's own. Required ones that
/// find no room share the last page; optional ones are asked before it is sent.
/// </summary>
internal sealed record ReportSteps(IReadOnlyList<ReportStep> All, IReadOnlyList<FieldView> Further)
{
    private const int Most = 6;

    public static ReportSteps Of(PortalVisitor visitor, CallScene scene)
    {
        var guide = scene.Guide;
        var questions = guide.Intake.Questions.Where(one => IntakeCheck.IsAbout(one, scene.Kind)).ToList();
        var steps = new List<ReportStep>();
        if (ReportForm.IsOther(scene.Form))
        {
            steps.Add(new ReportStep(ReportFields.Kind, [ReportFields.Kinds(scene)]));
        }
        if (ReportServices.Here(visitor).Count > 0)
        {
            steps.Add(new ReportStep(ReportFields.Service, [ReportFields.Services(visitor, scene)]));
        }
        foreach (var question in questions.Where(one => one.Required == Need.Required))
        {
            var field = ReportFields.Of(question, scene);
            if (steps.Count < Most)
            {
                steps.Add(new ReportStep(question.Id, [field]));
            }
            else
            {
                steps[^1] = steps[^1] with { Fields = [.. steps[^1].Fields, field] };
            }
        }
        var optional = questions.Where(one => one.Required == Need.Optional).Select(one => ReportFields.Of(one, scene));
        return new ReportSteps(steps, [.. optional, ReportFields.OwnReference(visitor, scene)]);
    }

    public ReportStep? Find(string id) => All.FirstOrDefault(step => step.Id == id);

    /// <summary>The first that lacks an answer; null: none does.</summary>
    public ReportStep? FirstOpen => All.FirstOrDefault(step => ReportFields.Missing(step.Fields) is not null);

    /// <summary>The one before; null: it is the first.</summary>
    public ReportStep? Before(ReportStep step) => Number(step) is > 1 and var number ? All[number - 2] : null;

    /// <summary>From 1.</summary>
    public int Number(ReportStep step) => All.TakeWhile(one => one.Id != step.Id).Count() + 1;
}

/// <summary>A page of a report.</summary>
internal sealed record ReportStep(string Id, IReadOnlyList<FieldView> Fields);
