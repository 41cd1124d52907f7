namespace Rung.Storage.Sqlite;

/// <summary>Work that waits for the writer, and its author who waits for the commit.</summary>
internal abstract class PendingWrite
{
    /// <summary>Runs the work inside the group's transaction and keeps its result.</summary>
    public abstract ValueTask Apply(SqlSession session);

    /// <summary>Tells the author that the result is on disk.</summary>
    public abstract void Committed();

    /// <summary>Tells the author that nothing was written.</summary>
    public abstract void Failed(Exception failure);
}

internal sealed class PendingWrite<T>(Func<SqlSession, ValueTask<T>> work) : PendingWrite
{
    // Authors go on elsewhere: the writer's thread is for writing.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Done => _done.Task;

    public override async ValueTask Apply(SqlSession session) => _result = await work(session);

    public override void Committed() => _done.SetResult(_result);

    public override void Failed(Exception failure) => _done.SetException(failure);
}
