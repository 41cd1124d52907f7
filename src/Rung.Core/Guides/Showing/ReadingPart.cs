namespace Rung.Core.Guides.Showing;

/// <summary>What the source leaves open, and the reading taken.</summary>
internal static class ReadingPart
{
    /// <summary>Null when nothing is left open.</summary>
    public static Section? Of(Guide guide) =>
        guide.Readings.Count == 0
            ? null
            : new Section(
                "readings",
                "Questions left open, and how they are read here",
                1,
                [
                    new Block.Table(
                        null,
                        ["", "Question", "Read as", "In the file"],
                        [
                            .. guide.Readings.Select(
                                IReadOnlyList<string> (one) => [one.Id, one.Question, one.Taken, one.Field ?? ""]
                            ),
                        ]
                    ),
                ]
            );
}
