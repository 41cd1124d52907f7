using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rung.Storage.Postgres;
using Rung.Storage.Schema;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Storage.Tests.Databases;

/// <summary>Databases as older versions left them.</summary>
internal static class OlderSchema
{
    public static MigrationSet Known(DatabaseKind kind) =>
        kind == DatabaseKind.Postgres ? PostgresSchema.Of : SqliteSchema.Of;

    public static Task<IReadOnlyList<string>> Make(DatabaseAddress address, MigrationSet migrations) =>
        address is PostgresAddress postgres
            ? PostgresSchema.Migrate(postgres, migrations)
            : Task.FromResult(SqliteSchema.Prepare(new SqliteConnections($"{address}"), migrations));

    /// <summary>Copies what the older schema has a table and columns for, so that it stands there as that version wrote it.</summary>
    public static Task Copy(DatabaseAddress newest, DatabaseAddress older) =>
        older is PostgresAddress to ? CopyRows((PostgresAddress)newest, to) : CopyFile($"{newest}", $"{older}");

    private static async Task CopyFile(string newest, string older)
    {
        await using var connection = new SqliteConnection($"Data Source={older};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await Texts(connection, $"ATTACH DATABASE '{newest}' AS newest");
        const string Tables = """
            SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\_\_EF%' ESCAPE '\'
            INTERSECT SELECT name FROM newest.sqlite_master
            """;
        foreach (var table in await Texts(connection, Tables))
        {
            var columns = await Texts(
                connection,
                $"SELECT name FROM pragma_table_info('{table}') INTERSECT SELECT name FROM pragma_table_info('{table}', 'newest')"
            );
            var names = string.Join(", ", columns.Select(name => $"\"{name}\""));
            await Texts(
                connection,
                $"INSERT OR REPLACE INTO \"{table}\" ({names}) SELECT {names} FROM newest.\"{table}\""
            );
        }
    }

    private static async Task CopyRows(PostgresAddress newest, PostgresAddress older)
    {
        await using var from = await Opened(newest);
        await using var to = await Opened(older);
        await Texts(to, "SET session_replication_role = replica");
        const string Tables = """
            SELECT table_name::text FROM information_schema.tables
            WHERE table_schema = current_schema AND table_name NOT LIKE '\_\_EF%'
            """;
        var there = await Texts(from, Tables);
        foreach (var table in (await Texts(to, Tables)).Intersect(there))
        {
            var rows = await Texts(from, $"SELECT coalesce(json_agg(one), '[]')::text FROM \"{table}\" one");
            await Texts(
                to,
                $"INSERT INTO \"{table}\" SELECT * FROM json_populate_recordset(NULL::\"{table}\", @rows::json) ON CONFLICT DO NOTHING",
                rows[0]
            );
        }
    }

    private static async Task<NpgsqlConnection> Opened(PostgresAddress address)
    {
        var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static async Task<List<string>> Texts(DbConnection connection, string sql, string? rows = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (rows is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("rows", rows);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            texts.Add(reader.GetString(0));
        }
        return texts;
    }
}
