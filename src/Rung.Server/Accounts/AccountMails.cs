using NodaTime;
using Rung.Core.Cases.Telling;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Links;
using Rung.Storage;
using Rung.Storage.Accounts;
using Rung.Storage.Outbox;

namespace Rung.Server.Accounts;

/// <summary>Mails to people of the desk with a link by which they choose a password.</summary>
internal sealed class AccountMails(
    RungDatabase database,
    DeskRegister desks,
    DeskClock clock,
    SealedLinks seals,
    LeavingMail leaving
)
{
    /// <summary>The first, as long as they have no password; else another.</summary>
    public async Task<OutboxMessage> Of(Account account, string secret, Instant until)
    {
        var guide = await Guide(account);
        var reader = new EntryReader(account.Name, until);
        var letter = account.Password is null
            ? EntryLetter.Invitation(guide, reader)
            : EntryLetter.Password(guide, reader);
        var seal = seals.Seal($"{Invitation.Path}/{secret}", until);
        return EntryMail.Of(guide, account.Email, (letter, seal), clock.Now());
    }

    /// <summary>Tells somebody what was changed in how they sign in, so that they hear of it where somebody else did it.</summary>
    /// <param name="what">In words, in a sentence.</param>
    /// <returns>Null: no mail leaves.</returns>
    public async Task<OutboxMessage?> Changed(Account account, string what)
    {
        if (!await leaving.Leaves())
        {
            return null;
        }
        var (guide, now) = (await Guide(account), clock.Now());
        return EntryMail.Of(guide, account.Email, EntryLetter.Changed(guide, (account.Name, what), now), now);
    }

    // A desk of theirs writes to them.
    private async Task<Guide> Guide(Account account)
    {
        var rights = await database.Accounts.RightsOf(account.Id);
        return desks.Active.FirstOrDefault(guide => AccountRole.Held(guide, rights).Count > 0) ?? desks.Active[0];
    }
}
