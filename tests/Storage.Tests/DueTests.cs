using System.Collections.Concurrent;
using NodaTime;
using Rung.Storage.Cases;
using Rung.Storage.Dues;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Dues are claimed in due order, by one claimer at a time, never early; leases end.</summary>
public sealed class DueTests
{
    private static readonly Instant Base = Sample.Issued;
    private static readonly Duration Micro = Duration.FromTicks(10);

    [Theory, OnBoth]
    public async Task A_due_is_claimed_at_its_instant_and_not_a_microsecond_before(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await NewCase(store.Database, new DueRow("warn", 1, Base));
        Assert.Equal(Base, await store.Database.Dues.Next());
        Assert.Empty(await store.Database.Dues.Claim(Claim("a", Base - Micro)));
        Assert.Single(await store.Database.Dues.Claim(Claim("a", Base)));
    }

    [Theory, OnBoth]
    public async Task Dues_come_earliest_first_and_ties_by_case_rule_and_occurrence(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var dues = new List<ClaimedDue>();
        // Rules that a dictionary would sort otherwise than by their characters.
        DueRow[] some =
        [
            new("missed:resolve", 2, Base + Micro),
            new("Warn:resolve", 1, Base),
            new("warn:resolve", 10, Base),
            new("warn:resolve", 9, Base),
            new("écart", 1, Base),
            new("attempt", 1, Base - Duration.FromDays(400)),
        ];
        for (var number = 0; number < 3; number++)
        {
            var id = await NewCase(store.Database, some);
            dues.AddRange(some.Select(due => new ClaimedDue(id, due.Rule, due.Occurrence, due.At)));
        }
        // By instant, then case, then rule by its bytes (capitals, small letters, é), then occurrence.
        string[] ruleOrder = ["Warn:resolve", "attempt", "missed:resolve", "warn:resolve", "écart"];
        var expected = dues.OrderBy(due => due.At)
            .ThenBy(due => due.CaseId)
            .ThenBy(due => Array.IndexOf(ruleOrder, due.Rule))
            .ThenBy(due => due.Occurrence)
            .ToList();
        var claimed = new List<ClaimedDue>();
        while (await store.Database.Dues.Claim(Claim("a", Base + Micro) with { Take = 4 }) is { Count: > 0 } some4)
        {
            Assert.InRange(some4.Count, 1, 4);
            claimed.AddRange(some4);
        }
        Assert.Equal(expected, claimed);
    }

    [Theory, OnBoth]
    public async Task Competing_claimers_get_each_due_once(DatabaseKind kind)
    {
        const int Cases = 60;
        await using var store = await Store.Open(kind);
        await using var node = kind == DatabaseKind.Postgres ? await store.Another() : null;
        var expected = new List<(long, string)>();
        for (var number = 0; number < Cases; number++)
        {
            string[] rules = ["a", "b", "c", "d", "e"];
            var id = await NewCase(
                store.Database,
                [
                    .. rules.Select(
                        (rule, index) => new DueRow(rule, 1, Base - Duration.FromSeconds((number * 7 + index) % 50))
                    ),
                ]
            );
            expected.AddRange(rules.Select(rule => (id, rule)));
        }
        var claimed = new ConcurrentBag<ClaimedDue>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(claimer => Task.Run(() => ClaimAll(claimer))));
        Assert.Equal(expected.Order(), claimed.Select(due => (due.CaseId, due.Rule)).Order());

        async Task ClaimAll(int claimer)
        {
            var dues = (claimer % 2 == 0 ? store.Database : node ?? store.Database).Dues;
            var claim = Claim($"claimer {claimer}", Base) with { Take = 7 };
            while (await dues.Claim(claim) is { Count: > 0 } some)
            {
                Assert.InRange(some.Count, 1, 7);
                Assert.Equal(some.Select(due => due.At).Order(), some.Select(due => due.At));
                foreach (var due in some)
                {
                    claimed.Add(due);
                }
            }
            // Whoever finds nothing may have met others' locks alone; what is left now is leased.
        }
    }

    [Theory, OnBoth]
    public async Task What_a_claimer_left_undone_is_free_when_its_lease_ends_and_not_before(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var dues = store.Database.Dues;
        await NewCase(store.Database, new DueRow("warn", 1, Base));
        var until = Base + Duration.FromSeconds(30);
        Assert.Single(await dues.Claim(Claim("dies", Base)));
        Assert.Empty(await dues.Claim(Claim("waits", Base) with { LeaseNow = until - Micro }));
        var taken = await dues.Claim(
            Claim("waits", Base) with
            {
                LeaseNow = until,
                LeaseUntil = until + until.Minus(Base),
            }
        );
        Assert.Single(taken);

        // Who lost its lease gives back nothing; who has it does.
        await dues.Release("dies", taken);
        Assert.Empty(await dues.Claim(Claim("third", Base) with { LeaseNow = until }));
        await dues.Release("waits", taken);
        Assert.Single(await dues.Claim(Claim("third", Base) with { LeaseNow = until }));
    }

    [Theory, OnBoth]
    public async Task A_write_replaces_the_dues_of_its_case_and_of_no_other(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var one = await NewCase(store.Database, new DueRow("warn", 1, Base), new DueRow("missed", 1, Base + Micro));
        var other = await NewCase(store.Database, new DueRow("warn", 1, Base));
        await store.Database.Dues.Claim(Claim("a", Base));
        var change = Sample.Noting(one, 3, "handled") with { Dues = [new DueRow("missed", 1, Base + Micro)] };
        await store.Database.Cases.Save(new CaseWrite(change));

        Assert.Equal([new DueRow("missed", 1, Base + Micro)], await store.Database.Dues.OfCase(one));
        Assert.Single(await store.Database.Dues.OfCase(other));
        Assert.Equal(one, Assert.Single(await store.Database.Dues.Claim(Claim("b", Base + Micro))).CaseId);
    }

    [Theory, OnBoth]
    public async Task The_database_tells_its_time(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var before = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var told = await store.Database.Now();
        var after = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        // The same machine; a millisecond for clocks that are read by different means.
        Assert.InRange(told, before - Duration.FromMilliseconds(1), after + Duration.FromMilliseconds(1));
    }

    private static DueClaim Claim(string owner, Instant now) => new(owner, now, Base, Base + Duration.FromSeconds(30));

    private static async Task<long> NewCase(RungDatabase database, params DueRow[] dues)
    {
        var id = await database.Cases.NextId();
        await database.Cases.Save(new CaseWrite(Sample.New(id, Base) with { Dues = dues }));
        return id;
    }
}
