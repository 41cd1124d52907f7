using NodaTime;
using Rung.Storage.Audit;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>The oldest entries of the audit trail end, and what is left can still be proved. S69, ASVS 14.2.7</summary>
public sealed class AuditEndTests
{
    private const int Most = 100;

    // Entry n is of n seconds after this; four years on they end.
    private static readonly Instant At = Sample.Issued;
    private static readonly AuditEnding Ending = new("the desk", "audit trail, 4 years", At + Duration.FromDays(1461));

    [Theory, OnBoth]
    public async Task What_is_left_after_the_oldest_entries_ended_fits_and_says_what_ended(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await Fill(store, 1, 5);
        var fourth = (await store.Database.Audit.Page(3, 1))[0].Head;
        var ended = await store.Database.Audit.EndBefore(Second(5), Ending, Most);
        await store.Reopen();
        var audit = store.Database.Audit;

        var anchor = new AuditAnchor(fourth, Ending.At, "audit trail, 4 years");
        Assert.Equal(new AuditEnded(4, anchor, null), ended);
        Assert.Equal(anchor, await audit.Anchor());
        var left = await audit.Page(0, Most);
        Assert.Equal([5, 6], left.Select(kept => kept.Number));
        Assert.Equal(
            new AuditEntry(Ending.At, "the desk", "", "ended", $"/audit/ended/4:{fourth.Hash} audit trail, 4 years"),
            left[1].Entry
        );
        Assert.Equal(new AuditVerdict(null, left[1].Head, anchor), await Verify(store));
        await Fill(store, 7, 9);
        Assert.Null((await Verify(store)).Fault);
    }

    [Theory, OnBoth]
    public async Task It_ends_in_small_parts_again_and_again_and_not_behind_an_entry_that_is_not_older(
        DatabaseKind kind
    )
    {
        await using var store = await Store.Open(kind);
        await Fill(store, 1, 5);
        // Another node's clock was ahead.
        await store.Database.Audit.Add(Entry(50));
        await Fill(store, 7, 8);
        var audit = store.Database.Audit;
        Assert.Equal(3, (await audit.EndBefore(Second(9), Ending, 3)).Count);
        Assert.Equal(2, (await audit.EndBefore(Second(9), Ending, 3)).Count);
        Assert.Equal(new AuditEnded(0, null, null), await audit.EndBefore(Second(9), Ending, 3));
        Assert.Equal([6, 7, 8, 9, 10], (await audit.Page(0, Most)).Select(kept => kept.Number));
        Assert.Null((await Verify(store)).Fault);

        // What says that they ended ends by the same rule, when its own time has come.
        var later = Ending with
        {
            At = Ending.At + Duration.FromDays(1461),
        };
        Assert.Equal(5, (await audit.EndBefore(Ending.At + Duration.Epsilon * 1000, later, Most)).Count);
        Assert.Equal([11], (await audit.Page(0, Most)).Select(kept => kept.Number));
        Assert.Equal(10, (await Verify(store)).Begin.Ended.Number);
        Assert.Null((await Verify(store)).Fault);
    }

    [Theory, OnBoth]
    public async Task Nothing_ends_that_no_longer_fits(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await Fill(store, 1, 5);
        await Do(store, "UPDATE audit SET who = 'Somebody else' WHERE seq = 2");
        Assert.Equal(
            new AuditEnded(0, null, "Entry 2 was changed, or one before it: its hash does not fit."),
            await store.Database.Audit.EndBefore(Second(4), Ending, Most)
        );
        Assert.Equal(5, (await store.Database.Audit.Page(0, Most)).Count);
    }

