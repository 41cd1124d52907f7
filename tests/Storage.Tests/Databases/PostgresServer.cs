using Rung.Storage.Postgres;
using Rung.Storage.Postgres.Private;

namespace Rung.Storage.Tests.Databases;

/// <summary>
/// One server for the tests of this process, which ends with it. Its databases compare text by the rules of English,
/// so that a comparison that is left to the server shows.
/// </summary>
internal static class PostgresServer
{
    private const string Template = "rung_template";
    private const string English = "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-GB'";

    // Every test makes a database; in memory that takes no disk. What a crash leaves is not tested by cutting power.
    private const string Memory = "/dev/shm";

    private static readonly Lazy<Task<PrivatePostgres>> Running = new(Start);
    private static readonly SemaphoreSlim Copying = new(1);
    private static int _databases;

    /// <summary>A fresh database at this version's schema.</summary>
    public static async Task<PostgresAddress> Fresh() => await Create($"TEMPLATE {Template}");

    /// <summary>A database without any table.</summary>
    public static async Task<PostgresAddress> Empty() => await Create(English);

    public static async Task Drop(PostgresAddress address) =>
        await (await Running.Value).Run($"DROP DATABASE {address.Database} WITH (FORCE)");

    public static async Task Run(string sql) => await (await Running.Value).Run(sql);

    // A template is copied by one at a time.
    private static async Task<PostgresAddress> Create(string like)
    {
        var server = await Running.Value;
        await Copying.WaitAsync();
        try
        {
            return await server.Create($"test_{Interlocked.Increment(ref _databases)}", like);
        }
        finally
        {
            Copying.Release();
        }
    }

    private static async Task<PrivatePostgres> Start()
    {
        var server = await PrivatePostgres.Start(Directory.Exists(Memory) ? Memory : Path.GetTempPath());
        var template = await server.Create(Template, English);
        await template.Migrate();
        return server;
    }
}
