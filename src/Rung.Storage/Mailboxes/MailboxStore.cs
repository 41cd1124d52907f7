using NodaTime;
using Rung.Storage.Settings;

namespace Rung.Storage.Mailboxes;

/// <summary>Mailboxes that are fetched: read by one at a time, who alone writes down how far.</summary>
public sealed class MailboxStore
{
    private const string Columns = "name, taken, validity, read_at, renumbered_at, problem, problem_since";
    private const string All = $"SELECT {Columns} FROM mailboxes ORDER BY name";
    private const string ByName = $"SELECT {Columns} FROM mailboxes WHERE name = @name";
    private const string New = """
        INSERT INTO mailboxes (name, taken) VALUES (@name, '') ON CONFLICT (name) DO NOTHING
        """;
    private const string TakeLease = $"""
        UPDATE mailboxes SET lease_owner = @owner, lease_until = @lease_until
        WHERE name = @name AND (lease_owner IS NULL OR lease_owner = @owner OR lease_until <= @now)
        AND {SettingStore.IsNotMuted}
        """;
    private const string Leave = """
        UPDATE mailboxes SET lease_owner = NULL, lease_until = NULL WHERE name = @name AND lease_owner = @owner
        """;
    private const string LeaveAll = "UPDATE mailboxes SET lease_owner = NULL, lease_until = NULL";
    private const string Remember = """
        UPDATE mailboxes SET taken = @taken, validity = @validity, renumbered_at = COALESCE(@renumbered_at, renumbered_at)
        WHERE name = @name AND lease_owner = @owner
        """;
    private const string Good = """
        UPDATE mailboxes SET read_at = @at, problem = NULL, problem_since = NULL WHERE name = @name AND lease_owner = @owner
        """;
    private const string Bad = """
        UPDATE mailboxes SET problem = @problem, problem_since = COALESCE(problem_since, @at)
        WHERE name = @name AND lease_owner = @owner
        """;

    private readonly RungDatabase _database;

    internal MailboxStore(RungDatabase database) => _database = database;

    /// <summary>Every mailbox that was ever read here.</summary>
    public Task<IReadOnlyList<Mailbox>> List() =>
        _database.Read(async session => (IReadOnlyList<Mailbox>)await session.List(All, Read));

    public Task<Mailbox?> Find(string name) => _database.Read(session => session.First(ByName, Read, ("name", name)));

    /// <summary>Takes the mailbox, or keeps it for longer.</summary>
    /// <returns>False: somebody else reads it, or the installation is muted.</returns>
    public Task<bool> Take(MailboxLease lease) =>
        _database.Write(async session =>
        {
            SqlValue name = ("name", lease.Name);
            await session.Execute(New, name);
            return await session.Execute(
                    TakeLease,
                    ("owner", lease.Owner),
                    ("lease_until", Micros.Of(lease.Until)),
                    name,
                    ("now", Micros.Of(lease.Now))
                ) == 1;
        });

    /// <summary>Lets somebody else have it at once.</summary>
    public Task Release(string name, string owner) => Changes(Leave, ("name", name), ("owner", owner));

    /// <summary>
    /// Gives back what a process that is gone had. Only for whoever has the database alone: nobody else is then reading.
    /// </summary>
    public Task TakeOver() => _database.Write(session => session.Execute(LeaveAll));

    /// <summary>Writes down how far it was read.</summary>
    /// <param name="renumberedAt">When the server gave the messages other numbers; null: it did not.</param>
    /// <returns>False: somebody else reads it by now.</returns>
    public Task<bool> Note(
        string name,
        string owner,
        (long Validity, string Taken) far,
        Instant? renumberedAt = null
    ) =>
        Changes(
            Remember,
            ("taken", far.Taken),
            ("validity", far.Validity),
            ("renumbered_at", renumberedAt is { } at ? Micros.Of(at) : (long?)null),
            ("name", name),
            ("owner", owner)
        );

    /// <summary>It was read.</summary>
    public Task<bool> NoteRead(string name, string owner, Instant at) =>
        Changes(Good, ("at", Micros.Of(at)), ("name", name), ("owner", owner));

    /// <summary>It cannot be read just now.</summary>
    public Task<bool> NoteProblem(string name, string owner, string problem, Instant at) =>
        Changes(Bad, ("problem", problem), ("at", Micros.Of(at)), ("name", name), ("owner", owner));

    private static Mailbox Read(SqlRow row) =>
        new(row.Text(0), row.Text(1))
        {
            Validity = row.NumberOrNull(2),
            ReadAt = At(row, 3),
            RenumberedAt = At(row, 4),
            Problem = row.TextOrNull(5),
            ProblemSince = At(row, 6),
        };

    private static Instant? At(SqlRow row, int column) =>
        row.NumberOrNull(column) is { } at ? Micros.ToInstant(at) : null;

    private Task<bool> Changes(string sql, params SqlValue[] values) =>
        _database.Write(async session => await session.Execute(sql, values) == 1);
}
