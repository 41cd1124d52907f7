using NodaTime;
using Rung.Core.Guides;
using Rung.Server.Desk;

namespace Rung.Server.Api.Bodies;

/// <summary>A desk and whether it answers just now.</summary>
/// <param name="Now">The desk's time: the machine's, or the demo's.</param>
/// <param name="OpensAt">When it opens next; left out while it is open.</param>
/// <param name="ClosesAt">When it closes; left out while it is closed and for a desk that never closes.</param>
/// <param name="Speed">Seconds of the desk for each second of the machine; 1 outside a demo.</param>
public sealed record DeskBody(
    string Id,
    string Name,
    string Title,
    string Provider,
    string GuideVersion,
    LocalDate EffectiveFrom,
    string ReferencePrefix,
    string Zone,
    Instant Now,
    bool IsOpen,
    Instant? OpensAt,
    Instant? ClosesAt,
    double Speed
)
{
    public static DeskBody Of(Guide guide, DeskClock clock)
    {
        var (now, hours) = (clock.Now(), guide.DeskCalendar);
        var isOpen = hours.IsOpen(now);
        return new DeskBody(
            guide.Document.Id,
            guide.Desk.Name,
            guide.Document.Title,
            guide.Document.Provider,
            guide.Document.Version,
            guide.Document.EffectiveFrom,
            guide.Desk.ReferencePrefix,
            hours.Zone.Id,
            now,
            isOpen,
            isOpen ? null : AtOf(hours.NextOpening(now)),
            isOpen ? AtOf(hours.NextClosing(now)) : null,
            clock.Speed
        );
    }

    private static Instant? AtOf(Core.Time.Reckoning<Instant> at) => at.Ok ? at.Value : null;
}

/// <summary>The desks of this installation, in the order they are shown.</summary>
public sealed record DesksBody(IReadOnlyList<DeskBody> Desks);
