using NodaTime;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases;

/// <summary>That the customer is to be telephoned since a mail may not arrive. ESS-51.</summary>
/// <param name="Words">"Phone the customer", "Ring by 11:00".</param>
public sealed record RingView(string Words, RingState State)
{
    public static RingView Owed(Instant due, Instant now, DateTimeZone zone)
    {
        var isToday = due.InZone(zone).Date == now.InZone(zone).Date;
        var when = isToday ? MomentWords.Time(due, zone) : MomentWords.Near(due, now, zone);
        return due < now
            ? new RingView($"Call owed since {when}", RingState.Late)
            : new RingView($"Ring by {when}", RingState.Owed);
    }
}

public enum RingState
{
    /// <summary>No call is owed now.</summary>
    Quiet,
    Owed,
    Late,
}
