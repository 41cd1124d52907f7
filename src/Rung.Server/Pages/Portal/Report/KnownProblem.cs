using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Pages.Calls;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>An open incident as somebody of a customer knows it.</summary>
/// <param name="Services">What their customer has of the services that it concerns; never empty.</param>
/// <param name="Mine">The case by which they get its updates already; null: they do not.</param>
internal sealed record KnownProblem(LiveCall Incident, IReadOnlyList<Service> Services, CaseReference? Mine)
{
    public CaseReference Reference => Incident.Row.Reference;

    /// <summary>"E-mail and Office, DNS".</summary>
    public string Name => string.Join(", ", Services.Select(service => service.Name));

    /// <summary>Its place in an address, which says nothing of whose case it is.</summary>
    public string Key => string.Join(',', Services.Select(service => service.Id));

    /// <summary>Whether somebody is added to its updates on these pages. ESS-10.</summary>
    public bool IsJoinedHere(Guide guide) => Services.Any(one => RouteMaker.HasSelfService(guide, one.Id));

    public KnownProblemView View(PortalVisitor visitor) =>
        new(
            Name,
            $"Reported since {PortalMoments.InFull(Incident.Row.LoggedAt, visitor.Visit.Zone)}. We are working on it.",
            IsJoinedHere(visitor.Visit.Guide) ? PortalAddresses.Known(visitor.Desk, Key) : null
        )
        {
            MineHref = Mine is { } mine ? PortalAddresses.Case(visitor.Desk, mine.Text) : null,
        };
}
