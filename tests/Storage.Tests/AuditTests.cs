using NodaTime;
using Rung.Storage.Audit;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>The audit trail: whatever is done to it after it was written is found. S69</summary>
public sealed class AuditTests
{
    private static readonly Instant At = Sample.Issued;

    // Worked out by hand: sha256sum of ["",1,1000000000000000,"Alex","192.0.2.7","read","/a"] without a line's end.
    [Fact]
    public void The_hash_of_an_entry_is_that_of_its_fields_as_a_JSON_array()
    {
        var entry = new AuditEntry(Instant.FromUnixTimeSeconds(1_000_000_000), "Alex", "192.0.2.7", "read", "/a");
        Assert.Equal(
            "fa3c19b073259e490c84e5e066b11127c009eb0d3bac66442baa694bd88aeafa",
            entry.Hash(1, AuditEntry.NoHash)
        );
    }

    [Theory, OnBoth]
    public async Task What_is_added_is_found_newest_first_by_who_and_by_what_it_was_about(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await Fill(store, 5);
        await store.Reopen();
        var audit = store.Database.Audit;
        Assert.Equal([5, 4], (await audit.Find(new AuditQuery(2))).Select(kept => kept.Number));
        Assert.Equal([3, 2, 1], (await audit.Find(new AuditQuery(9) { Before = 4 })).Select(kept => kept.Number));
        Assert.Equal([3], (await audit.Find(new AuditQuery(9) { Who = "Engineer 3" })).Select(kept => kept.Number));
        Assert.Equal([2], (await audit.Find(new AuditQuery(9) { About = "/smc/cases/2" })).Select(kept => kept.Number));
        Assert.Equal(5, (await audit.Find(new AuditQuery(9) { About = "/smc/cases/" })).Count);
        Assert.Empty(await audit.Find(new AuditQuery(9) { About = "/schools-desk/" }));
        Assert.Equal(Entry(5), (await audit.Page(4, 10))[0].Entry);
        Assert.Null((await new AuditVerifier(audit).Verify()).Fault);
    }

    [Theory, OnBoth]
    public async Task Added_by_many_at_once_it_is_one_chain_without_a_gap(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await using var other = kind == DatabaseKind.Postgres ? await store.Another() : null;
        await Task.WhenAll(
            Enumerable
                .Range(1, 300)
                .Select(number =>
                    Task.Run(() =>
                        (number % 2 == 0 ? store.Database : other ?? store.Database).Audit.Add(Entry(number))
                    )
                )
        );
        Assert.Null((await new AuditVerifier(store.Database.Audit).Verify()).Fault);
        Assert.Equal(300, (await store.Database.Audit.Head()).Number);
    }

    [Theory, OnBoth]
    public async Task Whatever_is_done_to_it_is_found(DatabaseKind kind)
    {
        (string Sql, string Fault)[] deeds =
        [
            ("UPDATE audit SET who = 'Somebody else' WHERE seq = 3", "Entry 3 was changed"),
            ("UPDATE audit SET at = at + 1 WHERE seq = 5", "Entry 5 was changed"),
            ("DELETE FROM audit WHERE seq = 2", "Entry 2 is missing."),
            ("DELETE FROM audit WHERE seq = 1", "Entry 1 is missing."),
            ("DELETE FROM audit WHERE seq > 3", "Entries are missing at the end: 3 are there of 5."),
            ("DELETE FROM audit", "Entries are missing at the end: 0 are there of 5."),
            ("UPDATE audit_head SET hash = 'another'", "Entry 5 is not the one that was written last."),
        ];
        foreach (var (sql, fault) in deeds)
        {
            await using var store = await Store.Open(kind);
            await Fill(store, 5);
            await store.Database.Write(async session => await session.Execute(sql));
            Assert.StartsWith(
                fault,
                (await new AuditVerifier(store.Database.Audit).Verify()).Fault,
                StringComparison.Ordinal
            );
        }
    }

    [Theory, OnBoth]
    public async Task A_chain_that_was_written_anew_is_found_by_a_head_that_was_noted(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await Fill(store, 5);
        var noted = await store.Database.Audit.Head();
        await store.Database.Audit.Add(Entry(6));
        Assert.Null((await new AuditVerifier(store.Database.Audit, noted).Verify()).Fault);

        await Empty(store);
        await store.Database.Audit.Add(Entry(9));
        await Fill(store, 5);
        Assert.Null((await new AuditVerifier(store.Database.Audit).Verify()).Fault);
        Assert.StartsWith(
            "Entry 5 is not the one that was noted",
            (await new AuditVerifier(store.Database.Audit, noted).Verify()).Fault,
            StringComparison.Ordinal
        );
        await Empty(store);
        await Fill(store, 4);
        Assert.Equal(
            "Entries are missing at the end: 4 are there, and entry 5 was noted.",
            (await new AuditVerifier(store.Database.Audit, noted).Verify()).Fault
        );
    }

    private static async Task Fill(Store store, int most)
    {
        for (var number = 1; number <= most; number++)
        {
            await store.Database.Audit.Add(Entry(number));
        }
    }

    private static Task<int> Empty(Store store) =>
        store.Database.Write(async session =>
            await session.Execute("DELETE FROM audit") + await session.Execute("DELETE FROM audit_head")
        );

    private static AuditEntry Entry(int number) =>
        new(At + Duration.FromSeconds(number), $"Engineer {number}", "192.0.2.7", "read", $"/smc/cases/{number}");
}
