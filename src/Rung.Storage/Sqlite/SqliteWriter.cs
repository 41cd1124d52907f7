namespace Rung.Storage.Sqlite;

/// <summary>
/// One writer at a time. While it is quiet the author's own thread commits, without waking another. Under load a thread
/// that does nothing else commits whatever waits, together; it never waits for more to come.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostWaiting = 4096;
    private const int LargestGroup = 256;

    private readonly object _gate = new();
    private readonly SemaphoreSlim _room = new(MostWaiting);
    private readonly Queue<PendingWrite> _waiting = new();
    private readonly SqliteCommits _commits;
    private readonly Task _loop;
    private bool _busy;
    private bool _closed;

    public SqliteWriter(SqliteConnections connections)
    {
        _commits = new SqliteCommits(connections);
        _loop = Task.Factory.StartNew(
            CommitWhatWaits,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
    }

    public async Task<T> Write<T>(Func<SqlSession, ValueTask<T>> work)
    {
        await _room.WaitAsync();
        try
        {
            var write = new PendingWrite<T>(work);
            if (TakeTurnOrWait(write))
            {
                Commit([write]);
            }
            return await write.Done;
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Commits what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
        await _loop;
        await _commits.DisposeAsync();
        _room.Dispose();
    }

    private bool TakeTurnOrWait(PendingWrite write)
    {
        lock (_gate)
        {
            if (_closed)
            {
                throw new StorageException(StorageFault.Closed, "The database was closed.");
            }
            if (!_busy && _waiting.Count == 0)
            {
                return _busy = true;
            }
            _waiting.Enqueue(write);
            return false;
        }
    }

    private void CommitWhatWaits()
    {
        while (NextGroup() is { Count: > 0 } group)
        {
            Commit(group);
        }
    }

    /// <returns>Empty when it is closed and nothing waits.</returns>
    private List<PendingWrite> NextGroup()
    {
        lock (_gate)
        {
            while (_busy || (_waiting.Count == 0 && !_closed))
            {
                Monitor.Wait(_gate);
            }
            var group = new List<PendingWrite>();
            while (group.Count < LargestGroup && _waiting.TryDequeue(out var next))
            {
                group.Add(next);
            }
            _busy = group.Count > 0;
            return group;
        }
    }

    private void Commit(IReadOnlyList<PendingWrite> group)
    {
        try
        {
#pragma warning disable VSTHRD002 // SQLite answers on the calling thread: the task is complete when it comes back
            _commits.Commit(group).AsTask().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        }
        finally
        {
            lock (_gate)
            {
                _busy = false;
                // A thread that is woken for nothing costs as much as a small commit.
                if (_waiting.Count > 0 || _closed)
                {
                    Monitor.Pulse(_gate);
                }
            }
        }
    }
}
