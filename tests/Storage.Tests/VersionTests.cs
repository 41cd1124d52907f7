using NodaTime;
using Rung.Core.Cases;
using Rung.Storage.Answers;
using Rung.Storage.Cases;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Writes carry the version that their author saw; of competing ones each is kept whole, or not at all.</summary>
public sealed class VersionTests
{
    [Theory, OnBoth]
    public async Task A_stale_write_changes_nothing_and_is_told_what_it_had_not_seen(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var id = await NewCase(store.Database);
        var first = Sample.Noting(id, 3, "first");
        Assert.Equal([4], Assert.IsType<WriteResult.Committed>(await store.Database.Cases.Save(new(first))).Versions);

        var stale = Assert.IsType<WriteResult.VersionConflict>(
            await store.Database.Cases.Save(new(Sample.Noting(id, 3, "second")))
        );
        Assert.Equal((id, 4), (stale.CaseId, stale.Actual));
        Assert.Equal([new StoredEvent(4, first.Events[0])], stale.Since);
        Assert.Equal(4, (await store.Database.Cases.Load(id))!.Version);
    }

    [Theory, OnBoth]
    public async Task A_version_from_the_future_and_a_case_that_is_not_there_are_conflicts_too(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var id = await NewCase(store.Database);
        var future = await store.Database.Cases.Save(new(Sample.Noting(id, 9, "early")));
        Assert.Equal(3, Assert.IsType<WriteResult.VersionConflict>(future).Actual);
        var nowhere = await store.Database.Cases.Save(new(Sample.Noting(id + 1, 3, "nowhere")));
        Assert.Equal(0, Assert.IsType<WriteResult.VersionConflict>(nowhere).Actual);
        var twice = await store.Database.Cases.Save(new(Sample.New(id, Sample.Issued)));
        Assert.Equal(3, Assert.IsType<WriteResult.VersionConflict>(twice).Actual);
    }

    [Theory, OnBoth]
    public async Task Of_two_cases_in_one_write_neither_changes_when_one_is_stale(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (one, other) = (await NewCase(store.Database), await NewCase(store.Database));
        var write = new CaseWrite(Sample.Noting(one, 3, "tie"), Sample.Noting(other, 2, "tie"));
        Assert.IsType<WriteResult.VersionConflict>(await store.Database.Cases.Save(write));
        Assert.Equal(3, (await store.Database.Cases.Load(one))!.Version);

        var both = new CaseWrite(Sample.Noting(other, 3, "tie"), Sample.New(one + 100, Sample.Issued));
        Assert.Equal([4, 3], Assert.IsType<WriteResult.Committed>(await store.Database.Cases.Save(both)).Versions);
    }

    [Theory, OnBoth]
    public async Task Competing_writers_lose_nothing_and_leave_no_gap(DatabaseKind kind)
    {
        const int Writers = 8;
        const int Notes = 12;
        await using var store = await Store.Open(kind);
        await using var node = kind == DatabaseKind.Postgres ? await store.Another() : null;
        var id = await NewCase(store.Database);
        await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(writer =>
                    Task.Run(() => WriteAll(writer % 2 == 0 ? store.Database : node ?? store.Database, writer))
                )
        );
        var events = await store.Database.Cases.EventsAfter(id, 3);
        Assert.Equal(
            Enumerable.Range(4, Writers * Notes).Select(number => (long)number),
            events.Select(e => e.Sequence)
        );
        var texts = events.Select(stored => ((Noted)stored.Event).Text).ToList();
        for (var writer = 0; writer < Writers; writer++)
        {
            var own = texts.Where(text => text.StartsWith($"{writer}:", StringComparison.Ordinal));
            Assert.Equal(Enumerable.Range(0, Notes).Select(note => $"{writer}:{note}"), own);
        }

