using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Server.Api.Problems;
using Rung.Server.Hosting;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Accounts;

/// <summary>What somebody is told who is not let past: problems for programs, pages for people.</summary>
internal static class GateAnswers
{
    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    /// <summary>Whether a program is meant to ask here.</summary>
    public static bool IsForPrograms(HttpContext context) =>
        IsApi(context)
        || context.Request.Path.StartsWithSegments("/openapi")
        || LiveEndpoint.Serves(context.Request.Path);

    public static IResult NotSignedIn(HttpContext context)
    {
        if (IsForPrograms(context))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Refusing.Because(
                ProblemKind.NotSignedIn,
                "Send a token that an administrator made: Authorization: Bearer rung_…; the verbs of rung take it from RUNG_TOKEN. One that was revoked or has expired counts as none."
            );
        }
        return HttpMethods.IsGet(context.Request.Method)
            ? Results.Redirect(Addresses.SignIn(context.Request.Path + context.Request.QueryString))
            : SignedOut();
    }

    public static IResult HeaderNotBelieved(HttpContext context, string header)
    {
        const string What =
            "Who acts is not said here: it is whoever is signed in, or the token's program. Leave this header out.";
        return IsForPrograms(context)
            ? Refusing.Because(ProblemKind.ActorNotBelieved, header, What)
            : ProblemPages.Page(new ProblemView(400, "The request cannot be understood", $"{header}: {What}"));
    }

    public static IResult OnlyReads(HttpContext context)
    {
        const string What = "An auditor reads and changes nothing.";
        return IsApi(context)
            ? Refusing.Because(ProblemKind.Of(RefusalCode.RoleNotAllowed), What)
            : ProblemPages.Page(new ProblemView(403, "This was not done", What));
    }

    public static IResult NotFromOurPage() =>
        Refusing.Because(
            ProblemKind.ActorNotBelieved,
            "A browser's session changes nothing here without the form token of a page of ours. Programs use a token: Authorization: Bearer rung_…."
        );

    public static RazorComponentResult<ProblemPage> NoSuchPage() => ProblemPages.NoSuchPage();

    // What was typed is still in the browser's form: it is worth more than a redirection.
    private static RazorComponentResult<ProblemPage> SignedOut() =>
        ProblemPages.Page(
            new ProblemView(
                401,
                "You are not signed in any more",
                "Nothing was done. Sign in in another window, then go back to the form and send it again; what was typed is still in it."
            )
            {
                BackLabel = "Sign in",
                BackHref = Addresses.SignIn("/"),
            }
        );
}