    [Theory, OnBoth]
    public async Task Whatever_is_done_to_a_trail_whose_oldest_entries_ended_is_found(DatabaseKind kind)
    {
        (string Sql, string Fault)[] deeds =
        [
            // Shortened further, without a word in the trail.
            ("DELETE FROM audit WHERE seq = 4", "Entry 4 is missing."),
            ("UPDATE audit SET about = '/audit/ended/4' WHERE what = 'ended'", "Entry 1 is missing."),
            ("UPDATE audit SET who = 'Somebody else' WHERE seq = 4", "Entry 4 was changed"),
            ("UPDATE audit SET about = about || ' and more' WHERE what = 'ended'", "Entry 6 was changed"),
            ("DELETE FROM audit WHERE what = 'ended'", "Entry 1 is missing."),
            ("DELETE FROM audit", "Entries are missing at the end: 0 are there of 6."),
        ];
        foreach (var (sql, fault) in deeds)
        {
            await using var store = await Store.Open(kind);
            await Fill(store, 1, 5);
            await store.Database.Audit.EndBefore(Second(4), Ending, Most);
            await Do(store, sql);
            Assert.StartsWith(fault, (await Verify(store)).Fault, StringComparison.Ordinal);
        }
    }

    [Theory, OnBoth]
    public async Task A_head_that_was_noted_and_has_ended_proves_nothing_and_is_not_taken_for_a_proof(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await Fill(store, 1, 5);
        var heads = (await store.Database.Audit.Page(0, Most)).Select(kept => kept.Head).ToList();
        await store.Database.Audit.EndBefore(Second(4), Ending, Most);
        Assert.Equal(
            "Entry 2, which was noted, has ended since: nothing can be held against it any more. Verify without it, and note the head anew.",
            (await Verify(store, heads[1])).Fault
        );
        Assert.Null((await Verify(store, heads[2])).Fault);
        Assert.Null((await Verify(store, heads[3])).Fault);
        Assert.StartsWith(
            "Entry 3 is not the one that was noted",
            (await Verify(store, heads[2] with { Hash = heads[1].Hash })).Fault,
            StringComparison.Ordinal
        );
    }

    [Theory, OnBoth]
    public async Task Entries_are_found_by_what_was_done_by_when_and_by_where(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await Fill(store, 1, 3);
        var audit = store.Database.Audit;
        await audit.Add(Entry(4) with { What = "changed" });
        await audit.Add(Entry(5) with { About = "/smc-2/cases/1" });
        await audit.Add(Entry(6) with { About = "/accounts" });
        await audit.Add(Entry(7) with { About = "/accounts Alex Agent" });
        await audit.Add(Entry(8) with { About = "/accounts-desk/queue" });

        Assert.Equal([4], await Numbers(audit, new AuditQuery(9) { What = "changed" }));
        Assert.Equal([3, 2], await Numbers(audit, new AuditQuery(9) { From = Second(2), Until = Second(4) }));
        Assert.Equal([4, 3, 2, 1], await Numbers(audit, new AuditQuery(9) { Areas = ["/smc"] }));
        Assert.Equal([7, 6], await Numbers(audit, new AuditQuery(2) { Areas = ["/accounts", "/smc"] }));
        Assert.Equal([2], await Numbers(audit, new AuditQuery(9) { Areas = ["/smc"], About = "/smc/cases/2" }));
        Assert.Empty(await Numbers(audit, new AuditQuery(9) { Areas = [] }));
    }

    private static async Task<IEnumerable<long>> Numbers(AuditStore audit, AuditQuery query) =>
        (await audit.Find(query)).Select(kept => kept.Number);

    private static Task<AuditVerdict> Verify(Store store, AuditHead? noted = null) =>
        new AuditVerifier(store.Database.Audit, noted).Verify();

    private static async Task Fill(Store store, int from, int to)
    {
        for (var number = from; number <= to; number++)
        {
            await store.Database.Audit.Add(Entry(number));
        }
    }

    private static Task<int> Do(Store store, string sql) =>
        store.Database.Write(async session => await session.Execute(sql));

    private static Instant Second(int number) => At + Duration.FromSeconds(number);

    private static AuditEntry Entry(int number) =>
        new(Second(number), $"Engineer {number}", "192.0.2.7", "read", $"/smc/cases/{number}");
}