        // Each note at the version last seen, again and again until it is quick enough.
        async Task WriteAll(RungDatabase database, int writer)
        {
            var version = 3L;
            for (var note = 0; note < Notes; )
            {
                switch (await database.Cases.Save(new(Sample.Noting(id, version, $"{writer}:{note}"))))
                {
                    case WriteResult.Committed done:
                        version = done.Versions[0];
                        note++;
                        break;
                    case WriteResult.VersionConflict conflict:
                        Assert.Equal(
                            conflict.Actual - version,
                            conflict.Since.Count(e => e.Sequence <= conflict.Actual)
                        );
                        version = conflict.Actual;
                        break;
                    case var other:
                        Assert.Fail($"{other}");
                        break;
                }
            }
        }
    }

    [Theory, OnBoth]
    public async Task Ties_written_in_opposite_directions_at_once_do_not_hold_each_other_up(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (one, other) = (await NewCase(store.Database), await NewCase(store.Database));
        for (var round = 0; round < 10; round++)
        {
            var version = 3 + round;
            var results = await Task.WhenAll(
                Task.Run(() =>
                    store.Database.Cases.Save(new(Sample.Noting(one, version, "a"), Sample.Noting(other, version, "a")))
                ),
                Task.Run(() =>
                    store.Database.Cases.Save(new(Sample.Noting(other, version, "b"), Sample.Noting(one, version, "b")))
                )
            );
            Assert.Single(results.OfType<WriteResult.Committed>());
            Assert.Single(results.OfType<WriteResult.VersionConflict>());
        }
    }

    [Theory, OnBoth]
    public async Task What_a_decision_was_made_by_has_not_changed_when_it_is_written(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (one, other) = (await NewCase(store.Database), await NewCase(store.Database));
        var write = new CaseWrite(Sample.Noting(one, 3, "late")) { Seen = [new SeenCase(other, 2)] };

        var conflict = Assert.IsType<WriteResult.VersionConflict>(await store.Database.Cases.Save(write));

        Assert.Equal((other, 3), (conflict.CaseId, conflict.Actual));
        Assert.Equal(3, Assert.Single(conflict.Since).Sequence);
        Assert.Equal(3, (await store.Database.Cases.Load(one))!.Version);
    }

    // Each changes what the other looks at, and neither what the other changes.
    [Theory, OnBoth]
    public async Task Of_two_decisions_each_made_by_what_the_other_changes_one_is_written(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await using var node = kind == DatabaseKind.Postgres ? await store.Another() : null;
        for (var round = 0; round < 30; round++)
        {
            var (one, other) = (await NewCase(store.Database), await NewCase(store.Database));
            var results = await Task.WhenAll(
                Task.Run(() => Note(store.Database, one, other)),
                Task.Run(() => Note(node ?? store.Database, other, one))
            );
            Assert.Single(results.OfType<WriteResult.Committed>());
            Assert.Single(results.OfType<WriteResult.VersionConflict>());
        }

        static Task<WriteResult> Note(RungDatabase database, long changed, long seen) =>
            database.Cases.Save(new CaseWrite(Sample.Noting(changed, 3, "seen")) { Seen = [new SeenCase(seen, 3)] });
    }

    [Theory, OnBoth]
    public async Task A_request_sent_twice_is_carried_out_once_however_close_together_R13(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        for (var round = 0; round < 5; round++)
        {
            var key = new AnswerKey($"key-{round}", "Alex");
            var results = await Task.WhenAll(
                Enumerable.Range(0, 6).Select(_ => Task.Run(() => Log(store.Database, key)))
            );
            var done = Assert.Single(results, result => result.Result is WriteResult.Committed);
            foreach (var (_, result) in results.Where(result => result.Result is not WriteResult.Committed))
            {
                Assert.Equal($"{done.Id}", Assert.IsType<WriteResult.AlreadyAnswered>(result).Answer.Body);
            }
            foreach (var (id, _) in results)
            {
                Assert.Equal(id == done.Id, await store.Database.Cases.Load(id) is not null);
            }
            var (_, other) = await Log(store.Database, key, hash: "other");
            Assert.IsType<WriteResult.KeyReused>(other);
        }
    }

    [Theory, OnBoth]
    public async Task Numbers_for_cases_are_never_given_twice_nor_by_two_nodes(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await using var node = kind == DatabaseKind.Postgres ? await store.Another() : null;
        var numbers = await Task.WhenAll(
            Enumerable
                .Range(0, 1000)
                .Select(n =>
                    Task.Run(async () => await (n % 2 == 0 ? store.Database : node ?? store.Database).Cases.NextId())
                )
        );
        Assert.Equal(1000, numbers.Distinct().Count());
        await store.Reopen();
        Assert.DoesNotContain(await store.Database.Cases.NextId(), numbers);
    }

    [Theory, OnBoth]
    public async Task A_desks_cases_are_read_page_by_page_with_all_their_events(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var first = await store.Database.Cases.NextIds(5);
        for (var id = first; id < first + 5; id++)
        {
            var change = Sample.New(id, Sample.Issued);
            var desk = id == first + 2 ? "another" : Sample.Desk;
            await store.Database.Cases.Save(new CaseWrite(change with { Row = change.Row with { Desk = desk } }));
        }
        await store.Database.Cases.Save(new CaseWrite(Sample.Noting(first, 3, "a fourth event")));

        var page = await store.Database.Cases.PageOf(Sample.Desk, after: 0, most: 3);
        Assert.Equal([(first, 4), (first + 1, 3), (first + 3, 3)], page.Select(one => (one.Id, one.Events.Count)));
        Assert.Equivalent(Sample.FirstEvents(first + 3, Sample.Issued), page[2].Events, strict: true);
        var rest = await store.Database.Cases.PageOf(Sample.Desk, after: page[^1].Id, most: 3);
        Assert.Equal([first + 4], rest.Select(one => one.Id));
        Assert.Empty(await store.Database.Cases.PageOf("nowhere", after: 0, most: 3));
    }

    private static async Task<(long Id, WriteResult Result)> Log(
        RungDatabase database,
        AnswerKey key,
        string hash = "same"
    )
    {
        var id = await database.Cases.NextId();
        var answer = new KeptAnswer(key, hash, 201, $"{id}", Sample.Issued);
        return (id, await database.Cases.Save(new CaseWrite(Sample.New(id, Sample.Issued)) { Answer = answer }));
    }

    private static async Task<long> NewCase(RungDatabase database)
    {
        var id = await database.Cases.NextId();
        await database.Cases.Save(new CaseWrite(Sample.New(id, Sample.Issued)));
        return id;
    }
}
