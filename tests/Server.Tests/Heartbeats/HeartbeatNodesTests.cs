using System.Globalization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Nodes;
using Rung.Storage;
using Rung.Storage.Heartbeats;
using Xunit;

namespace Rung.Server.Tests.Heartbeats;

/// <summary>Several nodes wait for the same heartbeats and raise each silence once. R15</summary>
public sealed class HeartbeatNodesTests
{
    private const int Monitors = 20;
    private static readonly Duration Every = Duration.FromMinutes(5);

    [Fact]
    public async Task R15_Twenty_that_fall_silent_at_once_are_twenty_cases_however_many_nodes_look()
    {
        await using var shared = await SharedDatabase.Fresh();
        await using var first = await Node.Start(shared.Address, TimeProvider.System);
        await using var second = await Node.Start(shared.Address, TimeProvider.System);
        var database = first.Database;
        await database.Customers.Save(
            new Customer(RunningDesk.Customer, "schools-desk", "Ashgrove Primary School", "ASH01")
        );
        var before = await database.Now() - Every + Duration.FromSeconds(2);
        for (var number = 0; number < Monitors; number++)
        {
            await Register(database, string.Create(CultureInfo.InvariantCulture, $"monitor-{number}"), before);
        }
        await RunningDesk.Until(
            async () => await database.Heartbeats.CountSilent("schools-desk") == Monitors,
            "all are silent"
        );
        var agent = new Caller(() => second.Client);
        var rows = (await agent.Get("queue?take=100")).Expect(200).Body!["rows"]!.AsArray();
        Assert.Equal(Monitors, rows.Count);
        foreach (var silent in (await database.Heartbeats.OfDesk("schools-desk")).Where(one => one.IsSilent))
        {
            Assert.Equal(1, (await database.Alerts.Find(silent.AlertKey))!.Raised);
        }
    }

    private static async Task Register(RungDatabase database, string id, Instant at) =>
        Assert.True(
            await database.Heartbeats.Register(
                new Heartbeat("schools-desk", id)
                {
                    Name = id,
                    CustomerId = RunningDesk.Customer,
                    Kind = "fault",
                    Every = Every,
                    ChangedAt = at,
                    ChangedBy = Actor.Desk,
                }
            )
        );
}
