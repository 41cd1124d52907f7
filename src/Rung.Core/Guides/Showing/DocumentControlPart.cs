namespace Rung.Core.Guides.Showing;

/// <summary>Which version this is and how it came about. ESS-01, ESS-02, ESS-96.</summary>
internal static class DocumentControlPart
{
    public static Section Of(DocumentControl document) =>
        new("document-control", "Document control", 1, [.. Blocks(document)]);

    private static IEnumerable<Block> Blocks(DocumentControl document)
    {
        yield return new Block.Definitions([.. Facts(document)]);
        if (document.History.Count > 0)
        {
            yield return new Block.Table(
                "Versions",
                ["Version", "Date", "Revised by", "Changes", "Marked as changed"],
                [.. document.History.Select(Row)]
            );
        }
    }

    private static IEnumerable<Definition> Facts(DocumentControl document)
    {
        yield return new Definition("Provider", document.Provider);
        yield return new Definition(
            "Version",
            $"{document.Version}, {Status(document.Status)} from {Phrase.Date(document.EffectiveFrom)}"
        );
        if (document.Approvers.Count > 0)
        {
            yield return new Definition("Approved by", Phrase.And(document.Approvers));
        }
        if (document.Sources.Count > 0)
        {
            yield return new Definition("Made from", Phrase.And(document.Sources));
        }
    }

    private static string Status(GuideStatus status) =>
        status switch
        {
            GuideStatus.Draft => "draft, meant to be in force",
            GuideStatus.Approved => "approved, in force",
            GuideStatus.Active => "in force",
            GuideStatus.Superseded => "superseded; it was in force",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    private static IReadOnlyList<string> Row(ChangeLogEntry entry) =>
        [entry.Version, Phrase.Date(entry.Date), entry.Author, entry.Summary, entry.Marked ?? ""];
}
