using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Accounts;
using Rung.Server.Accounts.Issuers;
using Rung.Server.Limits;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Portal;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Accounts;

/// <summary>Signing in at an issuer, by links: a form would not be let there by our own pages' policy.</summary>
internal static class IssuerEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        var issuers = pages.MapGroup(IssuerDoor.Path).WithMetadata(Limit.Entry);
        issuers.MapGet("/{id}", Begin);
        issuers.MapGet("/{id}/done", End);
        issuers.MapGet("/{id}/leave", Leave);
    }

    public static IResult Answer(Issuer issuer, IssuerAnswer answer, string next) =>
        answer switch
        {
            IssuerAnswer.Done => SeeOther.To(Within(issuer, next)),
            IssuerAnswer.Unknown => Refused(
                issuer,
                issuer.Desk is null
                    ? $"{issuer.Name} has signed you in, and nobody here goes by what it says of you. Ask an administrator of this desk for an account with your address there."
                    : $"{issuer.Name} has signed you in, and nobody whom your organisation has named to us goes by what it says of you. Ask for a link by mail, or ring us."
            ),
            IssuerAnswer.SomebodyElses => Refused(
                issuer,
                $"Somebody else at {issuer.Name} came in here with your address before. Ask the desk to look into it."
            ),
            IssuerAnswer.Several => Refused(
                issuer,
                "Several people have your address. Ask for a link by mail: there you say who you are."
            ),
            IssuerAnswer.Failed => Refused(
                issuer,
                $"{issuer.Name} did not sign you in, or it took too long, or it began in another browser. Begin again."
            ),
            _ => throw new NotSupportedException($"No answer for {answer.GetType().Name}."),
        };

    /// <summary>After signing out here: where one came in by an issuer, the page says that one is signed in there still.</summary>
    public static IResult Left(HttpContext context, string signIn) =>
        SeeOther.To(
            IssuerCookie.Take(context) is { } issuer ? $"{signIn}?{IssuerDoor.LeftPart}={issuer.Id}" : signIn,
            "You are signed out"
        );

    private static async Task<IResult> Begin(HttpContext context, string id, IssuerDoor door) =>
        door.Find(id) is not { } issuer ? GateAnswers.NoSuchPage()
        : await IssuerDoor.Begin(context, issuer, Within(issuer, context.Request.Query["return"])) ? Results.Empty
        : Unreachable(issuer);

    private static async Task<IResult> End(HttpContext context, string id, IssuerDoor door) =>
        door.Find(id) is { } issuer && await IssuerDoor.End(context, issuer) ? Results.Empty : GateAnswers.NoSuchPage();

    private static async Task<IResult> Leave(HttpContext context, string id, IssuerDoor door) =>
        door.Find(id) is not { } issuer ? GateAnswers.NoSuchPage()
        : await door.SignOutAddress(issuer, context.RequestAborted) is { } address ? Results.Redirect(address)
        : Unreachable(issuer);

    private static RazorComponentResult<ProblemPage> Unreachable(Issuer issuer) =>
        ProblemPages.Page(
            new ProblemView(
                503,
                $"{issuer.Name} cannot be reached just now",
                "Nothing is wrong with you or your address. Sign in another way, or try again in a while."
            )
            {
                BackLabel = "Sign in another way",
                BackHref = SignIn(issuer),
            }
        );

    private static RazorComponentResult<ProblemPage> Refused(Issuer issuer, string why) =>
        ProblemPages.Page(
            new ProblemView(403, "You are not signed in", why)
            {
                BackLabel = "Sign in another way",
                BackHref = SignIn(issuer),
            }
        );

    private static string SignIn(Issuer issuer) =>
        issuer.Desk is { } desk ? PortalAddresses.SignIn(desk) : Addresses.SignIn("/");

    // Contacts go on at their desk's portal, and nowhere else.
    private static string Within(Issuer issuer, string? wanted)
    {
        var next = Addresses.Local(wanted);
        return issuer.Desk is { } desk ? PortalAddresses.Within(desk, next) : next;
    }
}
