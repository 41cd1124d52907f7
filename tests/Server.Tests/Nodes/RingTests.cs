using System.Text.Json.Nodes;
using Rung.Core.Customers;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Nodes;

/// <summary>Two who link at once do not make together what each of them is refused alone. Semantics 38.</summary>
public sealed class RingTests
{
    private const int Rounds = 30;

    [Fact]
    public async Task Two_links_at_once_never_make_a_ring_on_SQLite()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");

        await AssertNoRing(new Caller(desk), new Caller(desk, "Second"));
    }

    [Fact]
    public async Task Two_links_at_once_on_two_nodes_never_make_a_ring_on_PostgreSQL()
    {
        await using var shared = await SharedDatabase.Fresh();
        await using var one = await Node.Start(shared.Address, TimeProvider.System);
        await using var other = await Node.Start(shared.Address, TimeProvider.System);
        await one.Database.Customers.Save(
            new Customer(RunningDesk.Customer, "schools-desk", "Ashgrove Primary School", "ASH01")
        );

        await AssertNoRing(new Caller(() => one.Client), new Caller(() => other.Client));
    }

    // A belongs to B and C to D; then, at the same moment, B is to belong to C and D to A.
    private static async Task AssertNoRing(Caller first, Caller second)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (a, b, c, d) = (await Log(first), await Log(first), await Log(first), await Log(first));
            await first.Do(a, "link", Under(b));
            await first.Do(c, "link", Under(d));

            var answers = await Task.WhenAll(
                first.Post($"cases/{b}/link", Under(c)),
                second.Post($"cases/{d}/link", Under(a))
            );

            Assert.Equal([200, 400], answers.Select(answer => answer.Status).Order());
        }
    }

    private static async Task<string> Log(Caller agent) => (await agent.Log(Caller.FaultForSome)).Reference;

    private static JsonObject Under(string parent) => new() { ["other"] = parent, ["kind"] = "parent" };
}
