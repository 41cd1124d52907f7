namespace Rung.Mail.Inbound;

/// <summary>What tells the desk's own mail from that of others.</summary>
/// <param name="addresses">Every address that the desk receives mail at, in any case of letters.</param>
public sealed class OwnAddresses(IEnumerable<string> addresses)
{
    private readonly HashSet<string> _addresses = new(addresses, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this is one of them, with or without what follows a plus sign.</summary>
    public bool Has(string address) => _addresses.Contains(WithoutTag(address));

    /// <summary><c>desk+abc@example.org</c> is delivered to <c>desk@example.org</c>.</summary>
    public static string WithoutTag(string address)
    {
        var at = address.LastIndexOf('@');
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && plus < at ? address[..plus] + address[at..] : address;
    }
}
