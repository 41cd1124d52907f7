using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rung.Storage.Cases;
using Rung.Storage.Postgres;
using Rung.Storage.Schema;
using Rung.Storage.Sqlite;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;
using Migration = Rung.Storage.Schema.Migration;

namespace Rung.Storage.Tests;

/// <summary>A database comes to this version's schema from nothing and from any older one, wholly or not at all (R51).</summary>
public sealed class MigrationTests
{
    [Theory, OnBoth]
    public async Task An_empty_database_gets_every_migration_once(DatabaseKind kind)
    {
        await using var store = await Store.Empty(kind);
        var before = await store.Address.Status();
        Assert.Empty(before.Applied);
        Assert.NotEmpty(before.Missing);
        Assert.Equal(before.Missing, await store.Address.Migrate());
        Assert.Empty(await store.Address.Migrate());
        var after = await store.Address.Status();
        Assert.True(after.IsCurrent);
        Assert.Equal(before.Missing, after.Applied);
        await Use(store);
    }

    [Theory, OnBoth]
    public async Task What_an_older_version_wrote_is_there_after_the_migration(DatabaseKind kind)
    {
        var known = OlderSchema.Known(kind);
        for (var age = 1; age <= known.All.Count; age++)
        {
            await using var store = await Store.Empty(kind);
            await OlderSchema.Make(store.Address, new MigrationSet([.. known.All.Take(age)]));
            await Fill(store.Address);
            // The newest is one that does not exist yet: there is always something to migrate to.
            MigrationSet next = new([.. known.All, Next(kind, NewColumn)]);
            Assert.Equal(known.All.Count + 1 - age, (await OlderSchema.Make(store.Address, next)).Count);
            Assert.Equal(
                [Settled],
                await Texts(store.Address, "SELECT value || since FROM settings WHERE name = 'desk'")
            );
        }
    }

    [Theory, OnBoth]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was(DatabaseKind kind)
    {
        await using var store = await Store.Empty(kind);
        await store.Address.Migrate();
        await Fill(store.Address);
        MigrationSet broken = new([
            .. OlderSchema.Known(kind).All,
            Next(kind, NewColumn + "INSERT INTO nowhere VALUES (1);"),
        ]);
        await Assert.ThrowsAnyAsync<Exception>(() => OlderSchema.Make(store.Address, broken));
        Assert.True((await store.Address.Status()).IsCurrent);
        await Use(store);
        Assert.Equal(["schools"], await Texts(store.Address, "SELECT value FROM settings WHERE name = 'desk'"));
    }

    [Theory, OnBoth]
    public async Task A_database_of_a_newer_version_is_left_alone(DatabaseKind kind)
    {
        await using var store = await Store.Empty(kind);
        await OlderSchema.Make(
            store.Address,
            new MigrationSet([.. OlderSchema.Known(kind).All, Next(kind, NewColumn)])
        );
        foreach (var attempt in (Func<Task>[])[store.Another, store.Address.Status, store.Address.Migrate])
        {
            var told = await Assert.ThrowsAsync<StorageException>(attempt);
            Assert.Equal(StorageFault.NewerSchema, told.Fault);
            Assert.Contains("29990101000000_Next", told.Message, StringComparison.Ordinal);
        }
    }

