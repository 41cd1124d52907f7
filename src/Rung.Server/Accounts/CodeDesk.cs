using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>Somebody sets up their own one-time code, or takes it away.</summary>
internal sealed class CodeDesk(
    RungDatabase database,
    CodeKeys codes,
    PasswordRule passwords,
    FailedEntries failures,
    EntryDesk entry,
    AccountMails mails
)
{
    /// <summary>
    /// The code is asked for from now on, once whoever has the secret has shown that they can make one. Every session ends but
    /// this, which has a new cookie.
    /// </summary>
    public async Task<CodeSetUp> SetUp(HttpContext context, Account account, NewCode given)
    {
        // Whoever finds a screen unlocked would bind their own telephone.
        if (await PasswordFault(context, account, given.Password) is { } fault)
        {
            return new CodeSetUp.Refused(NewCode.PasswordField, fault);
        }
        if (codes.Match(given.Kept, given.Code) is not { } step)
        {
            return new CodeSetUp.Refused(
                NewCode.CodeField,
                "This is not the code of now. Is the time right on your telephone?"
            );
        }
        var recovery = RecoveryCodes.New();
        var changed = account with { CodeKey = given.Kept, CodeStep = step, Stamp = Secret.Id() };
        var mail = await mails.Changed(account, "a one-time code is asked for when you sign in");
        await database.Accounts.SaveCode(changed, [.. recovery.Select(RecoveryCodes.Hash)], mail);
        await entry.Begin(context, changed);
        return new CodeSetUp.Done(recovery);
    }

    /// <returns>What is wrong; null: it is taken away.</returns>
    public async Task<string?> Remove(HttpContext context, Account account, string password)
    {
        if (await PasswordFault(context, account, password) is { } fault)
        {
            return fault;
        }
        var changed = account with { CodeKey = null, CodeStep = 0, Stamp = Secret.Id() };
        var mail = await mails.Changed(account, "no one-time code is asked for any more when you sign in");
        await database.Accounts.SaveCode(changed, [], mail);
        await entry.Begin(context, changed);
        return null;
    }

    private async Task<string?> PasswordFault(HttpContext context, Account account, string password)
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
        return null;
    }
}

/// <summary>A one-time code as it is sent to be set up.</summary>
/// <param name="Kept">The secret as <see cref="CodeKeys.New"/> made it.</param>
/// <param name="Code">A code of it.</param>
internal sealed record NewCode(string Kept, string Code, string Password)
{
    public const string CodeField = "code";
    public const string PasswordField = "now";
}

/// <summary>What became of setting one up.</summary>
internal abstract record CodeSetUp
{
    private CodeSetUp() { }

    /// <param name="Recovery">The recovery codes, which cannot be shown again.</param>
    internal sealed record Done(IReadOnlyList<string> Recovery) : CodeSetUp;

    /// <param name="Field">The field that is wrong.</param>
    internal sealed record Refused(string Field, string Fault) : CodeSetUp;
}
