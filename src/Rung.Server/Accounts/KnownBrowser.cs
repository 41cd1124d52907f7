using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>
/// A browser that somebody has signed in with before. What fails elsewhere, be it in the same office, does not shut its owner out:
/// its attempts for their address are counted by themselves (S55).
/// </summary>
internal sealed class KnownBrowser(IDataProtectionProvider protection)
{
    private const string Name = "rung-known-";
    private const int OfName = 8;
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(365);

    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("rung.known-browser")
        .ToTimeLimitedDataProtector();

    /// <summary>From now on it is known as one of theirs.</summary>
    public void Remember(HttpContext context, string email)
    {
        var who = Of(email);
        SecretCookie.Write(context, CookieName(who), _protector.Protect($"{who} {Secret.Id()}", Lasts), Lasts);
    }

    /// <returns>Which browser of theirs it is; null: nobody with this address has signed in with it.</returns>
    public string? Find(HttpContext context, string email)
    {
        var who = Of(email);
        try
        {
            return
                SecretCookie.Read(context, CookieName(who)) is { Length: > 0 } kept
                && _protector.Unprotect(kept).Split(' ') is [var of, var browser]
                && of == who
                ? browser
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Of(string email) => Secret.Hash(Account.KeyOf(email));

    private static string CookieName(string who) => Name + who[..OfName];
}
