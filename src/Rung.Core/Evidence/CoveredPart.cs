using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides.Showing;

namespace Rung.Core.Evidence;

/// <summary>
/// One escalation over several cases of a customer: which cases it covers, and on the pack of one of these with which it is
/// escalated. Why it came to be so is said inside the desk. SMC-39.
/// </summary>
internal static class CoveredPart
{
    /// <returns>Null where the escalation is of its own case alone.</returns>
    public static Block.Table? Covers(EvidenceOf of, Escalation one) =>
        Table(
            of,
            "Cases that it covers as well",
            one.Covers.Select(covered => new Tie(covered.Reference, covered.Since)
            {
                Reason = covered.Reason,
                Until = covered.Until,
                Ended = covered.TakenOutBecause,
            })
        );

    /// <returns>Nothing where the case was never escalated with another.</returns>
    public static IEnumerable<EvidenceSection> Of(EvidenceOf of)
    {
        if (Table(of, null, Ties(of)) is { } table)
        {
            yield return new EvidenceSection(
                "escalated-with",
                "Escalated with another case",
                [
                    new Block.Paragraph("Levels, owner, plan and call-backs are in the evidence pack of that case."),
                    table,
                ]
            );
        }
    }

    private static IEnumerable<Tie> Ties(EvidenceOf of)
    {
        var happened = of.Events.OrderBy(one => one.At).ToList();
        foreach (var begun in happened.OfType<Linked>().Where(link => link.Kind == LinkKind.CoveredBy))
        {
            var end = happened
                .SkipWhile(one => !ReferenceEquals(one, begun))
                .OfType<Unlinked>()
                .FirstOrDefault(begun.IsUndoneBy);
            yield return new Tie(begun.Other, begun.At)
            {
                Reason = begun.Reason,
                Until = end?.At,
                Ended = end?.Reason,
            };
        }
    }

    private static Block.Table? Table(EvidenceOf of, string? caption, IEnumerable<Tie> ties)
    {
        var rows = ties.Where(tie => !of.Unseen.Contains(tie.Other)).Select(tie => Row(of, tie)).ToArray();
        return rows.Length == 0
            ? null
            : new Block.Table(caption, ["From", "Case", "Until", "Why", "How it ended"], rows).WithoutEmptyColumns();
    }

    private static string[] Row(EvidenceOf of, Tie tie) =>
        [
            of.Times.Of(tie.Since),
            tie.Other.Text,
            tie.Until is { } until ? of.Times.Of(until) : "it still is",
            of.IsInternal ? tie.Reason ?? "" : "",
            of.IsInternal ? tie.Ended ?? "" : "",
        ];

    private sealed record Tie(CaseReference Other, Instant Since)
    {
        public string? Reason { get; init; }
        public Instant? Until { get; init; }
        public string? Ended { get; init; }
    }
}
