using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>
/// The first account: while nobody can administer the installation, whoever started it gets a token, once, that makes an
/// administrator. There is no account before (S65).
/// </summary>
internal sealed class FirstRun(RungDatabase database, DeskClock clock, PasswordRule passwords)
{
    public const string Purpose = "first-run";
    private static readonly Duration Patience = Duration.FromHours(24);

    // Whoever sets a desk up wants to see it; the accounts page takes the second away again.
    private static readonly Right[] Rights = [AccountRole.OfInstallation, new(Right.EveryDesk, Actor.AgentRole)];

    public async Task<bool> IsOpen() => !await database.Accounts.IsHeld(AccountRole.OfInstallation);

    /// <summary>Whether there is anything for a token to do: nobody administers, or one was given out none the less.</summary>
    public async Task<bool> IsAwaited() => await IsOpen() || await database.EntryLinks.IsAwaited(Purpose, clock.Now());

    /// <summary>Gives a new token out; one of an earlier start leads nowhere any more.</summary>
    /// <returns>Null: somebody administers the installation already.</returns>
    public async Task<string?> Begin() => await IsOpen() ? await Token() : null;

    /// <summary>The token makes an administrator and is used up by it.</summary>
    public async Task<(LinkUse Entry, Account Account)> Make(string token, Person person, string password)
    {
        var now = clock.Now();
        var account = new Account(Secret.Id(), person.Email, person.Name, Secret.Id())
        {
            Password = passwords.Hash(password),
            CreatedAt = now,
        };
        return (
            await database.EntryLinks.Add(new EntryUse(Secret.Hash(token), Purpose, now), account, Rights),
            account
        );
    }

    /// <summary>The same while there are administrators: for when none of them gets in any more.</summary>
    public async Task<string> Token()
    {
        var (token, now) = (Secret.New(), clock.Now());
        await database.EntryLinks.Replace(new EntryLink(Secret.Hash(token), Purpose, null, now + Patience), now);
        return token;
    }
}
