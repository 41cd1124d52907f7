using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>Where accounts are changed: every change of one, of its roles and of what it gets in by, happens here.</summary>
internal sealed class AccountDesk(
    RungDatabase database,
    DeskClock clock,
    PasswordRule passwords,
    FailedEntries failures,
    AccountMails mails
)
{
    /// <summary>Somebody changes their own password: every other session of theirs ends, and this one has a new cookie.</summary>
    /// <returns>What is wrong, by field.</returns>
    public async Task<IReadOnlyList<(string Field, string? Fault)>> ChangePassword(
        HttpContext context,
        Account account,
        string now,
        string next
    )
    {
        if (await failures.Begin(context, account.Email) is not { } attempt)
        {
            return [("now", FailedEntries.TooOften)];
        }
        if (!passwords.IsRight(account, now))
        {
            return [("now", "This is not your password.")];
        }
        await failures.DidNotFail(attempt);
        if (PasswordRule.Fault(next, account.Email, account.Name) is { } fault)
        {
            return [("password", fault)];
        }
        var changed = account with { Password = passwords.Hash(next), Stamp = Secret.Id() };
        await database.Accounts.SavePassword(changed);
        await context.RequestServices.GetRequiredService<EntryDesk>().Begin(context, changed);
        return [];
    }

    /// <summary>Adds an account that nobody can sign in with yet; a link is given to its owner next.</summary>
    /// <returns>Null: another account has the address or the name, or one that looks the same.</returns>
    public async Task<Account?> Invite(Person person, IReadOnlyList<Right> rights)
    {
        if (await LooksLike(person.Name))
        {
            return null;
        }
        var account = new Account(Secret.Id(), person.Email, person.Name, Secret.Id()) { CreatedAt = clock.Now() };
        return await database.Accounts.Add(account, rights) ? account : null;
    }

    // The timeline has names alone: nobody is to be taken for somebody else.
    private async Task<bool> LooksLike(string name)
    {
        var key = Visible.KeyOf(name);
        return (await database.Accounts.All()).Any(one => Visible.KeyOf(one.Account.Name) == key);
    }

    /// <summary>
    /// A link by which whoever owns the account chooses a password: the first, or another when it was forgotten. It takes the
    /// place of an earlier one, and no one-time code away (S55).
    /// </summary>
    /// <returns>The secret of it, which is handed over by whoever asked and cannot be shown again.</returns>
    public async Task<string> NewLink(Account account)
    {
        var (secret, now) = (Secret.New(), clock.Now());
        await database.EntryLinks.Replace(Invitation.Link(secret, account, now + Invitation.Patience), now);
        return secret;
    }

    /// <summary>The same by a mail to the account's address; nobody else sees the link.</summary>
    public async Task SendLink(Account account)
    {
        var (secret, now) = (Secret.New(), clock.Now());
        var link = Invitation.Link(secret, account, now + Invitation.Patience);
        await database.EntryLinks.Replace(link, now, await mails.Of(account, secret, link.ExpiresAt));
    }

    /// <summary>
    /// The same for somebody who says that they have forgotten their password: a link that lasts less, and takes no earlier one's
    /// place, since anybody may ask. Where there is no such account nothing happens.
    /// </summary>
    public async Task SendForgotten(string email)
    {
        if (await database.Accounts.FindByEmail(email) is { IsOpen: true } account)
        {
            var (secret, now) = (Secret.New(), clock.Now());
            var link = Invitation.Link(secret, account, now + Invitation.ForgottenPatience);
            var mail = await mails.Of(account, secret, link.ExpiresAt);
            await database.EntryLinks.Send(link, mail, Invitation.MostAtOnce, now);
        }
    }

    /// <returns>False: they had it.</returns>
    public Task<bool> Grant(string id, Right right) => database.Accounts.Grant(id, right);

    /// <returns>False: nobody could give out accounts any more; nothing was done.</returns>
    public Task<bool> Withdraw(string id, Right right) =>
        database.Accounts.Withdraw(id, right, AccountRole.OfInstallation);

    /// <summary>Takes the one-time code away from somebody who has lost their authenticator; their sessions end.</summary>
    public async Task RemoveCode(Account account) =>
        await database.Accounts.SaveCode(
            account with
            {
                CodeKey = null,
                CodeStep = 0,
                Stamp = Secret.Id(),
            },
            [],
            await mails.Changed(account, "an administrator took your one-time code away")
        );

    /// <summary>Nobody signs in with it any more, and whoever is signed in with it is not any more.</summary>
    /// <returns>False: nobody could give out accounts any more; nothing was done.</returns>
    public Task<bool> Disable(Account account) =>
        database.Accounts.Disable(account with { Stamp = Secret.Id() }, clock.Now(), AccountRole.OfInstallation);

    public Task Enable(Account account) =>
        database.Accounts.Disable(account with { Stamp = Secret.Id() }, null, AccountRole.OfInstallation);

    /// <summary>Makes a token for a program.</summary>
    /// <returns>What is sent with each call; it cannot be shown again. Null: another that is good has this name.</returns>
    public async Task<string?> MakeToken(string name, Right right, (string MadeBy, Duration For) how)
    {
        var (secret, now) = (ApiTokenSecret.New(), clock.Now());
        var token = new ApiToken(Secret.Id(), name, right)
        {
            MadeBy = how.MadeBy,
            CreatedAt = now,
            ExpiresAt = now + how.For,
        };
        return await database.Tokens.Add(token, Secret.Hash(secret)) ? secret : null;
    }

    public Task RevokeToken(string id) => database.Tokens.Revoke(id, clock.Now());

    /// <param name="but">This session goes on; empty: none does.</param>
    public Task EndSessions(string account, string but) => database.Sessions.EndAll(account, but, clock.Now());
}
