using Rung.Core.Evidence;
using Rung.Server.Api.Json;
using Rung.Server.Desk;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Evidence;

internal static class EvidenceEndpoints
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/{desk}/cases/{reference}/evidence", Show);

    private static async Task<IResult> Show(
        HttpContext context,
        string reference,
        FrameMaker frames,
        CaseReader reader,
        EvidenceDesk evidence
    )
    {
        var visit = frames.Visit(context);
        if (await reader.Find(visit, reference) is not { } found)
        {
            return ProblemPages.NoSuchCase(reference, visit.Desk);
        }
        var edition = Choice.Parse<EvidenceEdition>(visit.Query("edition") ?? "") ?? EvidenceEdition.Customer;
        return await EvidenceFile.Of(await evidence.Of(found, edition), found.State.Reference.Text);
    }
}
