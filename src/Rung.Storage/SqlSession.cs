namespace Rung.Storage;

/// <summary>
/// One connection and the statements prepared on it, used by one caller at a time. A text always comes with the same
/// parameters in the same order.
/// </summary>
internal abstract class SqlSession : IAsyncDisposable
{
    /// <returns>How many rows were changed.</returns>
    public abstract ValueTask<int> Execute(string sql, params ReadOnlySpan<SqlValue> values);

    /// <summary>
    /// Changes rows, at the latest before the session is asked for anything else or its work is committed: to a server
    /// across a network several go in one message.
    /// </summary>
    public abstract ValueTask Post(string sql, params ReadOnlySpan<SqlValue> values);

    public abstract ValueTask<List<T>> List<T>(string sql, Func<SqlRow, T> read, params ReadOnlySpan<SqlValue> values);

    /// <returns>The first row, or null when there is none.</returns>
    public abstract ValueTask<T?> First<T>(string sql, Func<SqlRow, T> read, params ReadOnlySpan<SqlValue> values)
        where T : class;

    /// <returns>The first column of the first row; null when there is none or it is null.</returns>
    public abstract ValueTask<long?> Number(string sql, params ReadOnlySpan<SqlValue> values);

    /// <summary>What a row holds, however large: in memory once.</summary>
    /// <returns>Null: there is no such row.</returns>
    public abstract ValueTask<byte[]?> Content(SqlContent where, long id);

    /// <summary>Puts bytes into a row that is there, however many: in memory once.</summary>
    public abstract ValueTask Fill(SqlContent where, long id, byte[] bytes);

    public abstract ValueTask DisposeAsync();
}

/// <summary>The row that a statement stands at; columns count from 0.</summary>
internal abstract class SqlRow
{
    public abstract bool IsNull(int column);

    public abstract long Number(int column);

    public abstract string Text(int column);

    public abstract byte[] Bytes(int column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);
}
