using Rung.Core.Cases;

namespace Rung.Core.Guides;

/// <summary>The addresses at which a desk takes mail, as its routes publish them: what is written there is read by Rung first.</summary>
public static class PublishedMailboxes
{
    /// <summary>In the order of the routes; one that several routes have stands there as often.</summary>
    public static IEnumerable<RouteAddress> Of(Guide guide) =>
        guide.Routes.SelectMany(route => route.Addresses).Where(address => address.Channel == Channel.Email);

    /// <summary>Whether the desk takes mail at the address, in any case of letters, with or without what follows a plus sign.</summary>
    public static bool TakesMailAt(this Guide guide, string address)
    {
        var plain = EmailAddress.WithoutTag(address);
        return Of(guide).Any(one => one.Address.Equals(plain, StringComparison.OrdinalIgnoreCase));
    }
}
