using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Rung.Storage.Sqlite;

/// <summary>
/// The bytes of one row, read and written in place: bound to a statement or read from one, they would be in memory once or twice
/// more than the caller has them. S41
/// </summary>
internal static class SqliteBytes
{
    /// <returns>Null: there is no such row.</returns>
    public static byte[]? Read(sqlite3 connection, SqlContent where, long id)
    {
        var code = Open(connection, (where, id), flags: 0, out var blob);
        if (code == SQLITE_ERROR)
        {
            return null;
        }
        Check(connection, code);
        using (blob)
        {
            var bytes = new byte[sqlite3_blob_bytes(blob)];
            Check(connection, sqlite3_blob_read(blob, bytes, 0));
            return bytes;
        }
    }

    /// <summary>Writes into a row that has room for just as many.</summary>
    public static void Write(sqlite3 connection, SqlContent where, long id, byte[] bytes)
    {
        Check(connection, Open(connection, (where, id), flags: 1, out var blob));
        using (blob)
        {
            Check(connection, sqlite3_blob_write(blob, bytes, 0));
        }
    }

    private static int Open(sqlite3 connection, (SqlContent Where, long Id) row, int flags, out sqlite3_blob blob) =>
        sqlite3_blob_open(connection, "main", row.Where.Table, row.Where.Column, row.Id, flags, out blob);

    private static void Check(sqlite3 connection, int code)
    {
        if (code != SQLITE_OK)
        {
            throw new SqliteException(
                $"SQLite Error {code}: '{sqlite3_errmsg(connection).utf8_to_string()}'.",
                code & 0xFF,
                sqlite3_extended_errcode(connection)
            );
        }
    }
}
