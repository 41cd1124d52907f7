using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>Somebody sets up their own one-time code, or takes it away.</summary>
internal sealed class CodeDesk(
    RungDatabase database,
    CodeKeys codes,
    PasswordRule passwords,
    FailedEntries failures,
    EntryDesk entry
)
{
    /// <summary>
    /// The code is asked for from now on, once whoever has the secret has shown that they can make one. Every session ends but
    /// this, which has a new cookie.
    /// </summary>
    /// <param name="how">The secret as <see cref="CodeKeys.New"/> made it, and a code of it.</param>
    /// <returns>The recovery codes, which cannot be shown again; null: the code is not right.</returns>
    public async Task<IReadOnlyList<string>?> SetUp(
        HttpContext context,
        Account account,
        (string Kept, string Code) how
    )
    {
        if (codes.Match(how.Kept, how.Code) is not { } step)
        {
            return null;
        }
        var recovery = RecoveryCodes.New();
        var changed = account with { CodeKey = how.Kept, CodeStep = step, Stamp = Secret.Id() };
        await database.Accounts.SaveCode(changed, [.. recovery.Select(RecoveryCodes.Hash)]);
        await entry.Begin(context, changed);
        return recovery;
    }

    /// <returns>What is wrong; null: it is taken away.</returns>
    public async Task<string?> Remove(HttpContext context, Account account, string password)
    {
        if (await failures.Begin(context, account.Email) is not { } attempt)
        {
            return FailedEntries.TooOften;
        }
        if (!passwords.IsRight(account, password))
        {
            return "This is not your password.";
        }
        await failures.DidNotFail(attempt);
        var changed = account with { CodeKey = null, CodeStep = 0, Stamp = Secret.Id() };
        await database.Accounts.SaveCode(changed, []);
        await entry.Begin(context, changed);
        return null;
    }
}
