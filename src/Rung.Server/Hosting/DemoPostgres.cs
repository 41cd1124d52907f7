using Rung.Storage;
using Rung.Storage.Postgres.Private;

namespace Rung.Server.Hosting;

/// <summary>A PostgreSQL for one demo: started for it, empty, and gone with it.</summary>
internal sealed class DemoPostgres : IAsyncDisposable
{
    private readonly PrivatePostgres _server;

    private DemoPostgres(PrivatePostgres server, DatabaseAddress database) => (_server, Database) = (server, database);

    public DatabaseAddress Database { get; }

    /// <exception cref="StartException">PostgreSQL is not installed, or does not start.</exception>
    public static async Task<DemoPostgres> Start()
    {
        try
        {
            var server = await PrivatePostgres.Start(Path.GetTempPath());
            var database = await server.Create("rung");
            await database.Migrate();
            return new DemoPostgres(server, database);
        }
        catch (StorageException failure)
        {
            throw new StartException(failure.Message);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
