using Npgsql;

namespace Rung.Storage.Postgres;

/// <summary>
/// Short messages between the nodes of one database (NOTIFY). They are sent after a commit, not with it, since every
/// commit that notifies waits for every other; one that is lost costs a page some seconds, never a fact.
/// </summary>
public sealed class PostgresHints
{
    /// <summary>The longest message in bytes; the server takes no more than 7,999.</summary>
    public const int Longest = 7_000;

    private const string Say = "SELECT pg_notify('rung_changed', @text)";
    private const string Hear = "LISTEN rung_changed";

    private readonly NpgsqlDataSource _source;
    private readonly PostgresAddress _address;

    internal PostgresHints(NpgsqlDataSource source, PostgresAddress address) => (_source, _address) = (source, address);

    /// <exception cref="StorageException">It was not sent.</exception>
    public Task Tell(string text) =>
        PostgresErrors.Guard(
            _address,
            async () =>
            {
                await using var command = _source.CreateCommand(Say);
                command.Parameters.AddWithValue("text", text);
                return await command.ExecuteNonQueryAsync();
            }
        );

    /// <summary>Listens until cancelled.</summary>
    /// <param name="begun">Called when it hears: what was said before is lost.</param>
    /// <param name="heard">Called for each message of any node, this one too.</param>
    /// <exception cref="StorageException">The connection broke; listen again.</exception>
    public Task Listen(Action begun, Action<string> heard, CancellationToken stopping) =>
        PostgresErrors.Guard(_address, () => ListenOn(begun, heard, stopping));

    private async Task<int> ListenOn(Action begun, Action<string> heard, CancellationToken stopping)
    {
        await using var connection = await _source.OpenConnectionAsync(stopping);
        connection.Notification += (_, said) => heard(said.Payload);
        await using (var listen = new NpgsqlCommand(Hear, connection))
        {
            await listen.ExecuteNonQueryAsync(stopping);
        }
        begun();
        while (true)
        {
            await connection.WaitAsync(stopping);
        }
    }
}
