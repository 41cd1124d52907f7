using NodaTime;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>The link by which somebody chooses the password of their account: once, for three days (S14).</summary>
internal sealed class Invitation(RungDatabase database, DeskClock clock, PasswordRule passwords)
{
    public const string Purpose = "invitation";

    /// <summary>Where the links lead; what follows is the secret.</summary>
    public const string Path = "/invitation";

    public static Duration Patience { get; } = Duration.FromDays(3);

    /// <summary>The same of a link that somebody asked for who is not signed in.</summary>
    public static Duration ForgottenPatience { get; } = Duration.FromHours(1);

    /// <summary>How many of those lead in at once: whoever asks for more has them in their mailbox.</summary>
    public const int MostAtOnce = 3;

    public static EntryLink Link(string secret, Account account, Instant until) =>
        new(Secret.Hash(secret), Purpose, account.Id, until);

    /// <summary>Whose link this is; looking at it changes nothing, whatever looks.</summary>
    /// <returns>Null: it leads nowhere any more.</returns>
    public async Task<Account?> Find(string secret) =>
        await database.EntryLinks.Find(Secret.Hash(secret), Purpose, clock.Now()) is { AccountId: { } id }
        && await database.Accounts.Find(id) is { IsOpen: true } account
            ? account
            : null;

    /// <summary>Sets the password, uses the link up and ends every session that there was (S23).</summary>
    /// <returns>Null: it leads nowhere any more.</returns>
    public async Task<Account?> Accept(string secret, Account account, string password)
    {
        var accepted = account with { Password = passwords.Hash(password), Stamp = Secret.Id() };
        var use = new EntryUse(Secret.Hash(secret), Purpose, clock.Now());
        return await database.EntryLinks.SetPassword(use, accepted) == LinkUse.Done ? accepted : null;
    }
}
