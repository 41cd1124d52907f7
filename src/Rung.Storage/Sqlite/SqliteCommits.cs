namespace Rung.Storage.Sqlite;

/// <summary>The connection that writes, and how a group becomes one transaction. Used by one thread at a time.</summary>
internal sealed class SqliteCommits(SqliteConnections connections) : IAsyncDisposable
{
    private SqliteSession? _session;

    public async ValueTask Commit(IReadOnlyList<PendingWrite> group)
    {
        if (await TryCommit(group) is not { } failure)
        {
            foreach (var write in group)
            {
                write.Committed();
            }
        }
        else if (group is [var alone])
        {
            alone.Failed(failure);
        }
        else if (failure is StorageException)
        {
            foreach (var write in group)
            {
                write.Failed(failure);
            }
        }
        else
        {
            await CommitOneByOne(group);
        }
    }

    // A connection that failed is not trusted again: closing it rolls back.
    public async ValueTask DisposeAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }

    // One of them is at fault; it must not take the others with it.
    private async ValueTask CommitOneByOne(IReadOnlyList<PendingWrite> group)
    {
        foreach (var write in group)
        {
            await Commit([write]);
        }
    }

    private async ValueTask<Exception?> TryCommit(IReadOnlyList<PendingWrite> group)
    {
        try
        {
            _session ??= new SqliteSession(connections.Writer());
            await _session.Execute("BEGIN IMMEDIATE");
            foreach (var write in group)
            {
                await write.Apply(_session);
            }
            await _session.Execute("COMMIT");
            _session.GiveBackLarge();
            return null;
        }
#pragma warning disable CA1031 // whatever it is, its authors are told
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await DisposeAsync();
            return SqliteErrors.AsStorage(failure, connections.Path) ?? failure;
        }
    }
}
