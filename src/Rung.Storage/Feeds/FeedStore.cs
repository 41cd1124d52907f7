using NodaTime;

namespace Rung.Storage.Feeds;

/// <summary>Secret addresses of calendars, each kept as a hash; everybody has one at most.</summary>
public sealed class FeedStore
{
    private const string ByHash = "SELECT desk, customer_id, person FROM feeds WHERE hash = @hash";
    private const string OfPerson =
        "SELECT COUNT(*) FROM feeds WHERE desk = @desk AND customer_id = @customer_id AND person = @person";
    private const string Remove =
        "DELETE FROM feeds WHERE desk = @desk AND customer_id = @customer_id AND person = @person";
    private const string New = """
        INSERT INTO feeds (hash, desk, customer_id, person, created_at)
        VALUES (@hash, @desk, @customer_id, @person, @created_at)
        """;

    private readonly RungDatabase _database;

    internal FeedStore(RungDatabase database) => _database = database;

    /// <summary>Whose it is; null: nobody's, or no longer.</summary>
    public Task<CalendarFeed?> Find(string hash) =>
        _database.Read(session =>
            session.First(ByHash, row => new CalendarFeed(row.Text(0), row.Text(1), row.Text(2)), ("hash", hash))
        );

    public Task<bool> Has(CalendarFeed feed) =>
        _database.Read(async session => await session.Number(OfPerson, Person(feed)) > 0);

    /// <summary>Keeps a new address; the one before leads nowhere from then on.</summary>
    public Task Replace(CalendarFeed feed, string hash, Instant now) =>
        _database.Write(async session =>
        {
            await session.Execute(Remove, Person(feed));
            return await session.Execute(New, [("hash", hash), .. Person(feed), ("created_at", Micros.Of(now))]);
        });

    /// <summary>The address leads nowhere from then on.</summary>
    public Task Revoke(CalendarFeed feed) => _database.Write(session => Revoke(session, feed));

    internal static ValueTask<int> Revoke(SqlSession session, CalendarFeed feed) =>
        session.Execute(Remove, Person(feed));

    private static SqlValue[] Person(CalendarFeed feed) =>
        [("desk", feed.Desk), ("customer_id", feed.Customer), ("person", feed.Person)];
}
