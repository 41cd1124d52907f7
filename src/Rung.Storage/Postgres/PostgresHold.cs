using Npgsql;

namespace Rung.Storage.Postgres;

/// <summary>A lock by a name on a connection of its own; the server lets go by itself when that breaks.</summary>
internal sealed class PostgresHold : IAsyncDisposable
{
    private const string Take = "SELECT pg_try_advisory_lock(hashtextextended(@work, 0))";
    private const string LetGo = "SELECT pg_advisory_unlock_all()";

    private readonly NpgsqlConnection _connection;

    private PostgresHold(NpgsqlConnection connection) => _connection = connection;

    /// <returns>Null when somebody else has it.</returns>
    public static async Task<IAsyncDisposable?> Try(NpgsqlDataSource source, string work)
    {
        var connection = await source.OpenConnectionAsync();
        try
        {
            await using var take = new NpgsqlCommand(Take, connection);
            take.Parameters.AddWithValue("work", work);
            if (await take.ExecuteScalarAsync() is true)
            {
                return new PostgresHold(connection);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await using (_connection)
        {
            try
            {
                await using var free = new NpgsqlCommand(LetGo, _connection);
                await free.ExecuteNonQueryAsync();
            }
            catch (NpgsqlException)
            {
                // The connection is broken, and with it the lock is gone.
            }
        }
    }
}
