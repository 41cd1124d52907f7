using NodaTime;
using Rung.Storage.Outbox;

namespace Rung.Storage.Accounts;

/// <summary>
/// How customers' people get into the portal: links that lead in once, to whoever reads the mail of an address, and the sessions
/// that begin by them. Both are kept as hashes; who the reader is now is looked up at each request.
/// </summary>
public sealed class ContactEntryStore
{
    private const string Live = "used_at IS NULL AND expires_at > @now";
    private const string LiveOf = $"""
        SELECT COUNT(*) FROM contact_links WHERE desk = @desk AND email = @email AND {Live}
        """;
    private const string New = """
        INSERT INTO contact_links (hash, desk, email, expires_at) VALUES (@hash, @desk, @email, @expires_at)
        """;
    private const string ByHash = $"SELECT desk, email, expires_at FROM contact_links WHERE hash = @hash AND {Live}";
    private const string UseUp = $"UPDATE contact_links SET used_at = @now WHERE hash = @hash AND {Live}";
    private const string ForgetLinks = "DELETE FROM contact_links WHERE expires_at < @before";

    private const string NewSession = """
        INSERT INTO contact_sessions (hash, desk, customer_id, contact_id, email, issuer, began_at, seen_at)
        VALUES (@hash, @desk, @customer_id, @contact_id, @email, @issuer, @now, @now)
        """;
    private const string LiveSession = """
        SELECT desk, customer_id, contact_id, email, seen_at, issuer FROM contact_sessions
        WHERE hash = @hash AND ended_at IS NULL AND seen_at > @idle AND began_at > @old
        """;
    private const string See = "UPDATE contact_sessions SET seen_at = @now WHERE hash = @hash AND seen_at < @now";
    private const string EndOne = "UPDATE contact_sessions SET ended_at = @now WHERE hash = @hash AND ended_at IS NULL";
    private const string LiveOfContact = """
        SELECT began_at, seen_at FROM contact_sessions
        WHERE desk = @desk AND customer_id = @customer_id AND contact_id = @contact_id AND ended_at IS NULL
        AND seen_at > @idle AND began_at > @old ORDER BY seen_at DESC
        """;
    private const string KeptOfContact = """
        SELECT began_at, seen_at FROM contact_sessions
        WHERE desk = @desk AND customer_id = @customer_id AND contact_id = @contact_id ORDER BY began_at
        """;
    private const string EndOfContact = """
        UPDATE contact_sessions SET ended_at = @now
        WHERE desk = @desk AND customer_id = @customer_id AND contact_id = @contact_id AND ended_at IS NULL
        """;
    private const string ForgetSessions = "DELETE FROM contact_sessions WHERE seen_at < @before";

    // Nobody has to know when somebody was seen to the second, and every write waits for the disk.
    private static readonly Duration Fine = Duration.FromMinutes(1);

    private readonly RungDatabase _database;

    internal ContactEntryStore(RungDatabase database) => _database = database;

    /// <summary>Keeps a link and queues its mail; those that were sent before lead in as well.</summary>
    /// <param name="most">So many lead in at once; more are not sent.</param>
    /// <returns>False: there are as many already.</returns>
    public Task<bool> Send(ContactLink link, OutboxMessage mail, int most, Instant now) =>
        _database.Write(async session =>
        {
            SqlValue[] of = [("desk", link.Desk), ("email", link.Email)];
            if (await session.Number(LiveOf, [.. of, ("now", Micros.Of(now))]) >= most)
            {
                return false;
            }
            await session.Execute(New, [("hash", link.Hash), .. of, ("expires_at", Micros.Of(link.ExpiresAt))]);
            await OutboxSql.Queue(session, mail);
            return true;
        });

    /// <returns>Null: there is none, or it was used, or it is too old.</returns>
    public Task<ContactLink?> FindLink(string hash, Instant now) =>
        _database.Read(session =>
            session.First(
                ByHash,
                row => new ContactLink(hash, row.Text(0), row.Text(1), Micros.ToInstant(row.Number(2))),
                ("hash", hash),
                ("now", Micros.Of(now))
            )
        );

    /// <summary>Uses the link up, and whoever had it is signed in from now on.</summary>
    /// <returns>False: it leads nowhere any more; nobody is.</returns>
    public Task<bool> Enter(string link, ContactSession begun) =>
        _database.Write(async session =>
        {
            SqlValue now = ("now", Micros.Of(begun.SeenAt));
            return await session.Execute(UseUp, ("hash", link), now) > 0 && await Begin(session, begun) > 0;
        });

