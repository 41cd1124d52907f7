using System.Text.RegularExpressions;
using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// Texts that contradict each other: attempts counted with and without the first, and a level whose post the text names
/// otherwise than the ladder.
/// </summary>
internal static partial class TextsAgree
{
    public static GuideCheck Check { get; } = new([], Run);

    private static void Run(CheckContext context)
    {
        var texts = GuideTexts.In(context.Root).ToArray();
        CheckAttempts(context, texts);
        foreach (var text in texts)
        {
            CheckPosts(context, text);
        }
    }

    private static void CheckAttempts(CheckContext context, IReadOnlyList<GuideText> texts)
    {
        var said = texts
            .SelectMany(text => Attempts().Matches(text.Text).Select(match => new Said(text, match)))
            .ToArray();
        if (Array.Find(said, one => one.IsMore) is not { } more)
        {
            return;
        }
        foreach (var inAll in said.Where(one => !one.IsMore && one.IsOfAttempts && one.Number == more.Number))
        {
            context.Findings.Add(
                ProblemCode.TextsDisagree,
                inAll.Text.Place,
                $"\"{inAll.Words}\" here and \"{more.Words}\" on line {more.Text.Place.Line} differ by the first one",
                "say in both places whether the first contact is counted"
            );
        }
    }

    private static void CheckPosts(CheckContext context, GuideText text)
    {
        foreach (Match post in Post().Matches(text.Text))
        {
            var (number, title) = (NumberWords.Read(post.Groups["level"].Value), post.Groups["post"].Value.Trim());
            var levels = context
                .Guide.Ladders.SelectMany(ladder => ladder.Levels)
                .Where(level => level.Number == number);
            var titles = levels
                .Select(level => context.Guide.Roles.FirstOrDefault(role => role.Id == level.Role)?.Title)
                .OfType<string>()
                .ToArray();
            if (titles.Length > 0 && !titles.Any(known => IsWithin(known, title)))
            {
                context.Findings.Add(
                    ProblemCode.TextsDisagree,
                    text.Place,
                    $"\"{post.Value}\" is not what the ladder calls the post of level {number}: {Words.Listed(titles)}",
                    "use one title in both places"
                );
            }
        }
    }

    private static bool IsWithin(string one, string other) =>
        one.Contains(other, StringComparison.OrdinalIgnoreCase)
        || other.Contains(one, StringComparison.OrdinalIgnoreCase);

    private sealed record Said(GuideText Text, Match Match)
    {
        public int Number => NumberWords.Read(Match.Groups["number"].Value);

        public string Words => Match.Value.ReplaceLineEndings(" ");

        public bool IsMore => Match.Groups["kind"].Value.ToLowerInvariant() is "additional" or "further" or "more";

        public bool IsOfAttempts => !Match.Groups["unit"].ValueSpan.Equals("times", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(
        $@"\b(?<number>{NumberWords.Pattern})\s((?<kind>[a-z]+)\s)?(?<unit>attempts|reminders|times)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Attempts();

    [GeneratedRegex(
        @"\blevel (?<level>[0-9]{1,2})\b[^().\n]{0,60}\((?<post>[^()\n]{3,80})\)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Post();
}
