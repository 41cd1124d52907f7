using Npgsql;
using Rung.Storage.Schema;

namespace Rung.Storage.Postgres;

/// <summary>
/// Brings a database to the schema of this version, when somebody asks for it; says at every start whether it is there.
/// </summary>
internal static class PostgresSchema
{
    private const long Oldest = 13_00_00;

    private const string Settings = """
        SELECT current_setting('server_version_num'), current_setting('server_encoding'),
            current_setting('fsync'), current_setting('synchronous_commit')
        """;
    private const string HasHistory = """
        SELECT 1 FROM information_schema.tables
        WHERE table_schema = current_schema() AND table_name = '__EFMigrationsHistory'
        """;
    private const string History = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" """;

    // One migrates, the others wait and then find nothing to do. The number only has to be nobody else's.
    private const string Alone = "SELECT pg_advisory_xact_lock(7864372101)";

    /// <summary>The migrations of this version.</summary>
    public static MigrationSet Of { get; } = MigrationSet.In("Postgres");

    /// <exception cref="StorageException">The database is not fit to be used by this version.</exception>
    public static async Task<SchemaStatus> Check(NpgsqlDataSource source, PostgresAddress address)
    {
        await using var connection = await source.OpenConnectionAsync();
        await CheckSettings(connection, address);
        var status = Of.Status(await Applied(connection), address.ToString());
        if (!status.IsCurrent)
        {
            throw NotPrepared(
                status.Applied.Count == 0
                    ? $"{address} has no tables of Rung yet: make them with 'rung db migrate'."
                    : $"{address} was last used by an older version of Rung and lacks {string.Join(", ", status.Missing)}: "
                        + "make a backup, stop the nodes that use it and run 'rung db migrate'."
            );
        }
        return status;
    }

    public static async Task<SchemaStatus> Status(NpgsqlDataSource source, PostgresAddress address)
    {
        await using var connection = await source.OpenConnectionAsync();
        return Of.Status(await Applied(connection), address.ToString());
    }

    /// <summary>All that is missing in one transaction: whoever dies on the way leaves the database as it was. R51</summary>
    /// <returns>What was missing.</returns>
    public static async Task<IReadOnlyList<string>> Migrate(PostgresAddress address, MigrationSet migrations)
    {
        await using var source = address.Connect();
        await using var connection = await source.OpenConnectionAsync();
        await CheckSettings(connection, address);
        await using var transaction = await connection.BeginTransactionAsync();
        await Run(connection, Alone);
        var status = migrations.Status(await Applied(connection), address.ToString());
        foreach (var script in migrations.Scripts(status))
        {
            await Run(connection, script);
        }
        await transaction.CommitAsync();
        return status.Missing;
    }

    // What the server promises about its disk is what Rung promises to its users. R42
    private static async Task CheckSettings(NpgsqlConnection connection, PostgresAddress address)
    {
        var settings = (await Rows(connection, Settings)).Single();
        if (long.Parse(settings[0], System.Globalization.CultureInfo.InvariantCulture) < Oldest)
        {
            throw NotPrepared($"{address} runs PostgreSQL {settings[0]}; Rung needs 13 or newer.");
        }
        if (settings[1] != "UTF8")
        {
            throw NotPrepared($"{address} keeps text as {settings[1]}: make it anew with ENCODING 'UTF8'.");
        }
        if (settings[2] == "off" || settings[3] == "off")
        {
            throw NotPrepared(
                $"{address} acknowledges what is not on its disk yet (fsync is {settings[2]}, synchronous_commit is "
                    + $"{settings[3]}): switch both on, for this database at least."
            );
        }
    }

    private static async Task<IReadOnlyList<string>> Applied(NpgsqlConnection connection) =>
        (await Rows(connection, HasHistory)).Count == 0
            ? []
            : [.. (await Rows(connection, History)).Select(row => row[0])];

    private static async Task<List<string[]>> Rows(NpgsqlConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetValue(column)}")]);
        }
        return rows;
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) =>
#pragma warning disable CA2100 // the constants above and the migrations of this project
        new(sql, connection);
#pragma warning restore CA2100

    private static StorageException NotPrepared(string sentence) => new(StorageFault.NotPrepared, sentence);
}
