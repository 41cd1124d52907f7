using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Guides.Showing;

/// <summary>Hours of the week in words: "Monday to Friday 08:00 to 18:00".</summary>
internal static class HoursWords
{
    /// <summary>The desk's hours for a customer: "Monday to Friday 08:00 to 18:00, except public holidays".</summary>
    public static string Of(Guide guide)
    {
        var desk = guide.CalendarSources.GetValueOrDefault(guide.Desk.Calendar);
        return desk?.Definition is { } hours
            ? Week(hours.Week) + (hours.Holidays.Count == 0 ? "" : ", except public holidays")
            : desk?.Name ?? "";
    }

    public static string Week(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<DailySpan>> week)
    {
        var days = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).ToArray();
        var hours = days.ToDictionary(day => day, day => Spans(week.GetValueOrDefault(day) ?? []));
        if (hours.Values.Distinct(StringComparer.Ordinal).Count() == 1)
        {
            return hours[IsoDayOfWeek.Monday] switch
            {
                "" => "Only on the dates named",
                "00:00 to 24:00" => "Day and night, every day",
                var all => $"Every day {all}",
            };
        }
        var first = Array.FindIndex(days, day => hours[day].Length > 0 && hours[Before(day)].Length == 0);
        var rotated = days.Skip(Math.Max(first, 0)).Concat(days.Take(Math.Max(first, 0))).ToArray();
        return string.Join("; ", Runs(rotated, hours));
    }

    public static string Spans(IReadOnlyList<DailySpan> spans) =>
        Phrase.And(spans.Select(span => span.ToString().Replace("-", " to ", StringComparison.Ordinal)));

    private static IEnumerable<string> Runs(IsoDayOfWeek[] days, Dictionary<IsoDayOfWeek, string> hours)
    {
        for (var from = 0; from < days.Length; )
        {
            var to = from;
            while (to + 1 < days.Length && hours[days[to + 1]] == hours[days[from]])
            {
                to++;
            }
            if (hours[days[from]].Length > 0)
            {
                yield return $"{(from == to ? days[from] : $"{days[from]} to {days[to]}")} {hours[days[from]]}";
            }
            from = to + 1;
        }
    }

    private static IsoDayOfWeek Before(IsoDayOfWeek day) => day == IsoDayOfWeek.Monday ? IsoDayOfWeek.Sunday : day - 1;
}
