using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Rung.Storage.Sqlite;

/// <summary>
/// A prepared statement, bound and stepped directly: <c>SqliteCommand</c> looks up every parameter by name at every
/// execution, which takes longer than the insert itself.
/// </summary>
internal sealed class SqliteStatement : SqlRow, IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;
    private bool _holdsBytes;

    // Bytes from which on a value drives out of the pages kept in memory whatever else was there.
    private const int Large = 4_000_000;

    public SqliteStatement(sqlite3 connection, string sql, ReadOnlySpan<SqlValue> values)
    {
        _connection = connection;
        Check(sqlite3_prepare_v2(connection, sql, out _statement));
        if (sqlite3_bind_parameter_count(_statement) != values.Length)
        {
            throw new ArgumentException($"The parameters do not fit: {sql}", nameof(values));
        }
        _places = new int[values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            _places[index] = sqlite3_bind_parameter_index(_statement, "@" + values[index].Name);
        }
    }

    /// <summary>Whether it was given something large the last time.</summary>
    public bool IsLarge { get; private set; }

    public void Bind(ReadOnlySpan<SqlValue> values)
    {
        IsLarge = false;
        for (var index = 0; index < values.Length; index++)
        {
            if (values[index].Bytes is { } bytes)
            {
                _holdsBytes = true;
                IsLarge |= bytes.Length > Large;
            }
            Check(Bind(_places[index], values[index]));
        }
    }

    /// <returns>Whether it stands at a row now.</returns>
    public bool Step()
    {
        var code = sqlite3_step(_statement);
        return code == SQLITE_ROW || (code == SQLITE_DONE ? false : throw Failure(code));
    }

    // The code of a failed step is returned once more; it has been thrown already.
    public void Reset()
    {
        sqlite3_reset(_statement);
        if (_holdsBytes)
        {
            // A statement keeps what it was given until it is given something else: a message of 50 MB for hours (S41).
            sqlite3_clear_bindings(_statement);
            _holdsBytes = false;
        }
    }

    public override bool IsNull(int column) => sqlite3_column_type(_statement, column) == SQLITE_NULL;

    public override long Number(int column) => sqlite3_column_int64(_statement, column);

    public override string Text(int column) => sqlite3_column_text(_statement, column).utf8_to_string();

    public override byte[] Bytes(int column) => sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private int Bind(int place, SqlValue value) =>
        value switch
        {
            { Number: { } number } => sqlite3_bind_int64(_statement, place, number),
            { Text: { } text } => sqlite3_bind_text(_statement, place, text),
            { Bytes: { } bytes } => sqlite3_bind_blob(_statement, place, bytes),
            _ => sqlite3_bind_null(_statement, place),
        };

    private void Check(int code)
    {
        if (code != SQLITE_OK)
        {
            throw Failure(code);
        }
    }

    private SqliteException Failure(int code) =>
        new(
            $"SQLite Error {code}: '{sqlite3_errmsg(_connection).utf8_to_string()}'.",
            code & 0xFF,
            sqlite3_extended_errcode(_connection)
        );
}
