using Rung.Storage.Postgres;
using Rung.Storage.Sqlite;

namespace Rung.Storage.Tests.Databases;

/// <summary>A fresh database of either kind, thrown away at the end.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly string? _folder;

    private Store(DatabaseAddress address, string? folder) => (Address, _folder) = (address, folder);

    public DatabaseAddress Address { get; }
    public RungDatabase Database { get; private set; } = null!;

    /// <summary>At this version's schema, and open.</summary>
    public static async Task<Store> Open(DatabaseKind kind)
    {
        var store = kind == DatabaseKind.Postgres ? new Store(await PostgresServer.Fresh(), folder: null) : InFolder();
        store.Database = await store.Another();
        return store;
    }

    /// <summary>Without any table, and not open.</summary>
    public static async Task<Store> Empty(DatabaseKind kind) =>
        kind == DatabaseKind.Postgres ? new Store(await PostgresServer.Empty(), folder: null) : InFolder();

    /// <summary>One more way in, as another node has it. SQLite has one process only.</summary>
    public Task<RungDatabase> Another() => Address.Open(TimeProvider.System);

    public async Task Reopen()
    {
        await Database.DisposeAsync();
        Database = await Another();
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }
        if (Address is PostgresAddress postgres)
        {
            await PostgresServer.Drop(postgres);
        }
        else
        {
            Directory.Delete(_folder!, recursive: true);
        }
    }

    private static Store InFolder()
    {
        var folder = Directory.CreateTempSubdirectory("rung-storage-").FullName;
        return new Store(new SqliteFile(Path.Combine(folder, "rung.db")), folder);
    }
}
