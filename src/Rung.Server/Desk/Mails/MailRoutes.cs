using Rung.Core.Cases;
using Rung.Core.Guides;
using Route = Rung.Core.Guides.Route;

namespace Rung.Server.Desk.Mails;

/// <summary>Which desk an address belongs to, by the routes that the guides publish.</summary>
internal static class MailRoutes
{
    /// <summary>Every address at which a desk receives mail.</summary>
    public static IEnumerable<string> Addresses(Guide guide) =>
        PublishedMailboxes.Of(guide).Select(one => one.Address).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Id of the desk that publishes the address, or else of the one that did or will by another version of its guide: a mailbox
    /// does not change hands when a version takes force. The first desk where there is none, so that no mail is turned away.
    /// </summary>
    public static string Find(DeskRegister desks, string address) =>
        Publisher(desks, address)?.Document.Id ?? desks.Active[0].Document.Id;

    /// <summary>The version that says so, one in force before the others; null: no desk publishes the address, or ever did.</summary>
    public static Guide? Publisher(DeskRegister desks, string address) =>
        desks.Active.Concat(desks.Enacted).FirstOrDefault(guide => guide.TakesMailAt(address));

    /// <summary>The route that publishes the address; null: none does.</summary>
    public static Route? RouteOf(Guide guide, string address)
    {
        var plain = EmailAddress.WithoutTag(address);
        return guide.Routes.FirstOrDefault(route => route.Addresses.Any(one => IsMail(one, plain)));
    }

    /// <summary>Whether the guide has this address for complaints and for nothing else. ESS-91</summary>
    public static bool IsForComplaints(Guide guide, string address)
    {
        var plain = EmailAddress.WithoutTag(address);
        var routes = guide.Routes.Where(route => route.Addresses.Any(one => IsMail(one, plain))).ToList();
        return routes.Count > 0 && routes.TrueForAll(route => guide.Complaints?.Has(route) == true);
    }

    /// <summary>How the route takes mail at the address; null: no route has it.</summary>
    public static RouteAddress? AddressOf(Guide guide, string address)
    {
        var plain = EmailAddress.WithoutTag(address);
        return PublishedMailboxes.Of(guide).FirstOrDefault(one => IsMail(one, plain));
    }

    /// <summary>The address that mails of a route are from; null: it has none.</summary>
    public static string? From(Core.Guides.Route? route) =>
        route?.Addresses.FirstOrDefault(address => address.Channel == Channel.Email)?.Address;

    private static bool IsMail(RouteAddress one, string plain) =>
        one.Channel == Channel.Email && one.Address.Equals(plain, StringComparison.OrdinalIgnoreCase);
}
