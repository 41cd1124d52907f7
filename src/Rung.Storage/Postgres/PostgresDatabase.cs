using System.Data;
using NodaTime;
using Npgsql;

namespace Rung.Storage.Postgres;

/// <summary>
/// The same store for several nodes: each piece of work has a connection of its own, and of two that meet one is undone
/// and run again.
/// </summary>
public sealed class PostgresDatabase : RungDatabase
{
    // Of those that meet one always gets through, so that many tries are only needed when as many meet.
    private const int MostTries = 40;

    // Once more after the winner has committed, and once for a second winner; then the key is simply taken.
    private const int MostTriesForKey = 3;

    // The wall clock of this moment, not of the transaction's beginning.
    private const string Clock = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

    private readonly PostgresTurns _turns = new();
    private readonly NpgsqlDataSource _source;
    private readonly PostgresAddress _address;

    private PostgresDatabase(PostgresAddress address, NpgsqlDataSource source)
        : base(skipLocked: "FOR UPDATE SKIP LOCKED", held: "FOR UPDATE")
    {
        _address = address;
        _source = source;
        Hints = new PostgresHints(source, address);
    }

    /// <summary>Tells other nodes that something changed, and hears it from them.</summary>
    public PostgresHints Hints { get; }

    /// <summary>Opens the database, which must be at this version's schema: nodes never migrate by themselves.</summary>
    /// <exception cref="StorageException">It cannot be used, or lacks migrations.</exception>
    public static async Task<PostgresDatabase> Open(PostgresAddress address)
    {
        var source = address.Connect();
        try
        {
            await PostgresErrors.Guard(address, () => PostgresSchema.Check(source, address));
            return new PostgresDatabase(address, source);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    public override async Task<Instant> Now() =>
        Micros.ToInstant((await Read(session => session.Number(Clock)))!.Value);

    public override Task<IAsyncDisposable?> Alone(string work) =>
        PostgresErrors.Guard(_address, () => PostgresHold.Try(_source, work));

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    internal override Task<T> Read<T>(Func<SqlSession, ValueTask<T>> work) =>
        PostgresErrors.Guard(
            _address,
            async () =>
            {
                await using var connection = await _source.OpenConnectionAsync();
                return await work(new PostgresSession(connection));
            }
        );

    internal override Task<T> ReadAtOneMoment<T>(Func<SqlSession, ValueTask<T>> work) =>
        PostgresErrors.Guard(
            _address,
            async () =>
            {
                await using var connection = await _source.OpenConnectionAsync();
                await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
                return await work(new PostgresSession(connection));
            }
        );

    internal override Task<T> Write<T>(Func<SqlSession, ValueTask<T>> work) =>
        PostgresErrors.Guard(_address, () => CommitAtLast(work));

    // Before there is a connection or a view of the data: whoever waits keeps nobody else from either, and then sees what was done.
    internal override async Task<T> WriteInTurn<T>(string key, Func<SqlSession, ValueTask<T>> work)
    {
        using var turn = await _turns.Of(key);
        return await Write(work);
    }

    private static int TriesFor(PostgresException lost) =>
        lost.SqlState == PostgresErrorCodes.UniqueViolation ? MostTriesForKey : MostTries;

    private async Task<T> CommitAtLast<T>(Func<SqlSession, ValueTask<T>> work)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Commit(work);
            }
            catch (PostgresException lost) when (PostgresErrors.IsLostRace(lost) && tries < TriesFor(lost)) { }
        }
    }

    private async Task<T> Commit<T>(Func<SqlSession, ValueTask<T>> work)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        var session = new PostgresSession(connection);
        var result = await work(session);
        await session.Flush();
        await transaction.CommitAsync();
        return result;
    }
}
