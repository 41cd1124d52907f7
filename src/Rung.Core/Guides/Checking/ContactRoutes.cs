using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Services that no contact route is for.</summary>
internal static class ContactRoutes
{
    public static GuideCheck Check { get; } =
        new(["services.id", "routes.services", "routes.purpose", "kinds.handOverRoute", "complaints"], Run);

    /// <summary>Routes by which trouble with this service can be reported.</summary>
    public static IEnumerable<Route> For(Guide guide, Service service) =>
        guide.Routes.Where(route =>
            route.Services.Contains(service.Id) || (route.Services.Count == 0 && !IsForElse(guide, route))
        );

    private static void Run(CheckContext context)
    {
        foreach (var service in context.Guide.Services.Where(service => !For(context.Guide, service).Any()))
        {
            context.Report(
                ProblemCode.NoRoute,
                (service, "id"),
                $"nobody can be contacted about `{service.Id}`: no route is for it",
                "add it to the `services` of a route"
            );
        }
    }

    // A route without services is for all of them, unless the guide uses it for something else than reporting.
    private static bool IsForElse(Guide guide, Route route) =>
        guide.Kinds.Any(kind => kind.HandOverRoute == route.Id)
        || guide.Complaints?.Has(route) == true
        || route.Purpose is "sales" or "escalation" or "management" or "complaints" or "complaint management";
}
