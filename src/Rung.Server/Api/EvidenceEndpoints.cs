using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Core.Evidence;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Server.Pages.Evidence;

namespace Rung.Server.Api;

/// <summary>The evidence pack of a case: for the call between executives, beside a reason for outage.</summary>
internal static class EvidenceEndpoints
{
    public static void Map(RouteGroupBuilder one) =>
        one.MapGet("/evidence", Pack)
            .WithTags("Cases")
            .WithName("evidence")
            .WithSummary(
                "What happened, its clocks, escalations and promises as one HTML file that loads nothing (SMC-35)"
            );

    private static async Task<Results<EvidenceFile, ProblemAnswer>> Pack(
        AtCase at,
        EditionQuery asked,
        ServiceDesk desk,
        EvidenceDesk evidence
    )
    {
        if (await desk.Look(at.Reference, at.Viewer) is not { } found)
        {
            return Refusing.Because(DeskRefusals.NoSuchCase(at.Reference.Text), at.Guide);
        }
        if (found.Sight.IsCustomers && asked.Edition == EvidenceEdition.Internal)
        {
            return Refusing.Because(
                ProblemKind.Of(RefusalCode.RoleNotAllowed),
                "The internal edition stays inside the desk: ask for edition=customer."
            );
        }
        return await EvidenceFile.Of(await evidence.Of(found, asked.Edition), found.State.Reference.Text);
    }
}
