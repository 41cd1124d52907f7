using NodaTime;

namespace Rung.Storage.Sqlite;

/// <summary>The embedded database: one file, one writer, any number of readers, one process.</summary>
public sealed class SqliteDatabase : RungDatabase
{
    private readonly SqliteConnections _connections;
    private readonly SqliteReaders _readers;
    private readonly SqliteWriter _writer;
    private readonly TimeProvider _time;

    // One writer at a time: there is nobody to skip.
    private SqliteDatabase(SqliteConnections connections, TimeProvider time)
        : base(skipLocked: "", held: "")
    {
        _connections = connections;
        _readers = new SqliteReaders(connections);
        _writer = new SqliteWriter(connections);
        _time = time;
    }

    /// <summary>Opens the file, creates it when there is none, and brings it to this version's schema.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="time">The machine's time; null: the real one.</param>
    /// <exception cref="StorageException">The file cannot be used, or a newer version wrote it.</exception>
    public static SqliteDatabase Open(string path, TimeProvider? time = null)
    {
        var connections = new SqliteConnections(path);
        SqliteErrors.Guard(path, () => SqliteSchema.Prepare(connections, SqliteSchema.Of));
        return new SqliteDatabase(connections, time ?? TimeProvider.System);
    }

    /// <summary>Opens a file that is there, for somebody who only reads; another process may be using it.</summary>
    /// <exception cref="StorageException">There is none, it cannot be used, or it is not at this version's schema.</exception>
    public static SqliteDatabase OpenToRead(string path)
    {
        if (!File.Exists(path))
        {
            throw new StorageException(
                StorageFault.CannotOpen,
                $"There is no database {path}: name its folder with --data."
            );
        }
        var connections = new SqliteConnections(path);
        var status = SqliteErrors.Guard(path, () => SqliteSchema.Status(connections));
        return status.IsCurrent
            ? new SqliteDatabase(connections, TimeProvider.System)
            : throw new StorageException(
                StorageFault.NotPrepared,
                $"{path} lacks {string.Join(", ", status.Missing)}: bring it to this version's schema with 'rung db migrate'."
            );
    }

    /// <summary>The machine's own clock: nobody else's could differ from it.</summary>
    public override Task<Instant> Now() => Task.FromResult(Instant.FromDateTimeOffset(_time.GetUtcNow()));

    // One process has the file, and does one such work.
    public override Task<IAsyncDisposable?> Alone(string work) => Task.FromResult<IAsyncDisposable?>(new NobodyElse());

    /// <summary>Commits what was handed over before, then closes.</summary>
    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _readers.DisposeAsync();
    }

    internal override Task<T> Read<T>(Func<SqlSession, ValueTask<T>> work) => _readers.Read(work);

    // A reader that fails half-way is closed, and its transaction with it.
    internal override Task<T> ReadAtOneMoment<T>(Func<SqlSession, ValueTask<T>> work) =>
        _readers.Read(async session =>
        {
            await session.Execute("BEGIN");
            var result = await work(session);
            await session.Execute("COMMIT");
            return result;
        });

    internal override Task Forget() => Task.Run(_connections.EmptyLog);

    internal override Task<T> Write<T>(Func<SqlSession, ValueTask<T>> work) => _writer.Write(work);

    private sealed class NobodyElse : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
