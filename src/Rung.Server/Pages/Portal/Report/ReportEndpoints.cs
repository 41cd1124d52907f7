using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Desk;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Portal.Articles;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>Reporting: one question a page, all answers once more, sent.</summary>
internal static class ReportEndpoints
{
    public static void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("/report", Start);
        portal.MapPost("/report", Begin);
        portal.MapGet("/report/check", Check);
        portal.MapPost("/report/check", Send);
        portal.MapGet("/report/sent/{reference}", Sent);
        portal.MapGet("/report/{step}", Ask);
        portal.MapPost("/report/{step}", Answer);
    }

    private static async Task<IResult> Start(HttpContext context, ReportDesk reports, KnownProblemReader known)
    {
        var visitor = PortalVisitor.Of(context);
        var view = ReportMaker.Start(visitor, await reports.Find(visitor), await known.Of(visitor));
        return new RazorComponentResult<ReportStartPage>(new { View = view });
    }

    private static async Task<IResult> Begin(HttpContext context, ReportDesk reports)
    {
        var visitor = PortalVisitor.Of(context);
        var form = ReportForm.Begun(await FormValues.Of(context), visitor.Visit.Now);
        var scene = ReportDesk.Scene(visitor, form);
        if (scene.IsStopped || ReportSteps.Of(visitor, scene).All is not [var first, ..])
        {
            return SeeOther.To(PortalAddresses.Report(visitor.Desk));
        }
        await reports.Keep(visitor, form);
        return SeeOther.To(PortalAddresses.ReportStep(visitor.Desk, first.Id));
    }

    private static async Task<IResult> Ask(HttpContext context, string step, ReportDesk reports)
    {
        var visitor = PortalVisitor.Of(context);
        return await reports.Find(visitor) is { } scene
            ? Page(visitor, scene, step, [])
            : SeeOther.To(PortalAddresses.Report(visitor.Desk));
    }

    private static async Task<IResult> Answer(HttpContext context, string step, ReportDesk reports, HelpArticles help)
    {
        var visitor = PortalVisitor.Of(context);
        if (await reports.Find(visitor) is not { } scene)
        {
            return SeeOther.To(PortalAddresses.Report(visitor.Desk));
        }
        if (ReportSteps.Of(visitor, scene).Find(step) is not { } asked)
        {
            return PortalProblems.NoSuchPage(visitor);
        }
        var sent = await FormValues.Of(context);
        var answered = ReportDesk.Scene(visitor, ReportForm.With(scene.Form, asked.Fields, sent));
        var steps = ReportSteps.Of(visitor, answered);
        var fault = sent.Fault(asked.Fields) ?? ReportFields.Wrong(visitor.Visit.Guide, steps.Find(step)!.Fields);
        if (fault is not null)
        {
            return Page(visitor, answered, step, [fault]);
        }
        await reports.Keep(visitor, answered.Form);
        var isChange = sent.Text("change").Length > 0;
        var next = ReportMaker.After(visitor, steps, step, isChange);
        var isLast = next == PortalAddresses.ReportCheck(visitor.Desk) && !isChange;
        return SeeOther.To(
            isLast && await help.Fitting(visitor, answered) is { Count: > 0 }
                ? PortalAddresses.MayHelp(visitor.Desk)
                : next
        );
    }

    private static async Task<IResult> Check(HttpContext context, ReportDesk reports)
    {
        var visitor = PortalVisitor.Of(context);
        return await reports.Find(visitor) is not { } scene ? SeeOther.To(PortalAddresses.Report(visitor.Desk))
            : ReportSteps.Of(visitor, scene).FirstOpen is { } open
                ? SeeOther.To(PortalAddresses.ReportStep(visitor.Desk, open.Id))
            : Page(ReportMaker.Check(visitor, scene, []));
    }

    private static async Task<IResult> Send(HttpContext context, ReportDesk reports)
    {
        var visitor = PortalVisitor.Of(context);
        var sent = await FormValues.Of(context);
        if (await reports.Sent(visitor, sent.Text("token")) is { } before)
        {
            return SeeOther.To(before);
        }
        if (await reports.Find(visitor) is not { } kept)
        {
            return SeeOther.To(PortalAddresses.Report(visitor.Desk));
        }
        var further = ReportSteps.Of(visitor, kept).Further;
        var scene = ReportDesk.Scene(visitor, ReportForm.With(kept.Form, further, sent));
        await reports.Keep(visitor, scene.Form);
        if (ReportSteps.Of(visitor, scene).FirstOpen is { } open)
        {
            return SeeOther.To(PortalAddresses.ReportStep(visitor.Desk, open.Id));
        }
        if (sent.Fault(further) is { } fault)
        {
            return Page(ReportMaker.Check(visitor, scene, [fault]));
        }
        return await reports.Send(visitor, scene, await FormPapers.Of(context), sent.Text("token")) switch
        {
            DeskAnswer.Done done => SeeOther.To(PortalAddresses.Sent(visitor.Desk, done.Case.State.Reference.Text)),
            DeskAnswer.Answered answered => SeeOther.To(answered.Answer.Body),
            var refused => Page(ReportMaker.Check(visitor, scene, ReportDesk.Errors(refused, visitor))),
        };
    }

    private static async Task<IResult> Sent(HttpContext context, string reference, ReportDesk reports)
    {
        var visitor = PortalVisitor.Of(context);
        return await reports.Look(visitor, reference) is { } found
            ? new RazorComponentResult<ReportSentPage>(new { View = ReportMaker.Sent(visitor, found) })
            : PortalProblems.NoSuchPage(visitor);
    }

    private static IResult Page(PortalVisitor visitor, CallScene scene, string step, IReadOnlyList<ErrorView> errors) =>
        ReportMaker.Step(visitor, scene, step) is { } view
            ? new RazorComponentResult<ReportStepPage>(new { View = view with { Errors = errors } })
            {
                StatusCode = Status(errors),
            }
            : PortalProblems.NoSuchPage(visitor);

    private static RazorComponentResult<ReportCheckPage> Page(ReportCheckView view) =>
        new(new { View = view }) { StatusCode = Status(view.Errors) };

    private static int Status(IReadOnlyList<ErrorView> errors) =>
        errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}
