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
    private static readonly ErrorView ChangedElsewhere = new(
        "Your answers were changed in another window. Look at them as they are now, and send them then."
    );

    /// <summary>A question of one of the reports that somebody has begun.</summary>
    internal sealed record AskedStep(string Report, string Step);

    public static void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("/report", Start);
        portal.MapPost("/report", Begin);
        portal.MapGet("/report/sent/{reference}", Sent);
        portal.MapGet("/report/{report}/check", Check);
        portal.MapPost("/report/{report}/check", Send);
        portal.MapGet("/report/{report}/{step}", Ask);
        portal.MapPost("/report/{report}/{step}", Answer);
    }

    private static async Task<IResult> Start(HttpContext context, ReportDesk reports, KnownProblemReader known)
    {
        var visitor = PortalVisitor.Of(context);
        var view = ReportMaker.Start(visitor, await reports.Begun(visitor), await known.Of(visitor));
        return new RazorComponentResult<ReportStartPage>(new { View = view });
    }

    private static async Task<IResult> Begin(HttpContext context, ReportDesk reports)
    {
        var visitor = PortalVisitor.Of(context);
        if (
            ReportForm.Begun(await FormValues.Of(context), visitor.Visit.Now) is not { } form
            || ReportDesk.Scene(visitor, form) is not { IsStopped: false, Bars: null } scene
            || ReportSteps.Of(visitor, scene).All is not [var first, ..]
        )
        {
            return SeeOther.To(PortalAddresses.Report(visitor.Desk));
        }
        await reports.Keep(visitor, form);
        return SeeOther.To(PortalAddresses.ReportStep(visitor.Desk, ReportForm.Id(form), first.Id));
    }

    private static async Task<IResult> Ask(HttpContext context, string report, string step, ReportDesk reports)
    {
        var visitor = PortalVisitor.Of(context);
        return await reports.Find(visitor, report) is { } scene ? Page(visitor, scene, step, []) : NotThere(visitor);
    }

    private static async Task<IResult> Answer(
        HttpContext context,
        [AsParameters] AskedStep at,
        ReportDesk reports,
        HelpArticles help
    )
    {
        var (visitor, report, step) = (PortalVisitor.Of(context), at.Report, at.Step);
        if (await reports.Find(visitor, report) is not { } scene)
        {
            return NotThere(visitor);
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
        var next = ReportMaker.After(visitor, answered, step, isChange);
        var isLast = next == PortalAddresses.ReportCheck(visitor.Desk, report) && !isChange;
        return SeeOther.To(
            isLast && await help.Fitting(visitor, answered) is { Count: > 0 }
                ? PortalAddresses.MayHelp(visitor.Desk, report)
                : next
        );
    }

    private static async Task<IResult> Check(HttpContext context, string report, ReportDesk reports)
    {
        var visitor = PortalVisitor.Of(context);
        return await reports.Find(visitor, report) is not { } scene ? NotThere(visitor)
            : FirstOpen(visitor, scene) is { } open ? SeeOther.To(open)
            : Page(ReportMaker.Check(visitor, scene, []));
    }

    private static async Task<IResult> Send(HttpContext context, string report, ReportDesk reports)
    {
        var visitor = PortalVisitor.Of(context);
        var sent = await FormValues.Of(context);
        if (await reports.Sent(visitor, sent.Text("token")) is { } before)
        {
            return SeeOther.To(before);
        }
        if (await reports.Find(visitor, report) is not { } kept)
        {
            return NotThere(visitor);
        }
        var further = ReportSteps.Of(visitor, kept).Further;
        var scene = ReportDesk.Scene(visitor, ReportForm.With(kept.Form, further, sent));
        await reports.Keep(visitor, scene.Form);
        if (FirstOpen(visitor, scene) is { } open)
        {
            return SeeOther.To(open);
        }
        var fault =
            sent.Text(ReportCheckView.SeenName) == ReportForm.Seen(kept.Form) ? sent.Fault(further) : ChangedElsewhere;
        if (fault is not null)
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

    private static string? FirstOpen(PortalVisitor visitor, CallScene scene) =>
        ReportSteps.Of(visitor, scene).FirstOpen is { } open
            ? PortalAddresses.ReportStep(visitor.Desk, ReportForm.Id(scene.Form), open.Id)
            : null;

    // It was sent in another window, or is a month old.
    private static IResult NotThere(PortalVisitor visitor) =>
        SeeOther.To(
            PortalAddresses.Report(visitor.Desk),
            "That report is not being written any more. If it was sent, it is among your cases"
        );

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
