using Rung.Core.Clocks;
using Rung.Core.Guides.Showing;
using Rung.Core.Wording;

namespace Rung.Core.Evidence;

/// <summary>The clocks, each with the ledger that its due follows from.</summary>
internal static class ClockPart
{
    public static EvidenceSection Of(EvidenceOf of, CitedParagraphs cited)
    {
        var ledgers = LedgerWriter.Write(of.Guide, of.State, of.Now);
        Block[] blocks =
            ledgers.Count == 0
                ? [new Block.Paragraph("No clock runs on it.")]
                :
                [
                    .. ledgers.SelectMany(ledger => Blocks(of, ledger, cited)),
                    new Block.Paragraph($"Reckoned with {of.State.Closed?.ClockData ?? ClockData.Version(of.Guide)}."),
                ];
        return new EvidenceSection("clocks", "The clocks", blocks);
    }

    private static IEnumerable<Block> Blocks(EvidenceOf of, Ledger ledger, CitedParagraphs cited)
    {
        var name = ledger.Reading.Target.Name;
        cited.Heading(ledger.Reading.Target.Cite);
        yield return new Block.Heading(name);
        yield return new Block.Paragraph(LedgerText.Sentence(of.Guide, of.State, ledger));
        if (ledger.Segments.Count > 0)
        {
            yield return new Block.Table(
                $"Ledger of “{name}”",
                ["From", "To", "What", "Amount", "Why", "Guide"],
                [.. Rows(of, ledger, cited)]
            );
            yield return new Block.Paragraph($"In sum {LedgerText.Sums(of.Guide, ledger)}.");
        }
    }

    private static IEnumerable<string[]> Rows(EvidenceOf of, Ledger ledger, CitedParagraphs cited) =>
        LedgerSheet
            .Of(ledger, of.Guide.DeskCalendar.Zone)
            .Rows.Zip(
                ledger.Segments,
                (row, segment) => new[] { row.From, row.To, row.What, row.Amount, row.Why, cited.Heading(segment.Cite) }
            );
}