    [Theory, OnBoth]
    public async Task Several_that_migrate_at_once_do_it_once(DatabaseKind kind)
    {
        await using var store = await Store.Empty(kind);
        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(store.Address.Migrate)));
        Assert.Equal(
            OlderSchema.Known(kind).All.Select(migration => migration.Name),
            done.SelectMany(applied => applied)
        );
        await Use(store);
    }

    [Theory, OnBoth]
    public async Task The_script_does_what_migrating_does(DatabaseKind kind)
    {
        await using var store = await Store.Empty(kind);
        await Run(store.Address, store.Address.Script(await store.Address.Status()));
        var status = await store.Address.Status();
        Assert.True(status.IsCurrent);
        Assert.Equal("", store.Address.Script(status));
        await Use(store);
    }

    [Fact]
    public async Task SQLite_migrates_itself_and_PostgreSQL_says_what_to_do()
    {
        await using var file = await Store.Empty(DatabaseKind.Sqlite);
        await (await file.Another()).DisposeAsync();
        Assert.True((await file.Address.Status()).IsCurrent);

        await using var shared = await Store.Empty(DatabaseKind.Postgres);
        var empty = await Assert.ThrowsAsync<StorageException>(shared.Another);
        Assert.Equal(StorageFault.NotPrepared, empty.Fault);
        Assert.EndsWith(
            "has no tables of Rung yet: make them with 'rung db migrate'.",
            empty.Message,
            StringComparison.Ordinal
        );
    }

    // Databases know them by their whole names, so that none can be given another; what both do is done in either order.
    [Theory, OnBoth]
    public void Migrations_are_in_the_order_of_their_stamps_and_the_two_that_share_one_in_that_of_their_names(
        DatabaseKind kind
    )
    {
        var names = OlderSchema.Known(kind).All.Select(migration => migration.Name).ToList();
        var pairs = names.Zip(names.Skip(1)).ToList();

        Assert.All(pairs, pair => Assert.True(string.CompareOrdinal(pair.First, pair.Second) < 0, $"{pair}"));
        Assert.Equal(
            ("20261126000000_ClosedOrder", "20261126000000_Delivery"),
            Assert.Single(pairs, pair => pair.First[..14] == pair.Second[..14])
        );
    }

    [Theory, OnBoth]
    public void The_migrations_are_those_of_the_model_and_the_scripts_those_of_the_migrations(DatabaseKind kind)
    {
        using RungContext context =
            kind == DatabaseKind.Postgres ? PostgresContext.ForSchema() : SqliteContext.ForSchema();
        Assert.False(context.Database.HasPendingModelChanges(), "The model changed: add a migration.");
        Assert.Equal(context.Database.GetMigrations(), OlderSchema.Known(kind).All.Select(migration => migration.Name));
        var from = Migration0;
        foreach (var migration in OlderSchema.Known(kind).All)
        {
            var script = context
                .GetService<IMigrator>()
                .GenerateScript(from, migration.Name, MigrationsSqlGenerationOptions.NoTransactions);
            Assert.Equal(Lines(script), Lines(migration.Script()));
            from = migration.Name;
        }
    }

    private const string Migration0 = "0";
    private const string Settled = "schools2026";
    private const string NewColumn = "ALTER TABLE settings ADD COLUMN since TEXT NOT NULL DEFAULT '2026';\n";

    private static Migration Next(DatabaseKind kind, string sql) =>
        new(
            "29990101000000_Next",
            () => sql + $"INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Next', '{kind}');"
        );

    // Only what every version ever had.
    private static Task Fill(DatabaseAddress address) =>
        Run(address, "INSERT INTO settings (name, value) VALUES ('desk', 'schools');");

    private static async Task Use(Store store)
    {
        await using var database = await store.Another();
        var id = await database.Cases.NextId();
        Assert.IsType<WriteResult.Committed>(await database.Cases.Save(new CaseWrite(Sample.New(id, Sample.Issued))));
        Assert.Equal(3, (await database.Cases.Load(id))?.Version);
    }

    private static async Task Run(DatabaseAddress address, string sql) => await Texts(address, sql);

    private static async Task<List<string>> Texts(DatabaseAddress address, string sql)
    {
        await using System.Data.Common.DbConnection connection = address is PostgresAddress postgres
            ? new Npgsql.NpgsqlConnection(postgres.ConnectionString)
            : new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={address};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            texts.Add(reader.GetString(0));
        }
        return texts;
    }

    private static IEnumerable<string> Lines(string script) =>
        script.Split('\n').Select(line => line.Trim('\r', '\uFEFF')).Where(line => line.Length > 0);
}