    /// <summary>Somebody is signed in from now on who was let in otherwise.</summary>
    public Task Begin(ContactSession begun) => _database.Write(session => Begin(session, begun));

    /// <summary>Who is signed in by this. To look is not to use it.</summary>
    /// <returns>Null: nobody any more.</returns>
    public Task<ContactSession?> Find(string hash, Instant now) =>
        _database.Read(session =>
            session.First(
                LiveSession,
                row => new ContactSession(hash, row.Text(0), row.Text(1), row.Text(2), row.Text(3))
                {
                    SeenAt = Micros.ToInstant(row.Number(4)),
                    Issuer = row.TextOrNull(5),
                },
                ("hash", hash),
                ("idle", Micros.Of(now - SessionStore.LongestIdle)),
                ("old", Micros.Of(now - SessionStore.Longest))
            )
        );

    /// <summary>Somebody used it: from now on it is unused.</summary>
    public async Task Use(ContactSession used, Instant now)
    {
        if (now - used.SeenAt > Fine)
        {
            await _database.Write(session => session.Execute(See, ("now", Micros.Of(now)), ("hash", used.Hash)));
        }
    }

    public Task End(string hash, Instant now) =>
        _database.Write(session => session.Execute(EndOne, ("now", Micros.Of(now)), ("hash", hash)));

    /// <summary>Since when a contact is signed in, and when each session was used last; the last used first.</summary>
    public Task<List<(Instant BeganAt, Instant SeenAt)>> OfContact(
        string desk,
        (string Customer, string Contact) who,
        Instant now
    ) =>
        _database.Read(session =>
            session.List(
                LiveOfContact,
                Times,
                [
                    .. Of(desk, who),
                    ("idle", Micros.Of(now - SessionStore.LongestIdle)),
                    ("old", Micros.Of(now - SessionStore.Longest)),
                ]
            )
        );

    /// <summary>The same of every session that is kept, over or not; the oldest first.</summary>
    public Task<List<(Instant BeganAt, Instant SeenAt)>> KeptOf(string desk, (string Customer, string Contact) who) =>
        _database.Read(session => session.List(KeptOfContact, Times, Of(desk, who)));

    /// <summary>Signs a contact out everywhere.</summary>
    public Task EndAll(string desk, (string Customer, string Contact) who, Instant now) =>
        _database.Write(session => session.Execute(EndOfContact, [.. Of(desk, who), ("now", Micros.Of(now))]));

    private static (Instant BeganAt, Instant SeenAt) Times(SqlRow row) =>
        (Micros.ToInstant(row.Number(0)), Micros.ToInstant(row.Number(1)));

    private static SqlValue[] Of(string desk, (string Customer, string Contact) who) =>
        [("desk", desk), ("customer_id", who.Customer), ("contact_id", who.Contact)];

    /// <summary>Forgets links that led nowhere any more then, and sessions that nobody used since.</summary>
    public Task<int> ForgetBefore(Instant instant) =>
        _database.Write(async session =>
        {
            SqlValue before = ("before", Micros.Of(instant));
            return await session.Execute(ForgetLinks, before) + await session.Execute(ForgetSessions, before);
        });

    private static ValueTask<int> Begin(SqlSession session, ContactSession begun) =>
        session.Execute(
            NewSession,
            ("hash", begun.Hash),
            ("desk", begun.Desk),
            ("customer_id", begun.Customer),
            ("contact_id", begun.Contact),
            ("email", begun.Email),
            ("issuer", begun.Issuer),
            ("now", Micros.Of(begun.SeenAt))
        );
}

/// <param name="Email">Whoever reads its mail is let in, as <see cref="Account.KeyOf"/> writes it.</param>
public sealed record ContactLink(string Hash, string Desk, string Email, Instant ExpiresAt);

/// <summary>A contact who is signed in at a desk's portal.</summary>
/// <param name="Email">The address by which they got in: once it is not theirs on file any more, neither is the session.</param>
public sealed record ContactSession(string Hash, string Desk, string Customer, string Contact, string Email)
{
    /// <summary>When it was used last; when it begins, its beginning.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>Who vouched for them; null: they came by a link.</summary>
    public string? Issuer { get; init; }
}
