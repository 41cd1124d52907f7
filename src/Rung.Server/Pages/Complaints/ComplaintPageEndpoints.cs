using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Desk;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Complaints;

internal static class ComplaintPageEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}/complaints", List);
        pages.MapGet("/{desk}/complaints/new", New);
        pages.MapPost("/{desk}/complaints/new", Send);
        pages.MapGet("/{desk}/cases/{reference}/papers/{hash}", Paper);
    }

    public static RazorComponentResult<ComplaintFormPage> Page(
        ComplaintFormView view,
        int status = StatusCodes.Status200OK
    ) => new(new { View = view }) { StatusCode = status };

    private static async Task<IResult> List(HttpContext context, ComplaintPages pages)
    {
        var visit = pages.Frames.Visit(context);
        return visit.Guide.Complaints is null
            ? ProblemPages.NoSuchPage()
            : new RazorComponentResult<ComplaintsPage>(new { View = await pages.List(visit) });
    }

    private static async Task<IResult> New(HttpContext context, ComplaintPages pages)
    {
        var visit = pages.Frames.Visit(context);
        return visit.Guide.Complaints is null
            ? ProblemPages.NoSuchPage()
            : Page(await pages.Form(visit, visit.Query("q") ?? "", null, []));
    }

    private static async Task<IResult> Send(HttpContext context, ComplaintPages pages)
    {
        var visit = pages.Frames.Visit(context);
        return visit.Guide.Complaints is null ? ProblemPages.NoSuchPage() : await pages.Send(visit, context);
    }

    private static async Task<IResult> Paper(
        HttpContext context,
        string reference,
        string hash,
        ComplaintPages pages,
        CaseReader cases
    )
    {
        var visit = pages.Frames.Visit(context);
        if (
            await cases.Find(visit, reference) is not { } found
            || await pages.Database.Complaints.Paper(found.Id, hash) is not { } bytes
        )
        {
            return ProblemPages.NoSuchPage();
        }
        return KeptFile.Of(context, bytes, PaperNames.Of(found, hash));
    }
}
