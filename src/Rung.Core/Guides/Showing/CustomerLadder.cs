namespace Rung.Core.Guides.Showing;

/// <summary>A ladder as whoever wants to climb it reads it: whom to turn to, in which order, when. ESS-79 to ESS-87.</summary>
/// <param name="Cite">Id of the paragraph that says all of it.</param>
/// <param name="Steps">In the order in which they are taken; what only happens within the provider is among them.</param>
public sealed record CustomerLadder(string Id, string Name, string Cite, IReadOnlyList<CustomerStep> Steps)
{
    /// <summary>What it is for; empty: the guide names no reasons.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Whole sentences on order and time.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];

    /// <summary>The paragraph, without what is printed below it.</summary>
    public IReadOnlyList<Block> Text { get; init; } = [];

    /// <summary>Those of a guide that lead to somebody of the provider, in its order.</summary>
    public static IReadOnlyList<CustomerLadder> Of(Guide guide) =>
        [
            .. guide
                .Ladders.Where(ladder => ladder.Function == LevelKind.Hierarchical)
                .Select(ladder => new CustomerLadder(
                    ladder.Id,
                    ladder.Name,
                    ladder.Cite,
                    [.. ladder.Levels.Where(IsOurs).Select(level => Step(guide, level))]
                )
                {
                    Reasons = [.. ladder.Reasons.Select(reason => reason.Name)],
                    Sentences = [.. CustomerLadderWords.Of(guide, ladder)],
                    Text = guide.Paragraphs.FirstOrDefault(paragraph => paragraph.Id == ladder.Cite) is { } cited
                        ? [.. ParagraphText.Blocks(cited.Text)]
                        : [],
                }),
        ];

    private static bool IsOurs(Level level) => level.Kind is LevelKind.Functional or LevelKind.Hierarchical;

    private static CustomerStep Step(Guide guide, Level level) =>
        new(
            new TitleWords(guide).Role(level.Role),
            level.Contact,
            level.Does?.Trim(),
            CustomerLadderWords.Turn(guide, level)
        );
}

/// <summary>One step of it.</summary>
/// <param name="Contact">How they are reached, as the guide has it; null: through the desk.</param>
/// <param name="Does">What they do; null: not stated.</param>
/// <param name="Turn">A sentence on how to ask for it, or that nobody has to.</param>
public sealed record CustomerStep(string Post, string? Contact, string? Does, string Turn);
