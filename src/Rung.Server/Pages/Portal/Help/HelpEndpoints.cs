using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Desk;
using Rung.Server.Pages.Complaints;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Portal.Report;

namespace Rung.Server.Pages.Portal.Help;

/// <summary>How to escalate, and a complaint by form.</summary>
internal static class HelpEndpoints
{
    public static void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("/escalate", Escalate);
        portal.MapGet("/complain", Ask);
        portal.MapPost("/complain", Send);
    }

    private static IResult Escalate(HttpContext context)
    {
        var visitor = PortalVisitor.Of(context);
        return visitor.Visit.Guide.Ladders.Count == 0
            ? PortalProblems.NoSuchPage(visitor)
            : new RazorComponentResult<EscalateHelpPage>(new { View = EscalateHelp.Of(visitor) });
    }

    private static IResult Ask(HttpContext context) => Page(PortalVisitor.Of(context), FormValues.None, []);

    private static async Task<IResult> Send(HttpContext context, ReportDesk desk)
    {
        var visitor = PortalVisitor.Of(context);
        var form = await FormValues.Of(context);
        if (form.Fault(ComplainForm.Fields(visitor.Visit.Guide)) is { } fault)
        {
            return Page(visitor, form, [fault]);
        }
        var (papers, contents) = await FormPapers.Of(context);
        var command = ComplainForm.Command(visitor, form, papers);
        return await desk.Complain(visitor, command, contents, form.Text("token")) switch
        {
            DeskAnswer.Done done => SeeOther.To(
                PortalAddresses.Case(visitor.Desk, done.Case.State.Reference.Text),
                $"We have your complaint. Its reference is {done.Case.State.Reference}"
            ),
            DeskAnswer.Answered answered => SeeOther.To(answered.Answer.Body),
            var refused => Page(visitor, form, ReportDesk.Errors(refused, visitor)),
        };
    }

    private static IResult Page(PortalVisitor visitor, FormValues form, IReadOnlyList<ErrorView> errors)
    {
        var guide = visitor.Visit.Guide;
        if (guide.Complaints is not { } process)
        {
            return PortalProblems.NoSuchPage(visitor);
        }
        var view = new ComplainView(PortalFrames.Of(visitor), PortalAddresses.Complain(visitor.Desk))
        {
            Fields = [.. ComplainForm.Fields(guide).Select(form.Fill)],
            Cite = CiteMaker.Of(guide, process.Cite),
            Errors = errors,
        };
        return new RazorComponentResult<ComplainPage>(new { View = view })
        {
            StatusCode = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }
}
