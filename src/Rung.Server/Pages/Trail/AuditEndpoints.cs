using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Accounts;
using Rung.Server.Audit;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Trail;

/// <summary>The audit trail for those who may read it: looked through, kept as a sheet, verified. All of that is itself in it. S69</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Audit, Show).WithMetadata(Look.Mark);
        pages.MapGet(Addresses.AuditExport, Sheet).WithMetadata(Export.Mark);
        pages.MapGet(Addresses.AuditProof, Verify).WithMetadata(Look.Mark);
    }

    private static async Task<IResult> Show(HttpContext context, TrailReader reader)
    {
        AuditTrail.Detail(context, reader.Ask(context).Area.Name);
        var view = await reader.Page(context);
        return new RazorComponentResult<TrailPage>(new { View = view }) { StatusCode = Status(view.Errors.Count) };
    }

    private static async Task<IResult> Verify(HttpContext context, TrailProof proof)
    {
        var view = await proof.Of(context);
        return new RazorComponentResult<TrailProofPage>(new { View = view }) { StatusCode = Status(view.Errors.Count) };
    }

    private static IResult Sheet(HttpContext context, TrailReader reader)
    {
        var asked = reader.Ask(context);
        if (asked.Fault is not null)
        {
            return Results.Redirect(asked.Here);
        }
        AuditTrail.Detail(context, asked.Area.Name);
        var parts = reader.Sheet(SignedIn.Of(context)!, asked);
        return Results.Stream(stream => TrailCsv.Write(stream, parts), "text/csv; charset=utf-8", "audit-trail.csv");
    }

    private static int Status(int errors) =>
        errors > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}
