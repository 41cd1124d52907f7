using Rung.Storage.Outbox;

namespace Rung.Storage.Accounts;

/// <summary>Passkeys, each of one account.</summary>
public sealed class PasskeyStore
{
    public const string ForgetOf = "DELETE FROM passkeys WHERE account_id = @account_id";

    private const string Columns = "id, account_id, name, public_key, uses, details, created_at";
    private const string New = """
        INSERT INTO passkeys (id, account_id, name, public_key, uses, details, created_at)
        VALUES (@id, @account_id, @name, @public_key, @uses, @details, @created_at) ON CONFLICT DO NOTHING
        """;
    private const string ById = $"SELECT {Columns} FROM passkeys WHERE id = @id";
    private const string Of = $"SELECT {Columns} FROM passkeys WHERE account_id = @account_id ORDER BY created_at, id";
    private const string Use = "UPDATE passkeys SET uses = @uses WHERE id = @id AND uses <= @uses";
    private const string Delete = "DELETE FROM passkeys WHERE id = @id AND account_id = @account_id";

    private readonly RungDatabase _database;

    internal PasskeyStore(RungDatabase database) => _database = database;

    /// <param name="mail">Tells its owner; null: nobody is told.</param>
    /// <returns>False: there is one of this id already, and nobody is told.</returns>
    public Task<bool> Add(Passkey passkey, OutboxMessage? mail) =>
        _database.Write(async session =>
        {
            var added = await session.Execute(
                New,
                ("id", passkey.Id),
                ("account_id", passkey.AccountId),
                ("name", passkey.Name),
                ("public_key", passkey.PublicKey.ToArray()),
                ("uses", passkey.Uses),
                ("details", passkey.Details),
                ("created_at", Micros.Of(passkey.CreatedAt))
            );
            await OutboxSql.Maybe(session, added > 0 ? mail : null);
            return added > 0;
        });

    public Task<Passkey?> Find(string id) => _database.Read(session => session.First(ById, Read, ("id", id)));

    public Task<List<Passkey>> OfAccount(string account) =>
        _database.Read(session => session.List(Of, Read, ("account_id", account)));

    /// <summary>It was used; what the device counts never goes back.</summary>
    public Task Used(string id, long uses) =>
        _database.Write(session => session.Execute(Use, ("uses", uses), ("id", id)));

    /// <param name="mail">Tells its owner, if there was one; null: nobody is told.</param>
    public Task Remove(string id, string account, OutboxMessage? mail) =>
        _database.Write(async session =>
        {
            var removed = await session.Execute(Delete, ("id", id), ("account_id", account));
            await OutboxSql.Maybe(session, removed > 0 ? mail : null);
            return removed;
        });

    private static Passkey Read(SqlRow row) =>
        new(row.Text(0), row.Text(1), row.Text(2))
        {
            PublicKey = row.Bytes(3),
            Uses = row.Number(4),
            Details = row.Text(5),
            CreatedAt = Micros.ToInstant(row.Number(6)),
        };
}
