using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>A known problem: one page with what the priority depends on, and whoever sends it gets the updates.</summary>
internal static class KnownEndpoints
{
    public static void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("/known/{services}", Ask);
        portal.MapPost("/known/{services}", Join);
    }

    private static async Task<IResult> Ask(HttpContext context, string services, KnownProblemReader known)
    {
        var visitor = PortalVisitor.Of(context);
        return await known.Find(visitor, services) is not { } problem ? PortalProblems.NoSuchPage(visitor)
            : problem.Mine is { } mine ? AlreadyTold(visitor, mine)
            : Scene(visitor, problem, FormValues.None) is { IsStopped: false, Bars: null } scene
                ? Page(scene, problem, [])
            : SeeOther.To(PortalAddresses.Report(visitor.Desk));
    }

    private static async Task<IResult> Join(
        HttpContext context,
        string services,
        KnownProblemReader known,
        ReportDesk reports
    )
    {
        var visitor = PortalVisitor.Of(context);
        var sent = await FormValues.Of(context);
        if (await reports.Sent(visitor, sent.Text("token")) is { } before)
        {
            return SeeOther.To(before);
        }
        if (await known.Find(visitor, services) is not { } problem)
        {
            return PortalProblems.NoSuchPage(visitor);
        }
        if (problem.Mine is { } mine)
        {
            return AlreadyTold(visitor, mine);
        }
        var scene = Scene(visitor, problem, sent);
        var fields = Fields(scene);
        if ((sent.Fault(fields) ?? ReportFields.Wrong(visitor.Visit.Guide, fields)) is { } fault)
        {
            return Page(scene, problem, [fault]);
        }
        return await reports.Join(visitor, scene, problem.Reference, sent.Text("token")) switch
        {
            DeskAnswer.Done done => SeeOther.To(PortalAddresses.Sent(visitor.Desk, done.Case.State.Reference.Text)),
            DeskAnswer.Answered answered => SeeOther.To(answered.Answer.Body),
            var refused => Page(scene, problem, ReportDesk.Errors(refused, visitor)),
        };
    }

    // However often somebody asks for it, they have one case of it.
    private static IResult AlreadyTold(PortalVisitor visitor, CaseReference mine) =>
        SeeOther.To(PortalAddresses.Case(visitor.Desk, mine.Text), "You get the updates on this already, on this case");

    private static RazorComponentResult<KnownPage> Page(
        CallScene scene,
        KnownProblem problem,
        IReadOnlyList<ErrorView> errors
    )
    {
        var visitor = PortalVisitor.Of(scene.Visit.Context);
        var shown = problem.View(visitor);
        var view = new KnownView(PortalFrames.Of(visitor), shown.Href!, shown)
        {
            Back = PortalAddresses.Report(visitor.Desk),
            Fields = Fields(scene),
            Errors = errors,
        };
        return new RazorComponentResult<KnownPage>(new { View = view })
        {
            StatusCode = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }

    // What somebody says of a problem that is known: nobody has to describe it again.
    private static CallScene Scene(PortalVisitor visitor, KnownProblem problem, FormValues sent)
    {
        var answers = sent
            .Names.Where(one => one.StartsWith(CallForm.Answer, StringComparison.Ordinal))
            .ToDictionary(one => one, one => new StringValues([.. sent.All(one)]));
        answers["services"] = new StringValues([.. problem.Services.Select(service => service.Id)]);
        var form = new CallForm(new FormValues(answers)).With(
            (ReportFields.Kind, CaseKind.Fault),
            ("subject", $"{problem.Name}: a known problem")
        );
        return ReportDesk.Scene(visitor, form);
    }

    // Only what decides on the priority: the rest is known.
    private static IReadOnlyList<FieldView> Fields(CallScene scene)
    {
        var asked = scene
            .Guide.PriorityRules.SelectMany(rule => rule.When.Whole())
            .OfType<When.Answered>()
            .Select(when => when.Question)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. scene
                .Guide.Intake.Questions.Where(question =>
                    question.Required == Need.Required
                    && asked.Contains(question.Id)
                    && IntakeCheck.IsAbout(question, CaseKind.Fault)
                )
                .Select(question => ReportFields.Of(question, scene)),
        ];
    }
}
