using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>
/// The secrets of authenticators, kept encrypted with the keys in the data folder; and whether a code is right, which it is once.
/// </summary>
internal sealed class CodeKeys(RungDatabase database, DeskClock clock, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("rung.code-key");

    /// <summary>A new secret, as it is kept.</summary>
    public string New() => _protector.Protect(Convert.ToBase64String(OneTimeCode.NewKey()));

    /// <returns>Null: it was encrypted by another installation, or changed.</returns>
    public byte[]? Open(string kept)
    {
        try
        {
            return Convert.FromBase64String(_protector.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The step whose code this is.</summary>
    /// <returns>Null: of none.</returns>
    public long? Match(string kept, string code) =>
        Open(kept) is { } key ? OneTimeCode.Match(key, code, clock.Now()) : null;

    /// <summary>Takes a one-time code or a recovery code of an account: neither is taken twice (S55).</summary>
    public async Task<bool> Take(Account account, string code) =>
        Match(account.CodeKey!, code) is { } step
            ? await database.Accounts.TakeStep(account.Id, step)
            : await database.Accounts.TakeRecovery(account.Id, RecoveryCodes.Hash(code), clock.Now());
}
