namespace Rung.Core.Guides;

/// <summary>Which way of contact is told to whom: group B of the schools desk has a number of its own (ESS-09, ESS-10).</summary>
public static class SupportRoutes
{
    /// <summary>The first route for support that serves one of the services; the first of all where none does.</summary>
    public static Route? For(Guide guide, IReadOnlyList<string> services)
    {
        var routes = guide.Routes.Where(route => route.Purpose == "support").ToList();
        return routes.Find(route => route.Services.Any(services.Contains)) ?? routes.FirstOrDefault();
    }

    /// <summary>The route for support that has the address; the first of all where none does.</summary>
    public static Route? At(Guide guide, string address)
    {
        var routes = guide.Routes.Where(route => route.Purpose == "support").ToList();
        return routes.Find(route => Has(route, address)) ?? routes.FirstOrDefault();
    }

    private static bool Has(Route route, string address) =>
        route.Addresses.Any(one => one.Address.Equals(address, StringComparison.OrdinalIgnoreCase));
}
