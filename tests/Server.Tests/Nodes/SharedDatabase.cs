using Rung.Storage;
using Rung.Storage.Postgres;
using Rung.Storage.Postgres.Private;

namespace Rung.Server.Tests.Nodes;

/// <summary>A database that nodes share, on one PostgreSQL for the tests of this process, which ends with it.</summary>
internal sealed class SharedDatabase : IAsyncDisposable
{
    private const string Memory = "/dev/shm";

    private static readonly Lazy<Task<PrivatePostgres>> Server = new(() =>
        PrivatePostgres.Start(Directory.Exists(Memory) ? Memory : Path.GetTempPath())
    );

    private static int _databases;

    private SharedDatabase(PostgresAddress address) => Address = address;

    public PostgresAddress Address { get; }

    /// <summary>Without any table.</summary>
    public static async Task<SharedDatabase> Empty() =>
        new(await (await Server.Value).Create($"nodes_{Interlocked.Increment(ref _databases)}"));

    /// <summary>At this version's schema.</summary>
    public static async Task<SharedDatabase> Fresh()
    {
        var shared = await Empty();
        await shared.Address.Migrate();
        return shared;
    }

    public async Task Run(string sql) => await (await Server.Value).Run(sql);

    public async ValueTask DisposeAsync() => await Run($"DROP DATABASE {Address.Database} WITH (FORCE)");
}
