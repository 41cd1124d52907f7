using Microsoft.Data.Sqlite;

namespace Rung.Storage.Sqlite;

/// <summary>Opens connections to one file, each set up alike.</summary>
internal sealed class SqliteConnections(string path)
{
    // What is deleted is overwritten with zeros: what was erased is not to be found in a file, nor in a copy of one.
    private const string Always = """
        PRAGMA busy_timeout = 10000;
        PRAGMA foreign_keys = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = ON;
        """;

    // FULL: a commit is on the disk before it is acknowledged. The limits keep the log from growing without end. R42, R43
    private const string ForWriting = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 2000;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA cache_size = -32768;
        """;

    private const string ForReading = """
        PRAGMA query_only = ON;
        PRAGMA cache_size = -4096;
        """;

    public string Path => path;

    public SqliteConnection Writer() => Open(ForWriting);

    public SqliteConnection Reader() => Open(ForReading);

    /// <summary>Empties the log into the file: until then it has pages as they were. While somebody reads them it stays.</summary>
    public void EmptyLog()
    {
        using var connection = Open("PRAGMA busy_timeout = 1000; PRAGMA synchronous = FULL;");
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    /// <summary>For a copy: reading would do, were it not that writing it elsewhere counts as writing.</summary>
    public SqliteConnection Copier() => Open("PRAGMA synchronous = FULL;");

    private SqliteConnection Open(string settings)
    {
        var address = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false };
        var connection = new SqliteConnection(address.ConnectionString);
        try
        {
            connection.Open();
            Run(connection, Always + settings);
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw SqliteErrors.AsStorage(failure, path) ?? (Exception)failure;
        }
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // texts of this project and of its migrations
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
