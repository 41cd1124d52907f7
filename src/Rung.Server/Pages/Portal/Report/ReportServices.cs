using Rung.Core.Guides;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>Which services somebody can report, and whom to turn to for the others. ESS-10.</summary>
internal static class ReportServices
{
    /// <summary>Those that the customer has; all where it is not on file which.</summary>
    public static IReadOnlyList<Service> Of(PortalVisitor visitor)
    {
        var own = visitor.Customer.Services;
        return [.. visitor.Visit.Guide.Services.Where(service => own.Count == 0 || own.Contains(service.Id))];
    }

    public static IReadOnlyList<Service> Here(PortalVisitor visitor) =>
        [.. Of(visitor).Where(service => RouteMaker.HasSelfService(visitor.Visit.Guide, service.Id))];

    /// <summary>The ways of contact for what is not reported here.</summary>
    public static IReadOnlyList<ContactWayView> Elsewhere(PortalVisitor visitor)
    {
        var guide = visitor.Visit.Guide;
        return
        [
            .. Of(visitor)
                .Select(service => SupportRoutes.For(guide, [service.Id]))
                .Where(route => route is not null && !RouteMaker.HasSelfService(route))
                .Distinct()
                .Select(route => RouteMaker.Of(guide, route!)),
        ];
    }

    /// <summary>Whether anything can be reported here at all.</summary>
    public static bool Any(PortalVisitor visitor) =>
        Here(visitor).Count > 0
        || (
            visitor.Visit.Guide.Services.Count == 0
            && SupportRoutes.For(visitor.Visit.Guide, []) is { } route
            && RouteMaker.HasSelfService(route)
        );
}
