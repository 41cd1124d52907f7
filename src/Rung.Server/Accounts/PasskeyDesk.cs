using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Rung.Server.Audit;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>
/// Passkeys: made by somebody who is signed in, and signed in with by whoever has the device. Between question and answer the
/// browser keeps what was asked, encrypted, for five minutes.
/// </summary>
internal sealed class PasskeyDesk(
    RungDatabase database,
    IServiceScopeFactory scopes,
    EntryDesk entry,
    FailedEntries failures,
    PasswordRule passwords,
    IDataProtectionProvider protection,
    AccountMails mails
)
{
    private const string Cookie = "rung-passkey";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _asked = protection
        .CreateProtector("rung.passkey")
        .ToTimeLimitedDataProtector();

    /// <returns>What the browser asks the device, to make a passkey.</returns>
    public async Task<string> AskNew(HttpContext context, Account account)
    {
        var entity = new PasskeyUserEntity
        {
            Id = account.Id,
            Name = account.Email,
            DisplayName = account.Name,
        };
        var asked = await With(handler => handler.MakeCreationOptionsAsync(entity, context));
        Keep(context, asked.AttestationState!);
        return asked.CreationOptionsJson;
    }

    /// <summary>
    /// By whoever knows the password: somebody who sits down before a browser that was left open makes no way in for later.
    /// </summary>
    /// <returns>What is wrong, by field; none: the account has the passkey now.</returns>
    public async Task<IReadOnlyList<(string Field, string? Fault)>> Add(
        HttpContext context,
        Account account,
        NewPasskey given
    )
    {
        if (await failures.Begin(context, account.Email) is not { } attempt)
        {
            return [(NewPasskey.PasswordField, FailedEntries.TooOften)];
        }
        if (!passwords.IsRight(account, given.Password))
        {
            return [(NewPasskey.PasswordField, "This is not your password.")];
        }
        await failures.DidNotFail(attempt);
        return await Make(context, account, given)
            ? []
            : [("name", "The device made no passkey, or it took too long. Try again.")];
    }

    private async Task<bool> Make(HttpContext context, Account account, NewPasskey given)
    {
        var of = new PasskeyAttestationContext
        {
            HttpContext = context,
            CredentialJson = given.Credential,
            AttestationState = Take(context),
        };
        var made = await With(handler => handler.PerformAttestationAsync(of));
        return made is { Succeeded: true }
            && made.UserEntity.Id == account.Id
            && await database.Passkeys.Add(
                PasskeyUsers.Kept(made.Passkey, account.Id, given.Name),
                await mails.Changed(account, $"the passkey {given.Name} was made, which signs in by itself")
            );
    }

    /// <returns>What the browser asks the device, whoever's it is.</returns>
    public async Task<string> Ask(HttpContext context)
    {
        var asked = await With(handler => handler.MakeRequestOptionsAsync(null, context));
        Keep(context, asked.AssertionState!);
        return asked.RequestOptionsJson;
    }

    /// <summary>By what the device answered. It made sure of its owner, so that no other code is asked for.</summary>
    public async Task<EntryAnswer> SignIn(HttpContext context, string credential)
    {
        if (await failures.Begin(context, who: null) is not { } attempt)
        {
            return new EntryAnswer.TooMany();
        }
        var of = new PasskeyAssertionContext
        {
            HttpContext = context,
            CredentialJson = credential,
            AssertionState = Take(context),
        };
        var shown = await With(handler => handler.PerformAssertionAsync(of));
        if (!shown.Succeeded || shown.User is not { IsOpen: true } account)
        {
            AuditTrail.Note(context, shown.User?.Name ?? EntryDesk.Nobody, Deed.NotSignedIn);
            return new EntryAnswer.Wrong();
        }
        await database.Passkeys.Used(PasskeyUsers.IdOf(shown.Passkey.CredentialId), shown.Passkey.SignCount);
        await failures.Succeeded(attempt);
        await entry.Begin(context, account);
        return new EntryAnswer.Done();
    }

    public async Task Remove(string id, Account account) =>
        await database.Passkeys.Remove(id, account.Id, await mails.Changed(account, "a passkey was taken away"));

    // Identity makes its parts anew for each request.
    private async Task<T> With<T>(Func<IPasskeyHandler<Account>, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<IPasskeyHandler<Account>>());
    }

    private void Keep(HttpContext context, string state) =>
        context.Response.Cookies.Append(Cookie, _asked.Protect(state, Patience), Options(context));

    // It is taken once: the same answer again finds no question.
    private string? Take(HttpContext context)
    {
        var kept = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, Options(context));
        try
        {
            return kept is null ? null : _asked.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            MaxAge = Patience,
            Path = "/",
        };
}

/// <summary>A passkey as it is sent to be kept.</summary>
/// <param name="Name">The device that it is on.</param>
/// <param name="Credential">What the device answered.</param>
internal sealed record NewPasskey(string Name, string Credential, string Password)
{
    public const string PasswordField = "passkey-password";
}
