using NodaTime;
using Rung.Core.Cases;
using Rung.Storage.Alerts;
using Rung.Storage.Cases;
using Rung.Storage.Heartbeats;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>What is to be heard of, on both databases. R15</summary>
public sealed class HeartbeatTests
{
    private static readonly Instant At = Sample.Issued;
    private static readonly Duration Every = Duration.FromMinutes(15);

    [Theory, OnBoth]
    public async Task R15_Of_many_who_find_the_same_one_silent_at_once_one_begins_a_case(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var found = await Registered(store);
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => store.Database.Cases.NextId().AsTask()));
        var results = await Task.WhenAll(ids.Select(id => Begin(store, id, found)));
        var winner = Assert.Single(Enumerable.Range(0, 16), one => results[one] is WriteResult.Committed);
        Assert.Equal(15, results.Count(result => result is WriteResult.AlertTaken or WriteResult.HeartbeatTurned));
        var silent = (await store.Database.Heartbeats.Find("schools-desk", "line"))!;
        Assert.Equal((At + Every, null), (silent.SilentSince, silent.DueAt));
        Assert.Equal(Sample.ReferenceOf(ids[winner]), silent.Case);
        Assert.Equal(1, (await store.Database.Alerts.Find(found.AlertKey))!.Raised);
        Assert.Equal(1, await store.Database.Heartbeats.CountSilent("schools-desk"));
    }

    [Theory, OnBoth]
    public async Task It_is_late_after_its_due_and_not_at_it(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await Registered(store);
        Assert.Empty(await store.Database.Heartbeats.Due(At + Every));
        Assert.Single(await store.Database.Heartbeats.Due(At + Every + Duration.FromSeconds(1)));
    }

    [Theory, OnBoth]
    public async Task A_sign_of_life_puts_the_due_off_and_an_older_one_does_nothing(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (heartbeats, found) = (store.Database.Heartbeats, await Registered(store));
        Assert.True(await heartbeats.Hear(found, At + Duration.FromMinutes(10), HeardBy.Mail));
        Assert.False(await heartbeats.Hear(found, At + Duration.FromMinutes(5), HeardBy.Api));
        var heard = (await heartbeats.Find("schools-desk", "line"))!;
        Assert.Equal(
            (At + Duration.FromMinutes(10), HeardBy.Mail, At + Duration.FromMinutes(25)),
            (heard.HeardAt, heard.By, heard.DueAt)
        );
    }

    [Theory, OnBoth]
    public async Task What_was_silent_speaks_once_and_is_waited_for_from_then_on(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var heartbeats = store.Database.Heartbeats;
        var turn = new HeartbeatTurn(await Registered(store), null);
        Assert.True(await heartbeats.Turn(turn));
        Assert.False(await heartbeats.Turn(turn));
        var silent = (await heartbeats.Find("schools-desk", "line"))!;
        Assert.False(await heartbeats.Hear(silent with { SilentSince = null }, At + Every, HeardBy.Api));
        var speaks = new HeartbeatTurn(silent, (At + Duration.FromMinutes(40), HeardBy.Api));
        Assert.True(await heartbeats.Turn(speaks));
        Assert.False(await heartbeats.Turn(speaks));
        var heard = (await heartbeats.Find("schools-desk", "line"))!;
        Assert.Equal((null, At + Duration.FromMinutes(55)), (heard.SilentSince, heard.DueAt));
    }

    [Theory, OnBoth]
    public async Task A_change_needs_the_version_that_was_seen_and_suspending_ends_a_silence(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (heartbeats, found) = (store.Database.Heartbeats, await Registered(store));
        Assert.False(await heartbeats.Register(found with { Version = 0 }));
        await heartbeats.Turn(new HeartbeatTurn(found, null));
        var suspended = found with { Suspended = "By Agent 1.", ChangedAt = At + Every };
        Assert.True(await heartbeats.Register(suspended));
        Assert.False(await heartbeats.Register(suspended));
        var kept = (await heartbeats.Find("schools-desk", "line"))!;
        Assert.Equal((2, null, null, "By Agent 1."), (kept.Version, kept.DueAt, kept.SilentSince, kept.Suspended));
        Assert.True(await heartbeats.Register(kept with { Suspended = null }));
        Assert.Equal(At + Every + Every, (await heartbeats.Find("schools-desk", "line"))!.DueAt);
    }

    [Theory, OnBoth]
    public async Task What_nobody_could_hear_was_not_silent(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var heartbeats = store.Database.Heartbeats;
        var most = Duration.FromMinutes(1);
        await Registered(store);
        await heartbeats.Listen(At, most);
        await heartbeats.Listen(At + most, most);
        Assert.Equal(At + Every, (await heartbeats.Find("schools-desk", "line"))!.DueAt);
        var later = At + most + most + Duration.FromSeconds(1);
        await heartbeats.Listen(later, most);
        Assert.Equal(later + Every, (await heartbeats.Find("schools-desk", "line"))!.DueAt);
    }

    private static async Task<Heartbeat> Registered(Store store)
    {
        var wanted = new Heartbeat("schools-desk", "line")
        {
            Name = "Line monitor",
            CustomerId = "ashgrove",
            Kind = "fault",
            Services = ["email", "network"],
            Every = Every,
            ChangedAt = At,
            ChangedBy = new Actor("Agent 1", Actor.AgentRole),
        };
        Assert.True(await store.Database.Heartbeats.Register(wanted));
        var kept = await store.Database.Heartbeats.Find("schools-desk", "line");
        Assert.Equivalent(
            wanted with
            {
                Version = 1,
                DueAt = At + Every,
                CustomerName = "ashgrove",
            },
            kept,
            strict: true
        );
        return kept!;
    }

    private static Task<WriteResult> Begin(Store store, long id, Heartbeat silent) =>
        store.Database.Cases.Save(
            new CaseWrite(Sample.New(id, At))
            {
                Alert = new AlertArrival(silent.AlertKey, At, IsCleared: false)
                {
                    CaseId = id,
                    Heartbeat = new HeartbeatTurn(silent, null),
                },
            }
        );
}
