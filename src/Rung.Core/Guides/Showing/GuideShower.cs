namespace Rung.Core.Guides.Showing;

/// <summary>
/// Puts a guide in the order in which a person reads it: document control, then each paragraph with the data that cites it.
/// Pure; every datum of the guide appears once. ESS-03, ESS-75.
/// </summary>
public static class GuideShower
{
    private static readonly Func<Guide, IEnumerable<Placed>>[] Parts =
    [
        ContactPart.Of,
        PeoplePart.Of,
        HoursPart.Of,
        IntakePart.Of,
        PriorityPart.Of,
        TargetPart.Of,
        LifePart.Of,
        CallPart.Of,
        OutcomePart.Of,
        EscalationPart.Of,
        ComplaintPart.Of,
        RetentionPart.Of,
        UndertakingPart.Of,
        MessagePart.Of,
    ];

    /// <param name="notEnforced">Sentences on parts that are shown and not enforced yet; empty: no such chapter.</param>
    public static ShownGuide Show(Guide guide, IReadOnlyList<string> notEnforced)
    {
        var placed = Parts.SelectMany(part => part(guide)).ToLookup(one => one.Under, StringComparer.Ordinal);
        var known = guide.Paragraphs.Select(paragraph => paragraph.Id).ToHashSet(StringComparer.Ordinal);
        var others = placed.Where(group => !known.Contains(group.Key)).Select(Other);
        Section?[] last = [MessagePart.InFull(guide), ReadingPart.Of(guide), NotEnforced(notEnforced)];
        return new ShownGuide(
            guide.Document.Title,
            guide.Document.Subtitle,
            guide.Document.Provider,
            [
                DocumentControlPart.Of(guide.Document),
                .. guide.Paragraphs.Select(paragraph => Under(paragraph, placed[paragraph.Id])),
                .. others,
                .. last.OfType<Section>(),
            ]
        );
    }

    private static Section Under(Paragraph paragraph, IEnumerable<Placed> placed) =>
        new(
            paragraph.Id,
            paragraph.Title,
            paragraph.Level,
            [.. ParagraphText.Blocks(paragraph.Text), .. Joined(placed.Select(one => one.Block))]
        );

    // Definitions that follow each other are one list to the reader.
    private static List<Block> Joined(IEnumerable<Block> blocks)
    {
        var joined = new List<Block>();
        foreach (var block in blocks)
        {
            if (block is Block.Definitions next && joined.LastOrDefault() is Block.Definitions last)
            {
                joined[^1] = new Block.Definitions([.. last.Items, .. next.Items]);
            }
            else
            {
                joined.Add(block is Block.Table table ? table.WithoutEmptyColumns() : block);
            }
        }
        return joined;
    }

    private static Section Other(IGrouping<string, Placed> group) =>
        new(group.Key, group.First().Otherwise ?? group.Key, 1, Joined(group.Select(one => one.Block)));

    private static Section? NotEnforced(IReadOnlyList<string> sentences) =>
        sentences.Count == 0
            ? null
            : new Section(
                "not-enforced",
                "Not enforced yet",
                1,
                [new Block.Points([.. sentences.Select(Phrase.Sentence)])]
            );
}
