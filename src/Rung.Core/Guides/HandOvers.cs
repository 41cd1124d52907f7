using NodaTime;

namespace Rung.Core.Guides;

/// <summary>
/// The routes to which a desk hands over what is not for it: new services, bills, a concern about the service as a whole.
/// ESS-12, ESS-85 to ESS-87.
/// </summary>
public static class HandOvers
{
    private static readonly string[] Own = ["support", "escalation"];

    /// <summary>In the guide's order: all but those for support, for escalating a case and for complaints, which the desk takes itself.</summary>
    public static IReadOnlyList<Route> Of(Guide guide) => [.. guide.Routes.Where(route => IsElsewhere(guide, route))];

    /// <summary>Where cases of a kind go; null: they are for the desk.</summary>
    public static Route? OfKind(Guide guide, string kind) =>
        guide.Kind(kind) is { Handling: KindHandling.HandOver } known
            ? guide.Routes.FirstOrDefault(route => route.Id == known.HandOverRoute)
            : null;

    /// <summary>The route of this id, if something can be handed over to it; null: nothing can.</summary>
    public static Route? Find(Guide guide, string? id) => Of(guide).FirstOrDefault(route => route.Id == id);

    /// <summary>
    /// What whoever asks is told: "Please turn to Direct sales team: 01632 960120 or sales@schools.example.org." An address
    /// that takes nothing out of hours is named with when it does.
    /// </summary>
    public static string Say(Guide guide, Route route, Instant at)
    {
        var ways = string.Join(" or ", route.Addresses.Select(address => Say(guide, address, at)));
        return $"Please turn to {route.Name}{(ways.Length == 0 ? "" : $": {ways}")}.";
    }

    private static string Say(Guide guide, RouteAddress address, Instant at)
    {
        var calendar = address.Calendar is { } id ? guide.Calendars[id] : guide.DeskCalendar;
        return
            address.OutOfHours == OutOfHoursHandling.Refuse
            && calendar.NextOpening(at) is { Ok: true, Value: var opening }
            && opening > at
            ? $"{address.Address} (from {Wording.Say.AtWithZone(opening, calendar.Zone)})"
            : address.Address;
    }

    private static bool IsElsewhere(Guide guide, Route route) =>
        guide.Kinds.Any(kind => kind.HandOverRoute == route.Id)
        || (!Own.Contains(route.Purpose) && guide.Complaints?.Has(route) != true);
}
