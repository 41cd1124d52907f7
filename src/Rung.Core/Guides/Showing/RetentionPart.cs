using Rung.Core.Retention;

namespace Rung.Core.Guides.Showing;

/// <summary>How long what is kept is kept. UK GDPR, Article 13(2)(a).</summary>
internal static class RetentionPart
{
    public static IEnumerable<Placed> Of(Guide guide) =>
        guide.Retention is not { } rules || rules.Times.Count == 0
            ? []
            :
            [
                new Placed(
                    rules.Cite,
                    new Block.Table(
                        "How long we keep what",
                        ["What", "Kept for", "Counted from"],
                        [
                            .. Enum.GetValues<RetentionCategory>()
                                .Where(rules.Times.ContainsKey)
                                .Select(
                                    IReadOnlyList<string> (category) =>
                                        [
                                            Phrase.Sentence(RetentionWords.What(category)),
                                            Phrase.Together(rules.Times[category].ToString()),
                                            RetentionWords.From(category),
                                        ]
                                ),
                        ]
                    )
                ),
            ];
}
