using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Clocks;

/// <summary>The working day of a desk, as the people on it mean it.</summary>
internal static class DeskDay
{
    /// <summary>
    /// When the desk closes for the day: the last closing before the hours go on on another date, so that a lunch break
    /// does not end the day. A problem where the calendar never closes.
    /// </summary>
    public static Reckoning<Instant> EndOfWorkingDay(this WorkingCalendar desk, Instant from)
    {
        var closing = desk.NextClosing(from);
        while (closing.Ok && desk.NextOpening(closing.Value) is { Ok: true } opening)
        {
            if (DateOf(opening.Value, desk) != DateOf(closing.Value, desk))
            {
                return closing;
            }
            closing = desk.NextClosing(opening.Value);
        }
        return closing;
    }

    private static LocalDate DateOf(Instant at, WorkingCalendar desk) => at.InZone(desk.Zone).Date;
}
