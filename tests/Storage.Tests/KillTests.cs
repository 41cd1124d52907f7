using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Rung.Storage.Answers;
using Rung.Storage.Postgres;
using Rung.Storage.Search;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>
/// A process that writes is killed between commit and acknowledgement, again and again; then the ledger of what it
/// acknowledged is held against what is there (R42).
/// </summary>
public sealed class KillTests
{
    private const int Rounds = 3;
    private const int AtOnce = 6;
    private const int FewestBeforeTheKill = 150;

    [Theory, OnBoth]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_half_there_after_kill_9(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var ledger = new ConcurrentDictionary<long, long>();
        for (var round = 0; round < Rounds; round++)
        {
            await store.Database.DisposeAsync();
            await WriteUntilKilled(Place(store.Address), ledger);
            await store.Reopen();
            await Check(store.Database, ledger);
        }
        var found = await store.Database.Search.Find(new SearchQuery("mail") { Take = 200 });
        Assert.Equal(Math.Min(200, ledger.Count), found.Count);
    }

    // The first write is a whole case, the second a note on it: each is committed, and then the process is gone.
    [Theory, OnBoth]
    public async Task What_was_committed_is_there_whole_though_kill_9_came_before_its_acknowledgement(DatabaseKind kind)
    {
        for (var writes = 1; writes <= 2; writes++)
        {
            await using var store = await Store.Open(kind);
            await store.Database.DisposeAsync();
            using var writer = Writer(Place(store.Address), "1", $"{writes}");
            var said = await writer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(writes - 1, said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

            await store.Reopen();

            var found = await store.Database.Search.Find(new SearchQuery("mail"));
            var id = Assert.Single(found).Case.CaseId;
            await CheckWhole(store.Database, id, 2 + writes);
            Assert.Equal(2 + writes, (await store.Database.Cases.Load(id))!.Version);
        }
    }

    private static Process Writer(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Storage.Writer.dll");
        return Process.Start(
            new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true }
        )!;
    }

    private static async Task WriteUntilKilled(string place, ConcurrentDictionary<long, long> ledger)
    {
        using var writer = Writer(place, $"{AtOnce}");
        var lines = 0;
        while (await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            Note(ledger, line);
            if (++lines == FewestBeforeTheKill)
            {
                // What was acknowledged until it is dead still comes through the pipe.
                writer.Kill();
            }
        }
        Assert.True(lines >= FewestBeforeTheKill, $"It ended by itself after {lines} writes.");
        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static void Note(ConcurrentDictionary<long, long> ledger, string line)
    {
        var words = line.Split(' ');
        var id = long.Parse(words[1], CultureInfo.InvariantCulture);
        ledger[id] = words[0] == "case" ? 3 : long.Parse(words[2], CultureInfo.InvariantCulture);
    }

    private static async Task Check(RungDatabase database, ConcurrentDictionary<long, long> ledger)
    {
        foreach (var (id, version) in ledger)
        {
            await CheckWhole(database, id, version);
        }
        // What was committed and not acknowledged any more is there as a whole, too: at most one write of each writer.
        var last = await database.Cases.NextId();
        for (var id = 1L; id < last; id++)
        {
            if (await database.Cases.Load(id) is { } case_ && !ledger.ContainsKey(id))
            {
                Assert.Equal(3, case_.Version);
                await CheckWhole(database, id, 3);
                ledger[id] = 3;
            }
        }
    }

    private static async Task CheckWhole(RungDatabase database, long id, long acknowledged)
    {
        var there = await database.Cases.Load(id);
        Assert.NotNull(there);
        // One more than was acknowledged may have been committed.
        Assert.InRange(there.Version, acknowledged, acknowledged + 1);
        Assert.Equal(there.Version, there.Events.Count);
        Assert.Equal(there.Version, (await database.Queue.Find(id))!.Version);
        Assert.Equal(Sample.Dues(Sample.Issued), await database.Dues.OfCase(id));
        Assert.Single(await database.Outbox.OfCase(id));
        Assert.Equal($"{id}", (await database.Answers.Find(new AnswerKey($"{id}", "writer")))?.Body);
    }

    private static string Place(DatabaseAddress address) =>
        address is PostgresAddress postgres ? postgres.ConnectionString : $"{address}";
}
