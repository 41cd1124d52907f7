using NodaTime;

namespace Rung.Storage.Sqlite;

/// <summary>The embedded database: one file, one writer, any number of readers, one process.</summary>
public sealed class SqliteDatabase : RungDatabase
{
    private readonly SqliteReaders _readers;
    private readonly SqliteWriter _writer;
    private readonly TimeProvider _time;

    // One writer at a time: there is nobody to skip.
    private SqliteDatabase(SqliteConnections connections, TimeProvider time)
        : base(skipLocked: "")
    {
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

    /// <summary>The machine's own clock: nobody else's could differ from it.</summary>
    public override Task<Instant> Now() => Task.FromResult(Instant.FromDateTimeOffset(_time.GetUtcNow()));

    /// <summary>Commits what was handed over before, then closes.</summary>
    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _readers.DisposeAsync();
    }

    internal override Task<T> Read<T>(Func<SqlSession, ValueTask<T>> work) => _readers.Read(work);

    internal override Task<T> Write<T>(Func<SqlSession, ValueTask<T>> work) => _writer.Write(work);
}
