namespace Rung.Core.Guides.Showing;

/// <summary>Urgency and ladders. ESS-79 to ESS-87, SMC-03 to SMC-41.</summary>
internal static class EscalationPart
{
    public static IEnumerable<Placed> Of(Guide guide)
    {
        var titles = new TitleWords(guide);
        if (guide.Urgency is { } urgency)
        {
            yield return new Placed(
                urgency.Cite,
                new Block.Definitions([
                    new("Granted by", Phrase.Or(urgency.By.Select(titles.Role))),
                    new("What we then tell you", urgency.Notice),
                ])
            );
        }
        foreach (var ladder in guide.Ladders)
        {
            yield return new Placed(
                ladder.Cite,
                new Block.Table(
                    ladder.Name,
                    ["Level", "Post", "Contact", "Does"],
                    [.. ladder.Levels.Select(level => Row(titles, level))]
                )
            );
            yield return new Placed(
                ladder.Cite,
                new Block.Definitions([
                    .. ladder.Levels.Select(level => Entries(guide, level)),
                    .. LadderWords.Rules(guide, ladder),
                ])
            );
            foreach (var placed in Reasons(ladder))
            {
                yield return placed;
            }
            if (ladder.CallBack is { } callBack)
            {
                yield return new Placed(callBack.Cite, new Block.Definitions(LadderWords.CallBack(guide, callBack)));
            }
        }
    }

    private static IReadOnlyList<string> Row(TitleWords titles, Level level) =>
        [
            level.Name.Contains($"{level.Number}", StringComparison.Ordinal)
                ? Phrase.Together(level.Name)
                : $"{level.Number}: {level.Name}",
            titles.Role(level.Role),
            level.Contact ?? "",
            $"{level.Does}\n{LadderWords.Of(level.Effect)}".Trim(),
        ];

    private static Definition Entries(Guide guide, Level level) =>
        new(
            $"Level {level.Number} comes in",
            string.Join(
                '\n',
                level.Entries.Select(entry => LadderWords.Of(guide, entry)).DefaultIfEmpty("never by itself")
            )
        );

    private static IEnumerable<Placed> Reasons(Ladder ladder) =>
        Placed.ByCite(
            ladder.Reasons,
            reason => reason.Cite,
            reasons => new Block.Definitions([
                .. reasons
                    .GroupBy(reason => reason.Group)
                    .Select(group => new Definition(
                        group.Key ?? (reasons.Any(reason => reason.Group is not null) ? "Other reasons" : "Reasons"),
                        string.Join('\n', group.Select(reason => reason.Name))
                    )),
            ])
        );
}
