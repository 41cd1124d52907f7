using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Portal;

/// <summary>What a customer is told who asks for what is not there, or not theirs: the same for both.</summary>
internal static class PortalProblems
{
    public static RazorComponentResult<ProblemPage> NoSuchCase(PortalVisitor visitor, string reference) =>
        ProblemPages.Page(
            new ProblemView(
                404,
                "There is no such case",
                $"You have no case with the reference {reference}. Your cases are all in the list."
            )
            {
                BackLabel = visitor.Only is null ? "Your cases" : visitor.Start.Label,
                BackHref = visitor.Only is null ? PortalAddresses.Cases(visitor.Desk) : visitor.Start.Href,
            }
        );

    public static RazorComponentResult<ProblemPage> NoSuchPage(PortalVisitor visitor) =>
        ProblemPages.Page(
            new ProblemView(404, "There is no such page", "The address may be mistyped, or the page is gone.")
            {
                BackLabel = visitor.Start.Label,
                BackHref = visitor.Start.Href,
            }
        );

    /// <summary>Of somebody whose session ended while they wrote. What was typed is still in the browser's form.</summary>
    public static RazorComponentResult<ProblemPage> SignedOut(string desk) =>
        ProblemPages.Page(
            new ProblemView(
                401,
                "You are not signed in any more",
                "Nothing was sent. Sign in in another window, then go back to the form and send it again; what was typed is still in it."
            )
            {
                BackLabel = "Sign in",
                BackHref = PortalAddresses.SignIn(desk),
            }
        );

    /// <summary>Of somebody who came by a link of one case, and asks for something else.</summary>
    public static RazorComponentResult<ProblemPage> OneCaseOnly(PortalVisitor visitor) =>
        ProblemPages.Page(
            new ProblemView(
                404,
                "Your link opens one case",
                "Everything else of the portal is there for whoever signs in. To report something else, ring or write to us."
            )
            {
                BackLabel = visitor.Start.Label,
                BackHref = visitor.Start.Href,
            }
        );
}
