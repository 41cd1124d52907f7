using NodaTime;
using Rung.Storage.Outbox;

namespace Rung.Storage.Accounts;

/// <summary>Accounts and what they may be.</summary>
public sealed class AccountStore
{
    private readonly RungDatabase _database;

    internal AccountStore(RungDatabase database) => _database = database;

    /// <returns>False: another account has this address or this name.</returns>
    public Task<bool> Add(Account account, params IReadOnlyList<Right> rights) =>
        _database.Write(session => AccountSql.Add(session, account, rights));

    public Task<Account?> Find(string id) =>
        _database.Read(session => session.First(AccountSql.ById, AccountSql.Read, ("id", id)));

    public Task<Account?> FindByEmail(string email) =>
        _database.Read(session =>
            session.First(AccountSql.ByEmail, AccountSql.Read, ("email_key", Account.KeyOf(email)))
        );

    /// <summary>All of them by name, with what they may be.</summary>
    public Task<IReadOnlyList<AccountWithRights>> All() =>
        _database.ReadAtOneMoment(async session =>
        {
            var rights = await session.List(
                AccountSql.Rights,
                row => (Id: row.Text(0), new Right(row.Text(1), row.Text(2)))
            );
            var byId = rights.ToLookup(one => one.Id, one => one.Item2, StringComparer.Ordinal);
            var accounts = await session.List(AccountSql.All, AccountSql.Read);
            return (IReadOnlyList<AccountWithRights>)
                [.. accounts.Select(one => new AccountWithRights(one, [.. byId[one.Id]]))];
        });

    /// <summary>Names and roles of those who may act at a desk, by name.</summary>
    public Task<List<(string Name, string Role)>> OfDesk(string desk) =>
        _database.Read(session => session.List(AccountSql.OfDesk, row => (row.Text(0), row.Text(1)), ("desk", desk)));

    public Task<List<Right>> RightsOf(string id) =>
        _database.Read(session => session.List(AccountSql.RightsOf, AccountSql.ReadRight, ("id", id)));

    /// <returns>False: they had it.</returns>
    public Task<bool> Grant(string id, Right right) =>
        _database.Write(async session =>
            await session.Execute(AccountSql.Grant, ("id", id), ("desk", right.Desk), ("role", right.Role)) > 0
        );

    /// <param name="kept">What at least one open account has to hold.</param>
    /// <returns>False: nobody else who can sign in holds it.</returns>
    public Task<bool> Withdraw(string id, Right right, Right kept) =>
        _database.Write(async session =>
            (right != kept || await IsHeldByOthers(session, id, kept))
            && await session.Execute(AccountSql.Withdraw, ("id", id), ("desk", right.Desk), ("role", right.Role)) >= 0
        );

    /// <summary>Nobody signs in with it any more, or they may again; every session of it ends.</summary>
    /// <param name="at">Null: they may again.</param>
    /// <param name="kept">What at least one open account has to hold.</param>
    /// <returns>False: nobody else who can sign in holds it.</returns>
    public Task<bool> Disable(Account account, Instant? at, Right kept) =>
        _database.Write(async session =>
        {
            var rights = await session.List(AccountSql.RightsOf, AccountSql.ReadRight, ("id", account.Id));
            if (at is not null && rights.Contains(kept) && !await IsHeldByOthers(session, account.Id, kept))
            {
                return false;
            }
            var micros = at is { } then ? Micros.Of(then) : (long?)null;
            await session.Execute(AccountSql.Disable, ("at", micros), ("stamp", account.Stamp), ("id", account.Id));
            return true;
        });

    /// <summary>Sets password and stamp as the account has them: earlier sessions end.</summary>
    public Task SavePassword(Account account) => _database.Write(session => AccountSql.SavePassword(session, account));

    /// <summary>Sets or takes away the authenticator as the account has it, with new recovery codes instead of the old.</summary>
    public Task SaveCode(Account account, IReadOnlyList<string> recoveryHashes, OutboxMessage? mail = null) =>
        _database.Write(async session =>
        {
            var changed = await session.Execute(
                AccountSql.SetCode,
                ("code_key", account.CodeKey),
                ("step", account.CodeStep),
                ("stamp", account.Stamp),
                ("id", account.Id)
            );
            await session.Execute(AccountSql.ForgetCodes, ("id", account.Id));
            foreach (var hash in recoveryHashes)
            {
                await session.Execute(AccountSql.AddCode, ("id", account.Id), ("hash", hash));
            }
            await OutboxSql.Maybe(session, mail);
            return changed;
        });

    /// <summary>Takes the one-time code of this step.</summary>
    /// <returns>False: it or a later one was taken before.</returns>
    public Task<bool> TakeStep(string id, long step) =>
        _database.Write(async session => await session.Execute(AccountSql.TakeStep, ("step", step), ("id", id)) > 0);

    /// <returns>False: there is no such code, or it was taken before.</returns>
    public Task<bool> TakeRecovery(string id, string hash, Instant now) =>
        _database.Write(async session =>
            await session.Execute(AccountSql.UseCode, ("at", Micros.Of(now)), ("id", id), ("hash", hash)) > 0
        );

    public Task<int> RecoveryLeft(string id) =>
        _database.Read(async session => (int)(await session.Number(AccountSql.CodesLeft, ("id", id)) ?? 0));

    /// <summary>Whether anybody who can sign in holds it.</summary>
    public Task<bool> IsHeld(Right right) => _database.Read(session => IsHeldByOthers(session, "", right));

    private static async ValueTask<bool> IsHeldByOthers(SqlSession session, string id, Right right) =>
        await session.Number(AccountSql.OthersWith, ("desk", right.Desk), ("role", right.Role), ("id", id)) > 0;
}

public sealed record AccountWithRights(Account Account, IReadOnlyList<Right> Rights);
