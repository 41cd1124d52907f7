using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Guides.Showing;
using Rung.Core.Promises;

namespace Rung.Core.Evidence;

/// <summary>What was promised by when, by whom, and what became of it. SMC-13, SMC-32.</summary>
internal static class KeptPart
{
    public static EvidenceSection Of(EvidenceOf of, CitedParagraphs cited)
    {
        var entries = of.Promises.Where(entry => of.IsInternal || entry.IsToCustomer).ToList();
        Block[] blocks =
            entries.Count == 0
                ? [new Block.Paragraph("Nothing was promised by a time.")]
                :
                [
                    new Block.Paragraph(Sum([.. entries.Where(entry => entry.PromisedOn is null)])),
                    new Block.Table(
                        null,
                        ["Due", "What", "How it came out", "Done", "Owed by", "To", "Guide"],
                        [.. entries.Select(entry => Row(of, entry, cited))]
                    ),
                ];
        return new EvidenceSection("promises", "What was promised", blocks);
    }

    /// <summary>"Kept", "late", … with nothing in capitals.</summary>
    public static string Word(PromiseState state) =>
        state switch
        {
            PromiseState.Open => "open",
            PromiseState.Kept => "kept",
            PromiseState.Late => "late",
            PromiseState.Missed => "missed",
            PromiseState.NotOwed => "no longer owed",
            _ => throw new NotSupportedException($"No word for {state}."),
        };

    /// <summary>"3 kept, 1 late, 2 open."</summary>
    public static string Counts(IEnumerable<PromiseState> states)
    {
        var counts = states
            .GroupBy(state => state)
            .OrderBy(group => Array.IndexOf(Order, group.Key))
            .Select(group => $"{group.Count()} {Word(group.Key)}");
        return $"{string.Join(", ", counts)}.";
    }

    private static readonly PromiseState[] Order =
    [
        PromiseState.Kept,
        PromiseState.Late,
        PromiseState.Missed,
        PromiseState.Open,
        PromiseState.NotOwed,
    ];

    private static string Sum(List<PromiseEntry> entries) =>
        $"{Counts(entries.Select(entry => entry.State))} Late and missed both count as missed.";

    private static string[] Row(EvidenceOf of, PromiseEntry entry, CitedParagraphs cited)
    {
        var aim = entry.Firmness == Firmness.Aim ? " (an aim, not promised)" : "";
        var on = entry.PromisedOn is { } lead ? $", promised on {lead}" : "";
        var by = entry.KeptBy is { } who ? $"\nby {who}" : "";
        return
        [
            entry.Due is { } due ? of.Times.Of(due) : $"not known while paused",
            $"{entry.Name}{on}{aim}",
            Word(entry.State),
            entry.KeptAt is { } at ? of.Times.Of(at) + by : "",
            entry.Owner.Name,
            entry.To,
            cited.Heading(entry.Cite),
        ];
    }
}
