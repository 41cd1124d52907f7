using System.Collections.Concurrent;

namespace Rung.Storage.Sqlite;

/// <summary>Connections for reading, kept open with their prepared statements. Reads never wait for the writer.</summary>
internal sealed class SqliteReaders(SqliteConnections connections) : IAsyncDisposable
{
    private static readonly int Most = Math.Max(4, 2 * Environment.ProcessorCount);

    private readonly ConcurrentBag<SqlSession> _idle = [];
    private readonly SemaphoreSlim _free = new(Most);

    public async Task<T> Read<T>(Func<SqlSession, ValueTask<T>> work)
    {
        await _free.WaitAsync();
        try
        {
            return await ReadOn(_idle.TryTake(out var idle) ? idle : new SqliteSession(connections.Reader()), work);
        }
        finally
        {
            _free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var session))
        {
            await session.DisposeAsync();
        }
        _free.Dispose();
    }

    private async Task<T> ReadOn<T>(SqlSession session, Func<SqlSession, ValueTask<T>> work)
    {
        try
        {
            var result = await work(session);
            _idle.Add(session);
            return result;
        }
        catch (Exception failure)
        {
            await session.DisposeAsync();
            if (SqliteErrors.AsStorage(failure, connections.Path) is { } storage && storage != failure)
            {
                throw storage;
            }
            throw;
        }
    }
}
