using System.Text.RegularExpressions;
using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// Texts that say in figures or words how often the customer is asked again, and data that say otherwise: "two more times"
/// while three attempts are made. Messages are looked at as well; there <c>{attempts}</c> never goes wrong. ESS-52.
/// </summary>
internal static partial class AttemptsSaid
{
    public static GuideCheck Check { get; } = new(["closing.attempts", "holdReasons.attempts"], Run);

    private static void Run(CheckContext context)
    {
        var guide = context.Guide;
        int[] made =
        [
            guide.Closing.Attempts.Count,
            .. guide.HoldReasons.Select(reason => reason.Attempts?.Count).OfType<int>(),
        ];
        // "Try it two more times" in a hint to the caller is no attempt of ours.
        string[] about =
        [
            guide.Closing.Attempts.Cite,
            .. guide.HoldReasons.Where(reason => reason.Attempts is not null).Select(reason => reason.Cite),
        ];
        var texts = GuideTexts.In(context.Root).Where(text => about.Contains(text.Paragraph));
        foreach (var text in texts.Concat(GuideTexts.OfMessages(context.Root)))
        {
            foreach (Match said in Said().Matches(text.Text))
            {
                if (!made.Contains(NumberWords.Read(said.Groups["number"].Value)))
                {
                    context.Findings.Add(
                        ProblemCode.TextWithoutDatum,
                        text.Place,
                        $"the text says \"{said.Value.ReplaceLineEndings(" ")}\", and the customer is asked again {Words.Listed(made.Distinct().Select(count => $"{count}"))} times",
                        "mend the number, or write `{attempts}` in its place"
                    );
                }
            }
        }
    }

    [GeneratedRegex(
        $@"\b(?<number>{NumberWords.Pattern})\s(more|further|additional)\s(times|attempts|reminders)\b"
            + $@"|\b(attempt|reminder)\s(\{{attempt\}}|{NumberWords.Pattern})\sof\s(?<number>{NumberWords.Pattern})\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Said();
}
