using Rung.Storage.Cases;
using Rung.Storage.Sqlite;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>What waits to be written is committed together, and each author is told of their own write only.</summary>
public sealed class WriterTests
{
    private const int Others = 40;

    // All wait at once: while the first is committed, the others become groups, and one of these has the bad one in it.
    [Theory, OnBoth]
    public async Task One_that_fails_takes_none_of_its_group_with_it(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var first = await store.Database.Cases.NextIds(Others);
        List<Task<WriteResult>> good = [];
        Task<int>? bad = null;
        for (var number = 0; number < Others; number++)
        {
            if (number == Others / 2)
            {
                bad = store.Database.Write<int>(_ => throw new InvalidOperationException("at fault"));
            }
            good.Add(store.Database.Cases.Save(new CaseWrite(Sample.New(first + number, Sample.Issued))));
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad!);
        Assert.All(await Task.WhenAll(good), one => Assert.IsType<WriteResult.Committed>(one));
        for (var number = 0; number < Others; number++)
        {
            Assert.Equal(3, (await store.Database.Cases.Load(first + number))!.Version);
        }
    }

    // The writer is held by one that writes nothing until the forty wait; what is committed is counted in the write-ahead log.
    [Fact]
    public async Task Forty_writes_that_wait_at_once_make_fewer_than_forty_commits()
    {
        await using var store = await Store.Open(DatabaseKind.Sqlite);
        var log = new WriteAheadLog(((SqliteFile)store.Address).Path + "-wal");
        var first = await store.Database.Cases.NextIds(Others);
        using var held = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var holding = Task.Run(() =>
            store.Database.Write(_ =>
            {
                begun.Set();
                held.Wait();
                return ValueTask.FromResult(0);
            })
        );
        begun.Wait(TestContext.Current.CancellationToken);
        var before = log.Commits();
        var writes = Enumerable
            .Range(0, Others)
            .Select(number => store.Database.Cases.Save(new CaseWrite(Sample.New(first + number, Sample.Issued))))
            .ToArray();

        held.Set();
        await holding;
        Assert.All(await Task.WhenAll(writes), one => Assert.IsType<WriteResult.Committed>(one));

        Assert.InRange(log.Commits() - before, 1, Others - 1);
    }
}
