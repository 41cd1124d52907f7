using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Escalations;

/// <summary>A time in which a ladder stood still on a case.</summary>
/// <param name="To">Null: it still does.</param>
public sealed record LadderStop(string Ladder, Instant From, Instant? To);

/// <summary>A ladder's timers with the times in which it stood still.</summary>
internal static class LadderStops
{
    /// <summary>
    /// When a timer runs out that starts at <paramref name="anchor"/>: what was left of it when the ladder stopped is left
    /// when it goes on, counted in the timer's own calendar. Null: it stands still now, or never runs out.
    /// </summary>
    public static Instant? DueFrom(
        this IEnumerable<LadderStop> stops,
        Allowance after,
        Instant anchor,
        WorkingCalendar calendar
    )
    {
        var due = after.DueFrom(anchor, calendar);
        foreach (var stop in stops)
        {
            if (!due.Ok || stop.From > due.Value || stop.To <= anchor)
            {
                continue;
            }
            if (stop.To is not { } to)
            {
                return null;
            }
            due = Later(after, (Instant.Max(stop.From, anchor), to), due.Value, calendar);
        }
        return due.Ok ? due.Value : null;
    }

    private static Reckoning<Instant> Later(
        Allowance after,
        (Instant From, Instant To) stop,
        Instant due,
        WorkingCalendar calendar
    )
    {
        if (!after.CountsWorkingTime)
        {
            return new(due + (stop.To - stop.From));
        }
        var left = calendar.Between(stop.From, due);
        return left.Ok ? calendar.Add(stop.To, left.Value) : new(due);
    }
}
