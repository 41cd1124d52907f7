using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Portal.Cases;

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
}
