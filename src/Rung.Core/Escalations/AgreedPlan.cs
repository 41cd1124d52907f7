using NodaTime;
using NodaTime.Text;
using Rung.Core.Erasures;
using Rung.Core.Guides;

namespace Rung.Core.Escalations;

/// <summary>How a customer is kept informed while an escalation lasts. SMC-12.</summary>
/// <param name="EveryMinutes">Minutes from one contact to the next; 0: by <see cref="Times"/>.</param>
public sealed record AgreedPlan(
    Channel Channel,
    int EveryMinutes,
    Instant From,
    [Stays] string Zone,
    [Personal] string? Audience
)
{
    /// <summary>How a fixed time is written: hours from 00 to 23 and minutes, <c>09:00</c>.</summary>
    public static LocalTimePattern TimeOfDay { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Fixed times of day, in <see cref="Zone"/>.</summary>
    [Stays]
    public IReadOnlyList<string> Times
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The first contact that is owed after <paramref name="after"/>.</summary>
    public Instant Next(Instant after)
    {
        if (EveryMinutes == 0)
        {
            return NextTime(after);
        }
        if (after < From)
        {
            return From;
        }
        var every = Duration.FromMinutes(EveryMinutes);
        return From + (every * ((long)((after - From) / every) + 1));
    }

    /// <summary>From when on a contact keeps the one owed at <paramref name="slot"/>; not at this instant itself.</summary>
    public Instant Opens(Instant slot)
    {
        if (EveryMinutes > 0)
        {
            return slot - Duration.FromMinutes(EveryMinutes);
        }
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        var date = slot.InZone(zone).Date;
        return Slots(date.PlusDays(-1), zone).Concat(Slots(date, zone)).Where(one => one < slot).Max();
    }

    private Instant NextTime(Instant after)
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        var from = Instant.Max(after, From - Duration.FromNanoseconds(1));
        var date = from.InZone(zone).Date;
        return Slots(date, zone).Concat(Slots(date.PlusDays(1), zone)).Where(one => one > from).Min();
    }

    // In a gap of the clock later by the gap, in an overlap the earlier (semantics 28).
    private IEnumerable<Instant> Slots(LocalDate date, DateTimeZone zone) =>
        Times.Select(time => zone.AtLeniently(date + TimeOfDay.Parse(time).Value).ToInstant());
}
