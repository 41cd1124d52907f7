using NodaTime;

namespace Rung.Storage.Accounts;

/// <summary>Who is signed in. Asked anew at every request, on every node, so that what was ended is ended.</summary>
public sealed class SessionStore
{
    private const string New = """
        INSERT INTO sessions (hash, account_id, stamp, about, issuer, began_at, seen_at)
        VALUES (@hash, @account_id, @stamp, @about, @issuer, @now, @now)
        """;
    private const string Live = $"""
        SELECT {AccountSql.Columns}, s.began_at, s.seen_at, s.acting, s.issuer FROM sessions s JOIN accounts a ON a.id = s.account_id
        WHERE s.hash = @hash AND s.ended_at IS NULL AND s.stamp = a.stamp AND a.disabled_at IS NULL
        AND s.seen_at > @idle AND s.began_at > @old
        """;
    private const string See = "UPDATE sessions SET seen_at = @now WHERE hash = @hash AND seen_at < @now";
    private const string Act = "UPDATE sessions SET acting = @acting WHERE hash = @hash";
    private const string EndOne = "UPDATE sessions SET ended_at = @now WHERE hash = @hash AND ended_at IS NULL";
    private const string EndOthers = """
        UPDATE sessions SET ended_at = @now WHERE account_id = @account_id AND hash <> @hash AND ended_at IS NULL
        """;
    private const string Forget = "DELETE FROM sessions WHERE seen_at < @before";
    private const string Of = """
        SELECT s.hash, s.about, s.began_at, s.seen_at FROM sessions s JOIN accounts a ON a.id = s.account_id
        WHERE s.account_id = @account_id AND s.ended_at IS NULL AND s.stamp = a.stamp AND s.seen_at > @idle AND s.began_at > @old
        ORDER BY s.seen_at DESC
        """;

    // Nobody has to know when somebody was seen to the second, and every write waits for the disk.
    private static readonly Duration Fine = Duration.FromMinutes(1);

    private readonly RungDatabase _database;

    internal SessionStore(RungDatabase database) => _database = database;

    /// <summary>Unused for so long, a session is over.</summary>
    public static Duration LongestIdle { get; } = Duration.FromHours(12);

    /// <summary>So long after its beginning it is over, used or not.</summary>
    public static Duration Longest { get; } = Duration.FromDays(7);

    public Task Begin(string hash, Account account, SessionBegun begun, Instant now) =>
        _database.Write(session =>
            session.Execute(
                New,
                ("hash", hash),
                ("account_id", account.Id),
                ("stamp", account.Stamp),
                ("about", begun.About),
                ("issuer", begun.Issuer),
                ("now", Micros.Of(now))
            )
        );

    /// <summary>Who is signed in by this, with what they may be just now. To look is not to use it.</summary>
    /// <returns>Null: nobody any more.</returns>
    public Task<LiveSession?> Find(string hash, Instant now) =>
        _database.Read(async session =>
        {
            var live = await session.First(
                Live,
                row => new LiveSession(hash, AccountSql.Read(row), Micros.ToInstant(row.Number(10)), row.TextOrNull(11))
                {
                    Issuer = row.TextOrNull(12),
                },
                [("hash", hash), .. Limits(now)]
            );
            return live is null
                ? null
                : live with
                {
                    Rights = await session.List(AccountSql.RightsOf, AccountSql.ReadRight, ("id", live.Account.Id)),
                };
        });

    /// <summary>Somebody used it: from now on it is unused.</summary>
    public async Task Use(LiveSession used, Instant now)
    {
        if (now - used.SeenAt > Fine)
        {
            await _database.Write(session => session.Execute(See, ("now", Micros.Of(now)), ("hash", used.Hash)));
        }
    }

    /// <summary>From now on they act in this role where they may.</summary>
    public Task Choose(string hash, string acting) =>
        _database.Write(session => session.Execute(Act, ("acting", acting), ("hash", hash)));

    public Task End(string hash, Instant now) =>
        _database.Write(session => session.Execute(EndOne, ("now", Micros.Of(now)), ("hash", hash)));

    /// <param name="but">This one goes on; empty: none does.</param>
    public Task EndAll(string account, string but, Instant now) =>
        _database.Write(session =>
            session.Execute(EndOthers, ("now", Micros.Of(now)), ("account_id", account), ("hash", but))
        );

    /// <summary>The sessions of somebody that are not over, last used first.</summary>
    public Task<List<SessionRow>> OfAccount(string account, Instant now) =>
        _database.Read(session =>
            session.List(
                Of,
                row => new SessionRow(
                    row.Text(0),
                    row.Text(1),
                    Micros.ToInstant(row.Number(2)),
                    Micros.ToInstant(row.Number(3))
                ),
                [("account_id", account), .. Limits(now)]
            )
        );

    /// <summary>
    /// Ends whatever lets somebody in, of the desk and of customers: sessions, links that were handed over and those that are on their way by mail.
    /// What was given out or ended since a copy was made is not known to it.
    /// </summary>
    public Task EndEverybodys() =>
        _database.Write(async session =>
        {
            foreach (var (_, without) in LetsIn.All)
            {
                await session.Execute(without);
            }
            return 0;
        });

    /// <summary>Forgets sessions that nobody used since.</summary>
    public Task<int> ForgetBefore(Instant instant) =>
        _database.Write(session => session.Execute(Forget, ("before", Micros.Of(instant))));

    private static SqlValue[] Limits(Instant now) =>
        [("idle", Micros.Of(now - LongestIdle)), ("old", Micros.Of(now - Longest))];
}

/// <param name="Acting">The role they chose to act in; null: none yet.</param>
public sealed record LiveSession(string Hash, Account Account, Instant SeenAt, string? Acting)
{
    public IReadOnlyList<Right> Rights { get; init; } = [];

    /// <summary>Who vouched for them; null: they showed it here.</summary>
    public string? Issuer { get; init; }
}

/// <summary>How a session began.</summary>
/// <param name="About">With what, for whoever looks through their sessions.</param>
/// <param name="Issuer">Who vouched for them; null: they showed it here.</param>
public sealed record SessionBegun(string About, string? Issuer = null);

public sealed record SessionRow(string Hash, string About, Instant BeganAt, Instant SeenAt);
