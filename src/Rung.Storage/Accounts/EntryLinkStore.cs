using NodaTime;
using Rung.Storage.Outbox;

namespace Rung.Storage.Accounts;

/// <summary>Secrets that lead in once: the token of a first run, invitations. Kept as hashes.</summary>
public sealed class EntryLinkStore
{
    private const string New = """
        INSERT INTO entry_links (hash, purpose, account_id, created_at, expires_at)
        VALUES (@hash, @purpose, @account_id, @created_at, @expires_at)
        """;
    private const string ByHash = """
        SELECT purpose, account_id, expires_at FROM entry_links
        WHERE hash = @hash AND purpose = @purpose AND used_at IS NULL AND expires_at > @now
        """;
    private const string Use = """
        UPDATE entry_links SET used_at = @now
        WHERE hash = @hash AND purpose = @purpose AND used_at IS NULL AND expires_at > @now
        """;
    private const string VoidFirst = """
        UPDATE entry_links SET used_at = @now WHERE purpose = @purpose AND account_id IS NULL AND used_at IS NULL
        """;
    private const string VoidOf = """
        UPDATE entry_links SET used_at = @now WHERE purpose = @purpose AND account_id = @account_id AND used_at IS NULL
        """;

    private const string LiveOf = """
        SELECT COUNT(*) FROM entry_links
        WHERE purpose = @purpose AND account_id = @account_id AND used_at IS NULL AND expires_at > @now
        """;

    private const string Awaited = """
        SELECT COUNT(*) FROM entry_links WHERE purpose = @purpose AND used_at IS NULL AND expires_at > @now
        """;

    private const string Forget = "DELETE FROM entry_links WHERE expires_at < @before";

    private readonly RungDatabase _database;

    internal EntryLinkStore(RungDatabase database) => _database = database;

    /// <summary>Keeps a link; what was given out before for the same purpose and account leads nowhere any more.</summary>
    /// <param name="mail">The mail that it goes by; null: somebody hands it over.</param>
    public Task Replace(EntryLink link, Instant now, OutboxMessage? mail = null) =>
        _database.Write(async session =>
        {
            if (link.AccountId is { } account)
            {
                await session.Execute(
                    VoidOf,
                    ("now", Micros.Of(now)),
                    ("purpose", link.Purpose),
                    ("account_id", account)
                );
            }
            else
            {
                await session.Execute(VoidFirst, ("now", Micros.Of(now)), ("purpose", link.Purpose));
            }
            await Keep(session, link, now);
            if (mail is not null)
            {
                await OutboxSql.Queue(session, mail);
            }
            return true;
        });

    /// <summary>
    /// Keeps a link that somebody asked for who is not signed in, and queues its mail. Those that went out before go on, so that
    /// nobody takes them from somebody else by asking.
    /// </summary>
    /// <param name="most">So many lead in at once; more are not sent.</param>
    /// <returns>False: there are as many already.</returns>
    public Task<bool> Send(EntryLink link, OutboxMessage mail, int most, Instant now) =>
        _database.Write(async session =>
        {
            SqlValue[] of = [("purpose", link.Purpose), ("account_id", link.AccountId), ("now", Micros.Of(now))];
            if (await session.Number(LiveOf, of) >= most)
            {
                return false;
            }
            await Keep(session, link, now);
            await OutboxSql.Queue(session, mail);
            return true;
        });

    /// <returns>Null: there is none, or it was used, or it is too old.</returns>
    public Task<EntryLink?> Find(string hash, string purpose, Instant now) =>
        _database.Read(session =>
            session.First(
                ByHash,
                row => new EntryLink(hash, row.Text(0), row.TextOrNull(1), Micros.ToInstant(row.Number(2))),
                ("hash", hash),
                ("purpose", purpose),
                ("now", Micros.Of(now))
            )
        );

    /// <summary>Whether any link of this purpose still leads in.</summary>
    public Task<bool> IsAwaited(string purpose, Instant now) =>
        _database.Read(async session =>
            await session.Number(Awaited, ("purpose", purpose), ("now", Micros.Of(now))) > 0
        );

    /// <summary>Uses the link up and adds the account that it is for.</summary>
    public Task<LinkUse> Add(EntryUse use, Account account, params IReadOnlyList<Right> rights) =>
        _database.Write(async session =>
            await session.First(ByHash, _ => use, Of(use)) is null ? LinkUse.LinkVoid
            : await AccountSql.IsTaken(session, account) ? LinkUse.Taken
            : await UseUp(session, use) == LinkUse.LinkVoid ? LinkUse.LinkVoid
            : await AccountSql.Add(session, account, rights) ? LinkUse.Done
            : LinkUse.Taken
        );

    /// <summary>
    /// Uses the link up, and every other of the account, and sets its password: earlier sessions end, and passkeys let nobody in,
    /// since whoever got in before its owner may have made one.
    /// </summary>
    public Task<LinkUse> SetPassword(EntryUse use, Account account) =>
        _database.Write(async session =>
        {
            if (await UseUp(session, use) == LinkUse.LinkVoid)
            {
                return LinkUse.LinkVoid;
            }
            SqlValue[] others = [("now", Micros.Of(use.Now)), ("purpose", use.Purpose), ("account_id", account.Id)];
            await session.Execute(VoidOf, others);
            await AccountSql.SavePassword(session, account);
            await session.Execute(PasskeyStore.ForgetOf, ("account_id", account.Id));
            return LinkUse.Done;
        });

    /// <summary>Forgets links that led nowhere any more then.</summary>
    public Task<int> ForgetBefore(Instant instant) =>
        _database.Write(session => session.Execute(Forget, ("before", Micros.Of(instant))));

    private static ValueTask<int> Keep(SqlSession session, EntryLink link, Instant now) =>
        session.Execute(
            New,
            ("hash", link.Hash),
            ("purpose", link.Purpose),
            ("account_id", link.AccountId),
            ("created_at", Micros.Of(now)),
            ("expires_at", Micros.Of(link.ExpiresAt))
        );

    private static async ValueTask<LinkUse> UseUp(SqlSession session, EntryUse use) =>
        await session.Execute(Use, Of(use)) > 0 ? LinkUse.Done : LinkUse.LinkVoid;

    private static SqlValue[] Of(EntryUse use) =>
        [("now", Micros.Of(use.Now)), ("hash", use.Hash), ("purpose", use.Purpose)];
}

/// <param name="AccountId">Whom it lets in; null: whoever sets the installation up.</param>
public sealed record EntryLink(string Hash, string Purpose, string? AccountId, Instant ExpiresAt);

/// <summary>A link is used now.</summary>
public sealed record EntryUse(string Hash, string Purpose, Instant Now);

/// <summary>What became of using a link.</summary>
public enum LinkUse
{
    Done,

    /// <summary>There is no such link any more; nothing was done.</summary>
    LinkVoid,

    /// <summary>Another account has the address or the name.</summary>
    Taken,
}
