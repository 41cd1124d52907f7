using Rung.Core.Cases;

namespace Rung.Mail.Inbound;

/// <summary>What tells the desk's own mail from that of others.</summary>
/// <param name="addresses">Every address that the desk receives mail at, in any case of letters.</param>
public sealed class OwnAddresses(IEnumerable<string> addresses)
{
    private readonly HashSet<string> _addresses = new(addresses, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this is one of them, with or without what follows a plus sign.</summary>
    public bool Has(string address) => _addresses.Contains(EmailAddress.WithoutTag(address));
}
