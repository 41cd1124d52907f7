using Rung.Storage.Cases;
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
}
