using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Retention;
using Rung.Storage.Tests.Databases;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Legal holds on both databases: who placed and who lifted them stays.</summary>
public sealed class LegalHoldTests
{
    private const string Desk = "schools-desk";
    private static readonly Instant At = Instant.FromUtc(2026, 12, 24, 15, 20);
    private static readonly Actor Placer = new("Sam", "team-leader");
    private static readonly Actor Lifter = new("Kim", "service-desk-manager");
    private static readonly UnderHold Case = new UnderHold.OnCase(CaseReference.FromNumber("R", 7));

    [Theory, OnBoth]
    public async Task What_is_placed_stands_until_it_is_lifted_once(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var holds = store.Database.LegalHolds;
        await holds.Place(new LegalHold(Desk, Case, "A claim is expected.", At, Placer));

        var placed = Assert.Single((await holds.Standing(Desk)).All);
        Assert.Equal((Case, "A claim is expected.", At, Placer), (placed.On, placed.Reason, placed.At, placed.By));
        var lifted = new HoldLifted("It was settled.", At + Duration.FromDays(30), Lifter);
        Assert.True(await holds.Lift(placed, lifted));
        Assert.False(await holds.Lift(placed, lifted with { By = Placer }));

        Assert.Empty((await holds.Standing(Desk)).All);
        Assert.Equal(lifted, Assert.Single(await holds.Of(Desk, Case)).Lifted);
    }

    [Theory, OnBoth]
    public async Task Each_thing_of_each_desk_has_its_own(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var holds = store.Database.LegalHolds;
        UnderHold[] all = [Case, new UnderHold.OnCustomer("ashgrove"), new UnderHold.OnContact("ashgrove", "office")];
        foreach (var on in all)
        {
            await holds.Place(new LegalHold(Desk, on, $"On {on}", At, Placer));
        }

        Assert.Equal(all, (await holds.Standing(Desk)).All.Select(one => one.On));
        foreach (var on in all)
        {
            Assert.Equal($"On {on}", Assert.Single(await holds.Of(Desk, on)).Reason);
        }
        Assert.Empty((await holds.Standing("smc")).All);
        Assert.Empty(await holds.Of("smc", Case));
    }

    [Theory, OnBoth]
    public async Task Lifted_by_the_number_of_another_thing_it_stands(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var holds = store.Database.LegalHolds;
        await holds.Place(new LegalHold(Desk, Case, "A claim is expected.", At, Placer));
        var placed = Assert.Single((await holds.Standing(Desk)).All);

        var other = placed with { On = new UnderHold.OnCustomer("ashgrove") };

        Assert.False(await holds.Lift(other, new HoldLifted("It was settled.", At, Lifter)));
        Assert.Single((await holds.Standing(Desk)).All);
    }
}
