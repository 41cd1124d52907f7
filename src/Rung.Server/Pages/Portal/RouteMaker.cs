using Rung.Core.Customers;
using Rung.Core.Guides;
using Route = Rung.Core.Guides.Route;

namespace Rung.Server.Pages.Portal;

/// <summary>The guide's ways of contact as the portal tells them. ESS-09, ESS-10.</summary>
internal static class RouteMaker
{
    public static IReadOnlyList<ContactWayView> Support(Guide guide) =>
        [.. guide.Routes.Where(route => route.Purpose == "support").Select(route => Of(guide, route))];

    public static ContactWayView Of(Guide guide, Route route) =>
        new(
            route.Name,
            string.Join(", ", route.Services.Select(guide.Service).OfType<Service>().Select(service => service.Name)),
            Addresses(route, Channel.Phone),
            Addresses(route, Channel.Email)
        )
        {
            Note = route.Note,
        };

    /// <summary>The ways for support that the customer's contract has.</summary>
    public static IReadOnlyList<ContactWayView> Support(Guide guide, Customer customer) =>
        guide.Contract(customer.Contract) is { } contract ? Support(guide, contract) : Support(guide);

    /// <summary>The ways for support that the contract has. ESS-04.</summary>
    public static IReadOnlyList<ContactWayView> Support(Guide guide, Contract contract) =>
        [
            .. Support(guide)
                .Select(way =>
                    way with
                    {
                        Phones = contract.Takes(Channel.Phone) ? way.Phones : [],
                        Mailboxes = contract.Takes(Channel.Email) ? way.Mailboxes : [],
                    }
                )
                .Where(way => way.Phones.Count + way.Mailboxes.Count > 0),
        ];

    /// <summary>Whether the service's route takes reports here. ESS-10.</summary>
    public static bool HasSelfService(Guide guide, string service) =>
        SupportRoutes.For(guide, [service]) is { } route && HasSelfService(route);

    public static bool HasSelfService(Route route) => Addresses(route, Channel.Portal).Count > 0;

    private static IReadOnlyList<string> Addresses(Route route, Channel channel) =>
        [.. route.Addresses.Where(one => one.Channel == channel).Select(one => one.Address)];
}
