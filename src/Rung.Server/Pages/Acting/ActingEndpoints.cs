using Rung.Server.Desk;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Acting;

/// <summary>The start page, and the choice of who acts.</summary>
internal static class ActingEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", (DeskRegister desks) => Results.Redirect(Addresses.Queue(desks.Active[0].Document.Id)));
        pages.MapPost("/acting", Choose);
    }

    private static async Task<IResult> Choose(HttpContext context, CancellationToken gone)
    {
        var form = await context.Request.ReadFormAsync(gone);
        ActingCookie.Write(context, form["acting"].ToString());
        return SeeOther.To(Addresses.Local(form["return"]));
    }
}
