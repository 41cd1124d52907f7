using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Time;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// Texts that name hours of the day, "from 08:00 to 18:00" or "8am to 6pm", which no calendar of the guide has: neither
/// open nor, from one evening to the next morning, closed.
/// </summary>
internal static partial class TextHours
{
    // The window of planned work is said there and nowhere else.
    private const string PlannedWork = "maintenance";

    public static GuideCheck Check { get; } = new(["calendars"], Run);

    private static void Run(CheckContext context)
    {
        var stated = context.Root.Entry("calendars") is { } calendars ? Stated(calendars.Value).ToHashSet() : [];
        foreach (var text in GuideTexts.In(context.Root, PlannedWork))
        {
            foreach (var said in Said().Matches(text.Text).Where(IsSpan))
            {
                var (from, to) = (Read(said, "from"), Read(said, "to"));
                if (
                    from is { } start
                    && to is { } end
                    && !stated.Contains((start, end))
                    && !stated.Contains((end, start))
                )
                {
                    context.Findings.Add(
                        ProblemCode.TextWithoutDatum,
                        text.Place,
                        $"the text says \"{said.Value.ReplaceLineEndings(" ")}\", and no calendar of the guide has these hours",
                        "mend the text, or the calendar"
                    );
                }
            }
        }
    }

    // Of a day each span, each break and the whole.
    private static IEnumerable<(LocalTime From, LocalTime To)> Stated(YamlNode node) =>
        node switch
        {
            YamlMap map => map.Entries.SelectMany(entry => Stated(entry.Value)),
            YamlList list when Spans(list) is [_, ..] spans => spans
                .Select(span => (span.From, span.To))
                .Concat(spans.Zip(spans.Skip(1), (before, after) => (before.To, after.From)))
                .Append((spans[0].From, spans[^1].To)),
            YamlList list => list.Items.SelectMany(Stated),
            YamlScalar scalar when DailySpan.TryParse(scalar.Text, out var span) => [(span.From, span.To)],
            _ => [],
        };

    private static DailySpan[] Spans(YamlList list) =>
        [
            .. list
                .Items.OfType<YamlScalar>()
                .Select(item => DailySpan.TryParse(item.Text, out var span) ? span : (DailySpan?)null)
                .OfType<DailySpan>()
                .OrderBy(span => span.From),
        ];

    // "At 9:00 and 17:00" is none.
    private static bool IsSpan(Match said) => said.Groups["and"].Length == 0 || said.Groups["between"].Length > 0;

    // Null: no time of day, such as 17:75.
    private static LocalTime? Read(Match said, string end)
    {
        string Group(string part) => said.Groups[end + part].Value;
        if (Group("Word") is { Length: > 0 } word)
        {
            return word.Equals("noon", StringComparison.OrdinalIgnoreCase) ? LocalTime.Noon : LocalTime.Midnight;
        }
        var half = Group("Half").ToLowerInvariant();
        var hour = Number(Group("Hour"));
        var minute = Group("Minute") is { Length: > 0 } minutes ? Number(minutes) : 0;
        var isRight = half.Length == 0 ? hour <= 24 : hour is >= 1 and <= 12;
        return !isRight || minute > 59
            ? null
            : new LocalTime(half.Length == 0 ? hour % 24 : (hour % 12) + (half[0] == 'p' ? 12 : 0), minute);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\b(?<between>between\s)?((?<fromHour>[0-9]{1,2})([:.](?<fromMinute>[0-9]{2})\s?(?<fromHalf>[ap]\.?m\b\.?)?|\s?(?<fromHalf>[ap]\.?m\b\.?))|(?<fromWord>noon|midnight))"
            + @"\s?(-|–|—|to|till|until|up\sto(\sbut\snot\sincluding)?|(?<and>and))\s?"
            + @"((?<toHour>[0-9]{1,2})([:.](?<toMinute>[0-9]{2})(\s?(?<toHalf>[ap]\.?m\b\.?))?|\s?(?<toHalf>[ap]\.?m\b\.?))|(?<toWord>noon|midnight))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Said();
}
