using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Clocks;

/// <summary>From when a mail counts as received. ESS-40</summary>
public static class EffectiveReceipt
{
    /// <param name="address">The address it came to, as a route publishes it; null: no route has it.</param>
    /// <param name="receivedAt">When it came.</param>
    /// <returns>When it came, or the next opening of the address's calendar; never before it came.</returns>
    public static Instant Of(Guide guide, RouteAddress? address, Instant receivedAt)
    {
        if (address?.OutOfHours == OutOfHoursHandling.Accept)
        {
            return receivedAt;
        }
        var calendar = address?.Calendar is { } id ? guide.Calendars[id] : guide.DeskCalendar;
        var opening = calendar.NextOpening(receivedAt);
        return opening.Ok ? opening.Value : receivedAt;
    }
}
