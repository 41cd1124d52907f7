using Rung.Storage.Accounts;

namespace Rung.Server.Accounts.Issuers;

/// <summary>Who of those whom an issuer vouched for is believed still: the file of issuers may have changed since (S24, S58).</summary>
internal static class IssuerTrust
{
    /// <summary>Whether nobody had to vouch for somebody of the desk, or one who is asked still.</summary>
    public static bool LetIn(this IReadOnlyList<Issuer> issuers, LiveSession session) =>
        session.Issuer is not { } address || issuers.Any(one => one.Desk is null && one.Address.AbsoluteUri == address);

    /// <summary>The same of a contact.</summary>
    public static bool LetIn(this IReadOnlyList<Issuer> issuers, ContactSession session) =>
        session.Issuer is not { } address
        || issuers.Any(one =>
            one.Desk == session.Desk
            && one.Address.AbsoluteUri == address
            && (one.Customers is [] || one.Customers.Contains(session.Customer))
        );
}
