using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Time;

namespace Rung.Server.Demo.Playing;

/// <summary>What a case's steps are timed by: the customer's calendar, and the clock the case is worked by.</summary>
internal sealed record Allowed(WorkingCalendar Calendar, ClockReading? Clock)
{
    /// <summary>When that share of the whole allowance has passed, in the clock's own unit.</summary>
    public Instant Share(Instant from, double share)
    {
        var clock =
            Clock ?? throw new FormatException("A share is of a clock, and this case has none: write a length.");
        var length = clock.Total * share;
        return clock.CountsWorkingTime ? clock.Calendar.Add(from, length).Value : from + length;
    }
}
