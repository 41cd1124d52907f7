using Microsoft.Data.Sqlite;
using Rung.Storage.Accounts;
using Rung.Storage.Cases;
using Rung.Storage.Settings;

namespace Rung.Storage.Sqlite;

/// <summary>A copy of a file that is in use: copying the file itself would tear what is being written.</summary>
internal static class SqliteBackup
{
    public static void Copy(SqliteConnections connections, string to)
    {
        var unfinished = to + ".part";
        File.Delete(unfinished);
        using (var connection = connections.Copier())
        {
            using var copy = connection.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.Parameters.AddWithValue("$file", unfinished);
            copy.ExecuteNonQuery();
        }
        Mute(unfinished);
        Check(unfinished);
        File.Move(unfinished, to);
    }

    // Two installations that both speak to customers would be one too many; and who was signed in when the copy was made may
    // have been shut out since.
    private static void Mute(string file)
    {
        using var connection = new SqliteConnections(file).Copier();
        SqliteConnections.Run(connection, SettingStore.MuteCopy);
        SqliteConnections.Run(connection, CaseNumbers.LeaveOut);
        foreach (var (table, without) in LetsIn.All)
        {
            // A file of an earlier version has fewer.
            using var has = connection.CreateCommand();
            has.CommandText = "SELECT 1 FROM sqlite_master WHERE name = $table";
            has.Parameters.AddWithValue("$table", table);
            if (has.ExecuteScalar() is not null)
            {
                SqliteConnections.Run(connection, without);
            }
        }
    }

    private static void Check(string file)
    {
        if (Damage(file) is not null)
        {
            throw new StorageException(
                StorageFault.Damaged,
                $"The copy {file} is not sound; the original may not be either."
            );
        }
    }

    /// <returns>The first thing that is wrong with it; null: nothing.</returns>
    public static string? Damage(string file)
    {
        using var connection = new SqliteConnections(file).Reader();
        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check(1)";
        var says = check.ExecuteScalar() as string;
        return says == "ok" ? null : says ?? "it cannot be checked";
    }
}
