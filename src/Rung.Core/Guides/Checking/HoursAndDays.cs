using System.Text.RegularExpressions;
using NodaTime;
using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Texts like "24 hours (1 working day)" that say the same time twice, and differently. Semantics 5.</summary>
internal static partial class HoursAndDays
{
    public static GuideCheck Check { get; } = new(["desk.calendar"], Run);

    private static void Run(CheckContext context)
    {
        if (!context.CountsIn(context.Guide.Desk.Calendar))
        {
            return;
        }
        var day = context.Reading.WorkingDay(context.Guide.Desk.Calendar);
        foreach (var text in GuideTexts.In(context.Root))
        {
            foreach (var said in Both(text.Text).Where(said => Duration.FromHours(said.Hours) != day * said.Days))
            {
                context.Findings.Add(
                    ProblemCode.HoursAndDaysDisagree,
                    text.Place,
                    $"\"{said.Words}\" contradicts itself: {said.Days} working day(s) of the desk are {(day * said.Days).TotalHours:0.##} hours",
                    "keep the one that counts; the guide's data decide"
                );
            }
        }
    }

    /// <summary>The text without such pairs, for those who look at single amounts.</summary>
    public static string Without(string text) => Patterns().Replace(text, "");

    private static IEnumerable<(string Words, int Hours, int Days)> Both(string text) =>
        Patterns()
            .Matches(text.ReplaceLineEndings(" "))
            .Select(match => (match.Value, Number(match, "hours"), Number(match, "days")));

    private static int Number(Match match, string name) => NumberWords.Read(match.Groups[name].Value);

    [GeneratedRegex(
        $@"\b(?<hours>{NumberWords.Pattern})[ -]hours? ?(\(|/|or|,|=|\bthat is\b) ?(?<days>{NumberWords.Pattern}) (working|business) days?\b\)?"
            + $@"|\b(?<days>{NumberWords.Pattern}) (working|business) days? ?(\(|/|or|,|=|\bthat is\b) ?(?<hours>{NumberWords.Pattern}) hours?\b\)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Patterns();
}
