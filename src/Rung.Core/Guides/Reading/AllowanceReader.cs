using NodaTime;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Time;

namespace Rung.Core.Guides.Reading;

/// <summary>Reads the time that is allowed, in each of the ways the language has.</summary>
internal static class AllowanceReader
{
    private const int MostDays = 1000;
    private const int MostRules = 20;
    private static readonly Duration Longest = Duration.FromDays(3660);
    private static readonly Allowance Nothing = new Allowance.None();

    /// <param name="calendar">Id of the calendar the allowance counts in: what a working day is, is its word.</param>
    public static Allowance Read(MapReader around, string key, YamlNode node, string calendar)
    {
        if (node is YamlScalar { IsEmpty: false } word)
        {
            return ByWord(around, word);
        }
        return around.AsMap(key, node) is { } map
            ? MapReader.Read(around.Context, map, "an allowance", reader => ByKey(reader, calendar))
            : Nothing;
    }

    private static Allowance ByWord(MapReader around, YamlScalar word)
    {
        if (word.Text == "immediate")
        {
            return new Allowance.Immediate();
        }
        if (word.Text != "none")
        {
            around.Bad(
                ProblemCode.BadAllowance,
                word,
                "an allowance: it does not say how the time is counted",
                Mend(word.Text)
            );
        }
        return Nothing;
    }

    private static string Mend(string text) =>
        LengthText.TryParse(text, out _)
            ? $"write `{{ working: {text} }}` for working time or `{{ elapsed: {text} }}` for time on the wall clock"
            : "write for example `{ working: 4h }`, `{ workingDays: 1 }`, `{ elapsed: 4h }`, `none` or `immediate`";

    private static Allowance ByKey(MapReader map, string calendar)
    {
        var at = map.OptionalTime("at");
        var form = map.OneOf(
            "working",
            "workingDays",
            "sameTimeOnDay",
            "endOfDay",
            "elapsed",
            "days",
            "weeks",
            "months",
            "statutoryDays",
            "cutoff",
            "agreed"
        );
        if (at is not null && form != "endOfDay")
        {
            map.Context.Findings.Add(
                ProblemCode.OneOf,
                map.PlaceOf("at"),
                "`at` belongs to `endOfDay` only",
                "delete `at`"
            );
        }
        return form switch
        {
            "working" => new Allowance.WorkingTime(Bounded(map, form)),
            "workingDays" => WorkingDays(map.Context, map.Whole(form, 1, MostDays), calendar),
            "sameTimeOnDay" => new Allowance.SameTimeNthDay(map.Whole(form, 1, MostDays)),
            "endOfDay" => new Allowance.EndOfNthDay(map.Whole(form, 0, MostDays), at),
            "elapsed" => new Allowance.Elapsed(Bounded(map, form)),
            "days" => new Allowance.CalendarDays(map.Whole(form, 1, MostDays)),
            "weeks" => new Allowance.CalendarWeeks(map.Whole(form, 1, 500)),
            "months" => new Allowance.CalendarMonths(map.Whole(form, 1, 120)),
            "statutoryDays" => new Allowance.StatutoryDays(map.Whole(form, 1, MostDays)),
            "cutoff" => Cutoff(map, calendar),
            "agreed" => new Allowance.AgreedDate(map.Text(form)),
            _ => Nothing,
        };
    }

    private static Duration Bounded(MapReader map, string key)
    {
        var length = map.Length(key);
        if (length > Longest)
        {
            map.Context.Findings.Add(
                ProblemCode.BadLength,
                map.PlaceOf(key),
                "this is more than ten years",
                LengthText.Mend
            );
            return Longest;
        }
        return length;
    }

    private static Allowance WorkingDays(ReadingContext context, int days, string calendar) =>
        context.CalendarSources.GetValueOrDefault(calendar)?.WorkingDay switch
        {
            WorkingDayReading.SameTimeNthDay => new Allowance.SameTimeNthDay(days),
            WorkingDayReading.EndOfNthDay => new Allowance.EndOfNthDay(days, null),
            _ => new Allowance.WorkingTime(context.WorkingDay(calendar) * days),
        };

    private static Allowance.Cutoff Cutoff(MapReader map, string calendar)
    {
        var findings = map.Context.Findings;
        var before = findings.Count;
        var rules = map.RequiredList("cutoff", "a cut-off rule", rule => Rule(rule, calendar));
        var times = rules.Select(rule => rule.StartBefore).ToArray();
        var ordered = times.SkipLast(1).All(time => time is not null) && times.LastOrDefault() is null;
        var rising = times.Zip(times.Skip(1)).All(pair => pair.Second is null || pair.First < pair.Second);
        if ((!ordered || !rising || rules.Count > MostRules) && findings.Count == before)
        {
            findings.Add(
                ProblemCode.CutoffOrder,
                map.PlaceOf("cutoff"),
                "the cut-off rules do not cover the day once",
                "give rules with rising `startBefore` times, and last one without `startBefore` for the rest of the day"
            );
        }
        return new Allowance.Cutoff(rules);
    }

    private static CutoffRule Rule(MapReader rule, string calendar) =>
        new(rule.OptionalTime("startBefore"), rule.Allowance("then", calendar));
}
