using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides.Showing;
using Rung.Core.Promises;

namespace Rung.Core.Evidence;

/// <summary>The reason for outage, or how it stands with it. ESS-76, SMC-30.</summary>
internal static class OutagePart
{
    public static EvidenceSection Of(EvidenceOf of, CitedParagraphs cited)
    {
        cited.Heading(of.Guide.Rfo?.Cite);
        return new EvidenceSection("rfo", "Reason for outage", [.. Blocks(of)]);
    }

    private static IEnumerable<Block> Blocks(EvidenceOf of)
    {
        var written = of.Events.OfType<RfoWritten>().OrderBy(one => one.At).ToList();
        foreach (var one in written)
        {
            yield return new Block.Heading(Heading(of, one));
            yield return new Block.Paragraph(one.Text);
        }
        if (written.Count == 0)
        {
            yield return new Block.Paragraph(Missing(of));
        }
    }

    private static string Heading(EvidenceOf of, RfoWritten one)
    {
        var incident = one.Of is { } other && of.IsInternal ? $", on incident {other}" : "";
        var approved = one.ApprovedBy is { } by ? $", approved by {by}" : "";
        return $"{of.Times.Line(one.At)}, {one.By.Name}{approved}{incident}";
    }

    private static string Missing(EvidenceOf of) =>
        of.Promises.LastOrDefault(entry =>
            entry is { Kind: PromiseKind.ReasonForOutage, State: not PromiseState.NotOwed }
        )
            is { Due: { } due } owed
            ? $"Not written yet: {owed.Owner.Name} owes it by {of.Times.Line(due)}."
        : of.State.Escalations.Any(one => one.Ended?.Rfo == RfoState.NotNeeded) ? "None was needed."
        : "None is owed so far.";
}
