using System.Text.RegularExpressions;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// Texts that promise a number which the data do not have. A paragraph that rules with numbers cite is held against
/// those rules; any other text against the whole guide.
/// </summary>
internal static partial class TextPromises
{
    private static readonly string[] Plain = ["", "calendar", "clear", "full", "whole", "consecutive", "elapsed"];

    // What cites a paragraph that is not there may have meant any.
    private const string AnyParagraph = "*";

    public static GuideCheck Check { get; } =
        new(["desk.calendar", "targets.times.allow", "closing.shortlyAfter", "closing.attempts", "paragraphs.id"], Run);

    private static void Run(CheckContext context)
    {
        if (!context.CountsIn(context.Guide.Desk.Calendar))
        {
            return;
        }
        var stated = new Dictionary<string, HashSet<Amount>> { [""] = [], [AnyParagraph] = [] };
        var paragraphs = context.Guide.Paragraphs.Select(paragraph => paragraph.Id).ToHashSet();
        var amounts = new StatedAmounts(context.Reading.WorkingDay(context.Guide.Desk.Calendar));
        foreach (var section in context.Root.Entries)
        {
            Collect(section.Key, section.Value, [""], (amounts, paragraphs, stated));
        }
        foreach (var text in GuideTexts.In(context.Root))
        {
            foreach (var (words, amount) in Promised(HoursAndDays.Without(text.Text)).Concat(Halves(text.Text)))
            {
                // Attempts are counted in one place only, whichever paragraph speaks of them.
                var where =
                    amount.Unit != AmountUnit.Attempt && stated.ContainsKey(text.Paragraph) ? text.Paragraph : "";
                if (!stated[where].Contains(amount) && !stated[AnyParagraph].Contains(amount))
                {
                    Report(context, text, words, where);
                }
            }
        }
    }

    private static void Report(CheckContext context, GuideText text, string words, string where) =>
        context.Findings.Add(
            ProblemCode.TextWithoutDatum,
            text.Place,
            where.Length > 0
                ? $"the text says \"{words}\", and no rule that cites `{where}` does"
                : $"the text says \"{words}\", and nothing in the guide's data does",
            "mend the text, or add the rule that keeps this promise"
        );

    // What a part states belongs to the paragraph it cites, and to those that the parts around it cite.
    private static void Collect(
        string key,
        YamlNode node,
        IReadOnlyList<string> cites,
        (StatedAmounts Amounts, IReadOnlySet<string> Paragraphs, Dictionary<string, HashSet<Amount>> Stated) into
    )
    {
        foreach (var amount in into.Amounts.Of(key, node))
        {
            foreach (var cite in cites)
            {
                into.Stated.TryAdd(cite, []);
                into.Stated[cite].Add(amount);
            }
        }
        if (node is YamlList list)
        {
            list.Items.ToList().ForEach(item => Collect(key, item, cites, into));
        }
        if (node is YamlMap map)
        {
            var within = map.Entry("cite")?.Value is YamlScalar cite
                ? [.. cites, into.Paragraphs.Contains(cite.Text) ? cite.Text : AnyParagraph]
                : cites;
            map.Entries.ToList().ForEach(entry => Collect(entry.Key, entry.Value, within, into));
        }
    }

    private static IEnumerable<(string Words, Amount Amount)> Promised(string text)
    {
        foreach (Match match in Promise().Matches(text))
        {
            var number = NumberWords.Read(match.Groups["number"].Value);
            var (kind, unit) = (
                match.Groups["kind"].Value.ToLowerInvariant(),
                match.Groups["unit"].Value.ToLowerInvariant()
            );
            var isWorking = kind is "working" or "business";
            var isLength = isWorking || Plain.Contains(kind) || unit == "attempts";
            // "One day" in a sentence is seldom a length, and "24 hours a day" never is.
            if (isLength && match.Groups["rate"].Length == 0 && !(number == 1 && unit == "day" && !isWorking))
            {
                yield return (match.Value.ReplaceLineEndings(" "), Of(number, unit, isWorking));
            }
        }
    }

    private static IEnumerable<(string Words, Amount Amount)> Halves(string text) =>
        HalfHour()
            .Matches(text)
            .Select(match => (match.Value.ReplaceLineEndings(" "), new Amount(AmountUnit.Minute, 30)));

    private static Amount Of(int number, string unit, bool isWorking) =>
        unit switch
        {
            _ when unit.StartsWith("min", StringComparison.Ordinal) => new(AmountUnit.Minute, number),
            _ when unit.StartsWith('h') => new(AmountUnit.Minute, number * 60),
            _ when unit.StartsWith('d') => new(isWorking ? AmountUnit.WorkingDay : AmountUnit.Day, number),
            _ when unit.StartsWith('w') => new(AmountUnit.Week, number),
            _ when unit.StartsWith("mo", StringComparison.Ordinal) => new(AmountUnit.Month, number),
            _ => new(AmountUnit.Attempt, number),
        };

    [GeneratedRegex(
        $@"\b(?<number>{NumberWords.Pattern})[\s-]((?<kind>[a-z]+)\s)?"
            + @"(?<unit>minutes?|mins?|hours?|hrs?|days?|weeks?|months?|attempts)\b(?<rate>,?\s(a|per|each|every)\s(day|week|month|year)|,\s[0-9]+\sdays\sa\sweek)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Promise();

    [GeneratedRegex(
        @"\bhalf[\s-](an?[\s-])?hour\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex HalfHour();
}
