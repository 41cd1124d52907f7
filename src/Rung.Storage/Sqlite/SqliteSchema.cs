using Microsoft.Data.Sqlite;
using Rung.Storage.Schema;

namespace Rung.Storage.Sqlite;

/// <summary>
/// Brings a file to the schema of this version. All that is missing is applied in one transaction: a process that dies on
/// the way leaves the file as it was. R51
/// </summary>
internal static class SqliteSchema
{
    private const string AnyTable = "SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 1";
    private const string HasHistory = "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
    private const string History = "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId";

    /// <summary>The migrations of this version.</summary>
    public static MigrationSet Of { get; } = MigrationSet.In("Sqlite");

    /// <exception cref="StorageException">The file was written by a newer version.</exception>
    public static SchemaStatus Status(SqliteConnections connections)
    {
        using var connection = connections.Reader();
        return Of.Status(Applied(connection), connections.Path);
    }

    /// <returns>What was missing.</returns>
    /// <exception cref="StorageException">The file is another program's, or was written by a newer version.</exception>
    public static IReadOnlyList<string> Prepare(SqliteConnections connections, MigrationSet migrations)
    {
        RefuseAnother(connections);
        using var connection = connections.Writer();
        if (migrations.Status(Applied(connection), connections.Path).IsCurrent)
        {
            return [];
        }
        SqliteConnections.Run(connection, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE;");
        var status = migrations.Status(Applied(connection), connections.Path);
        foreach (var script in migrations.Scripts(status))
        {
            SqliteConnections.Run(connection, script);
        }
        Check(connection);
        SqliteConnections.Run(connection, "COMMIT;");
        return status.Missing;
    }

    // Our tables are not put beside those of another program. A reader looks, since a writer would set the file up as ours.
    private static void RefuseAnother(SqliteConnections connections)
    {
        using var connection = connections.Reader();
        if (Applied(connection).Count == 0 && Texts(connection, AnyTable) is [var table, ..])
        {
            throw new StorageException(
                StorageFault.CannotOpen,
                $"{connections.Path} is another program's database: it has a table '{table}' and none of Rung's. Give Rung a folder of its own."
            );
        }
    }

    private static List<string> Applied(SqliteConnection connection) =>
        Texts(connection, HasHistory).Count == 0 ? [] : Texts(connection, History);

    private static void Check(SqliteConnection connection)
    {
        if (Texts(connection, "PRAGMA foreign_key_check") is [var broken, ..])
        {
            throw new InvalidOperationException($"The migration left rows of '{broken}' without what they belong to.");
        }
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }
        return texts;
    }
}
