using NodaTime;

namespace Rung.Core.Time.Compiled;

/// <summary>Allowances that count working dates. All begin at the effective start: the start, or the next opening.</summary>
internal static class DayReckoning
{
    public static Reckoning<Instant> SameTime(Instant start, WorkingCalendar calendar, int days)
    {
        var effective = calendar.NextOpening(start);
        if (!effective.Ok || days == 0)
        {
            return effective;
        }

        var first = calendar.Dates.DayOf(effective.Value);
        if (calendar.Dates.Nth(first, days) is not { } last)
        {
            return calendar.Exhausted(start);
        }

        var wall = effective.Value.InZone(calendar.Zone).LocalDateTime.PlusDays(last - first);
        return calendar.Noted(start, calendar.Dates.Clamp(last, calendar.Dates.Resolve(wall)));
    }

    public static Reckoning<Instant> EndOf(Instant start, WorkingCalendar calendar, Allowance.EndOfNthDay rule)
    {
        var effective = calendar.NextOpening(start);
        if (!effective.Ok)
        {
            return effective;
        }

        var first = calendar.Dates.DayOf(effective.Value);
        for (var days = rule.Days; calendar.Dates.Nth(first, days) is { } day; days++)
        {
            var due = rule.At is { } at ? calendar.Dates.At(day, at) : calendar.Dates.Close(day);
            if (due >= effective.Value)
            {
                return calendar.Noted(start, due);
            }
        }

        return calendar.Exhausted(start);
    }

    public static Reckoning<Instant> ByCutoff(Instant start, WorkingCalendar calendar, IReadOnlyList<CutoffRule> rules)
    {
        var effective = calendar.NextOpening(start);
        if (!effective.Ok)
        {
            return effective;
        }

        var time = effective.Value.InZone(calendar.Zone).TimeOfDay;
        var rule = rules.FirstOrDefault(rule => rule.StartBefore is not { } before || time < before);
        return rule?.Then.DueFrom(start, calendar) ?? WallReckoning.NoDue;
    }
}
