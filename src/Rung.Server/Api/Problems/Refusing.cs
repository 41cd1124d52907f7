using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Api.Bodies;
using Rung.Server.Desk;

namespace Rung.Server.Api.Problems;

/// <summary>Makes problems.</summary>
internal static class Refusing
{
    public static ProblemAnswer Because(ProblemKind kind, string detail) => new(Of(kind, detail));

    /// <summary>A problem with one thing: a header, a parameter, a place in the body.</summary>
    public static ProblemAnswer Because(ProblemKind kind, string where, string what) =>
        new(
            Of(kind, $"{where}: {what}") with
            {
                Errors = new Dictionary<string, IReadOnlyList<string>> { [where] = [what] },
            }
        );

    public static ProblemAnswer Because(ProblemKind kind, IReadOnlyDictionary<string, IReadOnlyList<string>> errors) =>
        new(
            Of(kind, string.Join(" ", errors.Select(pair => $"{pair.Key}: {string.Join(" ", pair.Value)}"))) with
            {
                Errors = errors,
            }
        );

    /// <param name="guide">The guide that is cited; null when the refusal cites none.</param>
    public static ProblemAnswer Because(Refusal refusal, Guide? guide) => new(Of(refusal, guide));

    /// <summary>With what happened since the author looked.</summary>
    public static ProblemAnswer Because(DeskAnswer.Stale stale) =>
        new(
            Of(DeskRefusals.Stale(stale.Since.Count), stale.Case.Guide) with
            {
                Version = stale.Case.Version,
                Since = [.. stale.Since.Select(since => EventBody.Of(stale.Case.Guide, since))],
            }
        );

    private static Problem Of(Refusal refusal, Guide? guide) =>
        Of(ProblemKind.Of(refusal.Code), refusal.Sentence) with
        {
            Rule = refusal.Rule,
            Paragraph = guide is null || refusal.Cite is null ? null : Cited(guide, refusal.Cite),
        };

    private static Problem Of(ProblemKind kind, string detail) =>
        new(kind.Type, kind.Title, kind.Status, detail, kind.Code);

    public static CitedParagraph Cited(Guide guide, string paragraph) =>
        new(paragraph, guide.Heading(paragraph), guide.Document.Id, guide.Document.Version);
}
