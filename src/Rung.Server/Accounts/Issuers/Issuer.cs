namespace Rung.Server.Accounts.Issuers;

/// <summary>
/// Somebody else who signs people in and says who they are (OpenID Connect): the desk's own organisation, a school, a trust. A class,
/// so that nothing prints its secret.
/// </summary>
/// <param name="id">Stands in addresses.</param>
/// <param name="name">Stands on the button.</param>
/// <param name="address">Who it says it is; below it is its description.</param>
/// <param name="client">As whom it knows us.</param>
public sealed class Issuer(string id, string name, Uri address, string client)
{
    public string Id => id;
    public string Name => name;
    public Uri Address => address;
    public string Client => client;

    /// <summary>What shows that it is us who asks; null: it asks for none.</summary>
    public string? Secret { get; init; }

    /// <summary>The desk at whose portal it lets contacts in; null: it lets people of the desk in, who have accounts.</summary>
    public string? Desk { get; init; }

    /// <summary>The customers whose people it lets in; empty: those of every customer of the desk.</summary>
    public IReadOnlyList<string> Customers { get; init; } = [];

    /// <summary>Whose addresses it is believed to know the owner of (S24).</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>What of its word is the address.</summary>
    public string Claim { get; init; } = "email";

    /// <summary>What of its word says that it has made sure of the address.</summary>
    public string Verified { get; init; } = "email_verified";

    /// <summary>Whether the owner of an address of this domain may be known by it.</summary>
    public bool IsBelievedFor(string email) =>
        Domains.Any(domain => email.EndsWith($"@{domain}", StringComparison.OrdinalIgnoreCase));
}
