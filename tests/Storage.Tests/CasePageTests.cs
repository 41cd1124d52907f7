using NodaTime;
using Rung.Storage.Cases;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>The cases of a desk page by page, as a replay reads them, and the numbers that an import takes at once.</summary>
public sealed class CasePageTests
{
    private const string OtherDesk = "another-desk";

    [Theory, OnBoth]
    public async Task Pages_put_together_are_the_desk_s_cases_with_all_their_events_in_the_order_stored(
        DatabaseKind kind
    )
    {
        await using var store = await Store.Open(kind);
        var mine = new List<long>();
        for (var number = 0; number < 7; number++)
        {
            mine.Add(await NewCase(store.Database, Sample.Desk));
            await NewCase(store.Database, OtherDesk);
        }
        // One case whose events came later than those of the cases after it.
        await store.Database.Cases.Save(new CaseWrite(Sample.Noting(mine[1], 3, "the fourth")));
        await store.Database.Cases.Save(new CaseWrite(Sample.Noting(mine[1], 4, "the fifth")));

        foreach (var most in (int[])[1, 3, 7, 100])
        {
            var paged = await AllPages(store.Database, most);
            Assert.Equal(mine, paged.Select(history => history.Id));
            foreach (var history in paged)
            {
                Assert.Equivalent(await store.Database.Cases.Load(history.Id), history, strict: true);
            }
            Assert.Equal([3, 5, 3, 3, 3, 3, 3], paged.Select(history => history.Events.Count));
        }
        Assert.Empty(await store.Database.Cases.PageOf("no-such-desk", after: 0, most: 10));
    }

    [Theory, OnBoth]
    public async Task Numbers_taken_together_follow_one_another_and_nobody_else_gets_one_of_them(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await using var node = kind == DatabaseKind.Postgres ? await store.Another() : null;
        RungDatabase[] nodes = [store.Database, node ?? store.Database];
        int[] sizes = [1, 2, 63, 64, 65, 500];
        var taken = await Task.WhenAll(
            nodes.SelectMany(one => sizes.Select(size => Task.Run(() => Take(one, size)))).ToArray()
        );
        await store.Reopen();
        long[] numbers = [.. taken.SelectMany(ids => ids), .. await Take(store.Database, 10)];

        // On each of two nodes 695 in blocks and six singly; then ten and one more.
        Assert.Equal((2 * (695 + 6)) + 11, numbers.Length);
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.True(number > 0));
    }

    private static async Task<IReadOnlyList<CaseHistory>> AllPages(RungDatabase database, int most)
    {
        var all = new List<CaseHistory>();
        IReadOnlyList<CaseHistory> page;
        do
        {
            page = await database.Cases.PageOf(Sample.Desk, all.Count == 0 ? 0 : all[^1].Id, most);
            Assert.InRange(page.Count, 0, most);
            all.AddRange(page);
        } while (page.Count == most);
        return all;
    }

    // A block, and one number from where new cases get theirs.
    private static async Task<IEnumerable<long>> Take(RungDatabase database, int count)
    {
        var first = await database.Cases.NextIds(count);
        return [.. Enumerable.Range(0, count).Select(offset => first + offset), await database.Cases.NextId()];
    }

    private static async Task<long> NewCase(RungDatabase database, string desk)
    {
        var id = await database.Cases.NextId();
        var sample = Sample.New(id, Sample.Issued + Duration.FromMinutes(id % 3));
        var change = sample with { Row = sample.Row with { Desk = desk } };
        Assert.IsType<WriteResult.Committed>(await database.Cases.Save(new CaseWrite(change)));
        return id;
    }
}
