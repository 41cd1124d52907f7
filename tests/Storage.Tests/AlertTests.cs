using NodaTime;
using Rung.Storage.Alerts;
using Rung.Storage.Cases;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>An alert is put on a case in the transaction of that case, by one of those who do so at once. R15</summary>
public sealed class AlertTests
{
    private static readonly Instant At = Sample.Issued;
    private static readonly AlertKey Key = new("schools-desk", "Monitor", "switch-3");

    [Theory, OnBoth]
    public async Task Of_many_who_begin_a_case_with_the_same_alert_at_once_one_does(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => store.Database.Cases.NextId().AsTask()));
        var results = await Task.WhenAll(ids.Select(id => Begin(store, id)));
        var index = Assert.Single(Enumerable.Range(0, 16), one => results[one] is WriteResult.Committed);
        Assert.Equal(15, results.Count(result => result is WriteResult.AlertTaken));
        for (var one = 0; one < ids.Length; one++)
        {
            Assert.Equal(one == index, await store.Database.Cases.Load(ids[one]) is not null);
        }
        var known = await store.Database.Alerts.Find(Key);
        Assert.Equal(new Alert((ids[index], Sample.ReferenceOf(ids[index])), 1, null, false), known);
    }

    [Theory, OnBoth]
    public async Task Many_count_at_once_and_none_is_lost(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var id = await store.Database.Cases.NextId();
        await Begin(store, id);
        var seen = await store.Database.Alerts.Find(Key);
        var again = new CaseWrite()
        {
            Alert = new AlertArrival(Key, At, false) { Seen = seen, CaseId = id },
        };
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => store.Database.Cases.Save(again)));
        Assert.All(results, result => Assert.IsType<WriteResult.Committed>(result));
        // What is over is not counted.
        await store.Database.Cases.Save(again with { Alert = again.Alert with { IsCleared = true } });
        Assert.Equal(101, (await store.Database.Alerts.Find(Key))!.Raised);
    }

    [Fact]
    public async Task R15_A_hundred_who_count_at_once_on_each_of_two_nodes_all_do()
    {
        await using var store = await Store.Open(DatabaseKind.Postgres);
        await using var other = await store.Another();
        var id = await store.Database.Cases.NextId();
        await Begin(store, id);
        var again = new CaseWrite()
        {
            Alert = new AlertArrival(Key, At, false) { Seen = await store.Database.Alerts.Find(Key), CaseId = id },
            Seen = [new SeenCase(id, (await store.Database.Cases.Load(id))!.Version)],
        };
        RungDatabase[] nodes = [store.Database, other];
        var results = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(number => Task.Run(() => nodes[number % 2].Cases.Save(again)))
        );
        Assert.All(results, result => Assert.IsType<WriteResult.Committed>(result));
        Assert.Equal(201, (await store.Database.Alerts.Find(Key))!.Raised);
    }

    [Theory, OnBoth]
    public async Task A_note_is_written_by_one_of_those_who_saw_the_same_and_a_new_case_counts_anew(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var id = await store.Database.Cases.NextId();
        await Begin(store, id);
        var seen = await store.Database.Alerts.Find(Key);
        var noting = new AlertArrival(Key, At, IsCleared: true)
        {
            Seen = seen,
            CaseId = id,
            IsNoted = true,
        };
        var note = new CaseWrite() { Alert = noting };
        Assert.IsType<WriteResult.Committed>(await store.Database.Cases.Save(note));
        Assert.IsType<WriteResult.AlertTaken>(await store.Database.Cases.Save(note));
        var noted = await store.Database.Alerts.Find(Key);
        Assert.Equal(seen! with { NotedAt = At, NotedCleared = true }, noted);

        var next = await store.Database.Cases.NextId();
        Assert.IsType<WriteResult.AlertTaken>(await Begin(store, next, seen));
        Assert.IsType<WriteResult.Committed>(await Begin(store, next, noted));
        Assert.Equal(
            new Alert((next, Sample.ReferenceOf(next)), 1, null, false),
            await store.Database.Alerts.Find(Key)
        );
        // Who still has it on the case before is not counted on the new one.
        var late = new CaseWrite()
        {
            Alert = new AlertArrival(Key, At, false) { Seen = noted, CaseId = id },
        };
        Assert.IsType<WriteResult.AlertTaken>(await store.Database.Cases.Save(late));
    }

    private static Task<WriteResult> Begin(Store store, long id, Alert? seen = null) =>
        store.Database.Cases.Save(
            new CaseWrite(Sample.New(id, At))
            {
                Alert = new AlertArrival(Key, At, IsCleared: false) { Seen = seen, CaseId = id },
            }
        );
}
