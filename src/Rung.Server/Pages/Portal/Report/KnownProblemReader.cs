using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Pages.Calls;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>Open incidents with services that a customer has: faults to which calls are linked already.</summary>
internal sealed class KnownProblemReader(LiveCalls live)
{
    public async Task<IReadOnlyList<KnownProblemView>> Of(PortalVisitor visitor) =>
        [.. (await Incidents(visitor)).Select(one => View(visitor, one))];

    /// <returns>The incident that is known by the services; null: there is none, or the customer does not have them.</returns>
    public async Task<LiveCall?> Find(PortalVisitor visitor, string services) =>
        (await Incidents(visitor)).FirstOrDefault(one => KnownBy(visitor, one) == services);

    /// <summary>What the visitor's customer has of the services that an incident concerns.</summary>
    public static IReadOnlyList<Service> Services(PortalVisitor visitor, LiveCall incident) =>
        [.. ReportServices.Of(visitor).Where(service => incident.Services.Contains(service.Id))];

    public static KnownProblemView View(PortalVisitor visitor, LiveCall incident)
    {
        var since = PortalMoments.InFull(incident.Row.LoggedAt, visitor.Visit.Zone);
        return new KnownProblemView(
            string.Join(", ", Services(visitor, incident).Select(service => service.Name)),
            $"Reported since {since}. We are working on it.",
            KnownBy(visitor, incident) is { } services ? PortalAddresses.Known(visitor.Desk, services) : null
        );
    }

    // Newest first; of several with the same services the newest is what people mean.
    private async Task<IEnumerable<LiveCall>> Incidents(PortalVisitor visitor) =>
        (await live.OfDesk(visitor.Desk))
            .Where(one =>
                one.Row is { Kind: CaseKind.Fault, Parent: null, Children: > 0 }
                && one.Row.Condition is Condition.Open or Condition.Assigned or Condition.OnHold
                && Services(visitor, one).Count > 0
            )
            .DistinctBy(one => Key(visitor, one));

    // ESS-10: what has no self-service is not joined here.
    private static string? KnownBy(PortalVisitor visitor, LiveCall incident) =>
        Services(visitor, incident).Any(one => RouteMaker.HasSelfService(visitor.Visit.Guide, one.Id))
            ? Key(visitor, incident)
            : null;

    // The address says nothing of whose case it is.
    private static string Key(PortalVisitor visitor, LiveCall incident) =>
        string.Join(',', Services(visitor, incident).Select(service => service.Id));
}
