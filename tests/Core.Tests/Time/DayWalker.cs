using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Tests.Time;

/// <summary>Counts days by looking at one date after the other. Slow, and shares no code with the engine; hours lie within a date.</summary>
/// <param name="week">Hours of Monday to Sunday.</param>
internal sealed class DayWalker(DateTimeZone zone, IReadOnlyList<DailySpan>[] week, HashSet<LocalDate> holidays)
{
    public DateTimeZone Zone => zone;

    /// <summary>Whether there is a day to come to, however many of the holidays lie on it.</summary>
    public bool HasHours => week.Any(hours => hours.Count > 0);

    public WorkingCalendar Calendar { get; } =
        WorkingCalendar.Compile(
            new CalendarDefinition
            {
                Id = "walked",
                Zone = zone,
                Week = week.Select((hours, day) => (day, hours))
                    .ToDictionary(pair => (IsoDayOfWeek)(pair.day + 1), pair => pair.hours),
                Holidays =
                [
                    new HolidaySet("walked", "walked", holidays.ToDictionary(day => day, _ => "holiday"), 1900, 2200),
                ],
            }
        );

    /// <summary>Later by the gap where the clock skips it, the earlier where it repeats.</summary>
    public Instant Instant(LocalDateTime wall) => wall.InZoneLeniently(zone).ToInstant();

    /// <summary>The start, or the next opening where it lies outside the hours.</summary>
    public Instant Effective(Instant start)
    {
        for (var date = start.InZone(zone).Date; ; date = date.PlusDays(1))
        {
            foreach (var span in Hours(date))
            {
                if (start < Instant(date + span.To))
                {
                    return NodaTime.Instant.Max(start, Instant(date + span.From));
                }
            }
        }
    }

    public Instant SameTime(Instant start, int days)
    {
        var begin = Effective(start).InZone(zone);
        var date = Nth(begin.Date, days);
        var due = Instant(date + begin.TimeOfDay);
        var last = Instant(date + Hours(date)[0].From);
        foreach (var span in Hours(date).Where(span => Instant(date + span.From) <= due))
        {
            last = NodaTime.Instant.Min(due, Instant(date + span.To));
        }
        return last;
    }

    public Instant EndOf(Instant start, int days)
    {
        var date = Nth(Effective(start).InZone(zone).Date, days);
        return Instant(date + Hours(date)[^1].To);
    }

    public Instant TimeOf(Instant start, int days, LocalTime at)
    {
        var begin = Effective(start);
        var date = Nth(begin.InZone(zone).Date, days);
        return Instant(date + at) >= begin ? Instant(date + at) : Instant(Nth(date, 1) + at);
    }

    public Instant Later(Instant start, int days) =>
        days == 0 ? start : Instant(start.InZone(zone).LocalDateTime.PlusDays(days));

    private LocalDate Nth(LocalDate date, int days)
    {
        for (var left = days; left > 0; left -= Hours(date).Count > 0 ? 1 : 0)
        {
            date = date.PlusDays(1);
        }
        return date;
    }

    private IReadOnlyList<DailySpan> Hours(LocalDate date) =>
        holidays.Contains(date) ? [] : week[(int)date.DayOfWeek - 1];
}
