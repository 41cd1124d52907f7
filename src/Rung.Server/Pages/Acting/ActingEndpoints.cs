using Rung.Server.Accounts;
using Rung.Server.Api.Binding;
using Rung.Server.Desk;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Acting;

/// <summary>The start page, and the choice of who acts.</summary>
internal static class ActingEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", Begin);
        pages.MapPost("/acting", Choose);
    }

    // Whoever is at no desk sees what they have: their account.
    private static IResult Begin(HttpContext context, DeskRegister desks) =>
        Results.Redirect(
            AtDesk.Seen(context, desks) is [var first, ..] ? Addresses.Queue(first.Document.Id) : Addresses.Account
        );

    private static async Task<IResult> Choose(HttpContext context, IWhoActs acting, CancellationToken gone)
    {
        var form = await context.Request.ReadFormAsync(gone);
        await acting.Choose(context, form["acting"].ToString());
        return SeeOther.To(Addresses.Local(form["return"]));
    }
}
