using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Rung.Server.Accounts.Issuers;
using Rung.Server.Audit;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>Where people come in and go out: every sign-in and sign-out of a person happens here.</summary>
internal sealed class EntryDesk(
    RungDatabase database,
    DeskClock clock,
    PasswordRule passwords,
    FailedEntries failures,
    CodeKeys codes,
    KnownBrowser browsers,
    IDataProtectionProvider protection
)
{
    private const int LongestAbout = 160;

    // What was typed may be a password in the wrong field.
    public const string Nobody = "nobody known";
    private static readonly TimeSpan CodePatience = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _halfWay = protection
        .CreateProtector("rung.half-way")
        .ToTimeLimitedDataProtector();

    /// <summary>By address and password.</summary>
    public async Task<EntryAnswer> SignIn(HttpContext context, string email, string password)
    {
        if (await failures.Begin(context, email) is not { } attempt)
        {
            return new EntryAnswer.TooMany();
        }
        var account = await database.Accounts.FindByEmail(email);
        if (!passwords.IsRight(account, password) || account is not { IsOpen: true })
        {
            AuditTrail.Note(context, account?.Name ?? Nobody, Deed.NotSignedIn);
            return new EntryAnswer.Wrong();
        }
        if (account.CodeKey is not null)
        {
            await failures.DidNotFail(attempt);
            return new EntryAnswer.NeedsCode(_halfWay.Protect($"{account.Id} {account.Stamp}", CodePatience));
        }
        await failures.Succeeded(attempt);
        await Begin(context, account);
        return new EntryAnswer.Done();
    }

    /// <summary>By the code that is asked for after the password: one-time, or for recovery.</summary>
    /// <param name="halfWay">Shows that the password was right, a few minutes ago at most.</param>
    public async Task<EntryAnswer> SignInByCode(HttpContext context, string halfWay, string code)
    {
        if (await HalfWay(halfWay) is not { CodeKey: not null } account)
        {
            return new EntryAnswer.Wrong();
        }
        if (await failures.Begin(context, account.Email) is not { } attempt)
        {
            return new EntryAnswer.TooMany();
        }
        if (!await codes.Take(account, code))
        {
            AuditTrail.Note(context, account.Name, Deed.NotSignedIn);
            return new EntryAnswer.NeedsCode(halfWay);
        }
        await failures.Succeeded(attempt);
        await Begin(context, account);
        return new EntryAnswer.Done();
    }

    /// <summary>Somebody is signed in from now on, under a new session whatever was there before (S58).</summary>
    /// <param name="issuer">Who vouches for them: once that one is asked no more, the session is over; null: nobody has to.</param>
    public async Task Begin(HttpContext context, Account account, Issuer? issuer = null)
    {
        await SignOut(context);
        var secret = Secret.New();
        var about = context.Request.Headers.UserAgent.ToString();
        await database.Sessions.Begin(
            Secret.Hash(secret),
            account,
            new SessionBegun(about.Length > LongestAbout ? about[..LongestAbout] : about, issuer?.Address.AbsoluteUri),
            clock.Now()
        );
        SessionCookie.Write(context, secret);
        browsers.Remember(context, account.Email);
        AuditTrail.Note(context, account.Name, Deed.SignedIn);
    }

    public async Task SignOut(HttpContext context)
    {
        if (SessionCookie.Read(context) is { Length: > 0 } secret)
        {
            await database.Sessions.End(Secret.Hash(secret), clock.Now());
            SessionCookie.Delete(context);
        }
    }

    // Another password or another authenticator since voids it.
    private async Task<Account?> HalfWay(string text)
    {
        try
        {
            return
                _halfWay.Unprotect(text).Split(' ') is [var id, var stamp]
                && await database.Accounts.Find(id) is { IsOpen: true } account
                && account.Stamp == stamp
                ? account
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>What became of an attempt to sign in.</summary>
internal abstract record EntryAnswer
{
    private EntryAnswer() { }

    internal sealed record Done : EntryAnswer;

    /// <summary>Address, password or code: which of them is not said.</summary>
    internal sealed record Wrong : EntryAnswer;

    /// <summary>It failed so often from there that it has to wait.</summary>
    internal sealed record TooMany : EntryAnswer;

    /// <param name="HalfWay">Shows for a few minutes that the password was right.</param>
    internal sealed record NeedsCode(string HalfWay) : EntryAnswer;
}
