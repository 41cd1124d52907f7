using NodaTime;

namespace Rung.Core.Time.Compiled;

/// <summary>Days as statutes count them: whole dates, from the day after.</summary>
internal static class LawReckoning
{
    // No run of Saturdays, Sundays and public holidays is longer.
    private const int MostMoved = 31;
    private static readonly Duration Smallest = Duration.FromTicks(10);

    /// <summary>The last microsecond of the last day, which moves on while it is a Saturday, a Sunday or a holiday.</summary>
    public static Reckoning<Instant> LastOf(Instant start, WorkingCalendar calendar, int days)
    {
        var midnight = WallReckoning.Later(start, calendar.Zone, days, WallUnit.Day);
        if (!midnight.Ok)
        {
            return midnight;
        }
        var last = start.InZone(calendar.Zone).Date.PlusDays(days);
        for (var moved = 0; moved < MostMoved && IsFree(last, calendar); moved++)
        {
            last = last.PlusDays(1);
        }
        var end = WallReckoning.Supported(Midnight(last.PlusDays(1), calendar) - Smallest);
        return end.Ok ? calendar.Noted(start, end.Value) : end;
    }

    private static bool IsFree(LocalDate date, WorkingCalendar calendar) =>
        date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday
        || calendar
            .Stretches(Midnight(date, calendar), Midnight(date.PlusDays(1), calendar))
            .Any(stretch => stretch.Kind == StretchKind.Holiday);

    private static Instant Midnight(LocalDate date, WorkingCalendar calendar) =>
        date.AtStartOfDayInZone(calendar.Zone).ToInstant();
}
