using Microsoft.Data.Sqlite;

namespace Rung.Storage.Sqlite;

/// <summary>SQLite answers on the calling thread: every task returned here is complete.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : SqlSession
{
    private const int MostStatements = 300;

    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    // Most texts are constants: the very same string needs no hashing of its letters.
    private readonly Dictionary<object, SqliteStatement> _constants = new(ReferenceEqualityComparer.Instance);
    private bool _hadLarge;

    public override ValueTask<int> Execute(string sql, params ReadOnlySpan<SqlValue> values) =>
        ValueTask.FromResult(Change(sql, values));

    public override ValueTask Post(string sql, params ReadOnlySpan<SqlValue> values)
    {
        Change(sql, values);
        return ValueTask.CompletedTask;
    }

    public override ValueTask<List<T>> List<T>(string sql, Func<SqlRow, T> read, params ReadOnlySpan<SqlValue> values)
    {
        var statement = Bound(sql, values);
        try
        {
            var rows = new List<T>();
            while (statement.Step())
            {
                rows.Add(read(statement));
            }
            return ValueTask.FromResult(rows);
        }
        finally
        {
            statement.Reset();
        }
    }

    public override ValueTask<T?> First<T>(string sql, Func<SqlRow, T> read, params ReadOnlySpan<SqlValue> values)
        where T : class
    {
        var statement = Bound(sql, values);
        try
        {
            return ValueTask.FromResult(statement.Step() ? read(statement) : null);
        }
        finally
        {
            statement.Reset();
        }
    }

    public override ValueTask<long?> Number(string sql, params ReadOnlySpan<SqlValue> values)
    {
        var statement = Bound(sql, values);
        try
        {
            return ValueTask.FromResult(statement.Step() ? statement.NumberOrNull(0) : null);
        }
        finally
        {
            statement.Reset();
        }
    }

    public override ValueTask<byte[]?> Content(SqlContent where, long id) =>
        ValueTask.FromResult(SqliteBytes.Read(connection.Handle!, where, id));

    public override ValueTask Fill(SqlContent where, long id, byte[] bytes)
    {
        Change(where.Room, [("length", bytes.Length), ("id", id)]);
        SqliteBytes.Write(connection.Handle!, where, id, bytes);
        _hadLarge = true;
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Gives back, after the commit, the pages of a large message that was written: nobody reads them, and they would stay for
    /// as long as the process lives. S41
    /// </summary>
    public void GiveBackLarge()
    {
        if (_hadLarge)
        {
            SqliteConnections.Run(connection, "PRAGMA shrink_memory");
            _hadLarge = false;
        }
    }

    public override ValueTask DisposeAsync()
    {
        Forget();
        return connection.DisposeAsync();
    }

    private int Change(string sql, ReadOnlySpan<SqlValue> values)
    {
        var statement = Bound(sql, values);
        try
        {
            while (statement.Step()) { }
            return SQLitePCL.raw.sqlite3_changes(connection.Handle!);
        }
        finally
        {
            statement.Reset();
        }
    }

    private SqliteStatement Bound(string sql, ReadOnlySpan<SqlValue> values)
    {
        var statement = _constants.GetValueOrDefault(sql) ?? _statements.GetValueOrDefault(sql) ?? Prepare(sql, values);
        statement.Bind(values);
        _hadLarge |= statement.IsLarge;
        return statement;
    }

    private SqliteStatement Prepare(string sql, ReadOnlySpan<SqlValue> values)
    {
        if (_statements.Count >= MostStatements)
        {
            Forget();
        }
        var statement = new SqliteStatement(connection.Handle!, sql, values);
        _statements.Add(sql, statement);
        _constants.Add(sql, statement);
        return statement;
    }

    private void Forget()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }
        _statements.Clear();
        _constants.Clear();
    }
}
