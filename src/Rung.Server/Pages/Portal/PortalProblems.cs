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
                BackLabel = "Your cases",
                BackHref = PortalAddresses.Cases(visitor.Desk),
            }
        );

    public static RazorComponentResult<ProblemPage> NoSuchPage(PortalVisitor visitor) =>
        ProblemPages.Page(
            new ProblemView(404, "There is no such page", "The address may be mistyped, or the page is gone.")
            {
                BackLabel = "To the start",
                BackHref = PortalAddresses.Home(visitor.Desk),
            }
        );
}
