using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Accounts;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Accounts;

/// <summary>What somebody sees to themselves: their password and where they are signed in.</summary>
internal static class OwnAccountEndpoints
{
    private const string Password = $"{Addresses.Account}/password";
    private const string Sessions = $"{Addresses.Account}/sessions";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Account, Show);
        pages.MapPost(Password, ChangePassword);
        pages.MapPost(Sessions, EndOthers);
        CodeEndpoints.Map(pages);
        PasskeyEndpoints.Map(pages);
    }

    public static RazorComponentResult<OwnAccountPage> Page(OwnAccountView view) =>
        new(new { View = view })
        {
            StatusCode = view.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };

    private static async Task<IResult> Show(HttpContext context, OwnAccount own) => Page(await own.View(context));

    private static async Task<IResult> ChangePassword(HttpContext context, OwnAccount own, AccountDesk accounts)
    {
        await context.Request.ReadFormAsync();
        var session = SignedIn.SessionOf(context);
        var (now, next) = (EntryEndpoints.Raw(context, "now"), EntryEndpoints.Raw(context, "password"));
        var faults = await accounts.ChangePassword(context, session.Account, now, next);
        return faults.All(one => one.Fault is null)
            ? SeeOther.To(Addresses.Account, "Your password is changed; you are signed out everywhere else")
            : Page(await own.View(context, faults));
    }

    private static async Task<IResult> EndOthers(HttpContext context, AccountDesk accounts)
    {
        var session = SignedIn.SessionOf(context);
        await accounts.EndSessions(session.Account.Id, session.Hash);
        return SeeOther.To(Addresses.Account, "You are signed out everywhere else");
    }
}
