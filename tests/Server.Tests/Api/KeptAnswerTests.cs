using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rung.Server.Workers;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>Idempotency keys are kept for 24 hours (R13), and no longer than the round of the sweeper after that.</summary>
public sealed class KeptAnswerTests
{
    // The second key is a minute younger than the first: at 15:20:30 a day later 24 hours are over for one of them only.
    [Fact]
    public async Task After_24_hours_a_request_under_the_same_key_makes_another_case()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T15:20:00Z");
        var agent = new Caller(desk);
        var older = await Log(agent, "k-older");
        desk.AdvanceTo("2026-12-14T15:21:00Z");
        var younger = await Log(agent, "k-younger");

        desk.AdvanceTo("2026-12-15T15:19:00Z"); // 23:59 and 23:58
        await Sweep(desk);
        Assert.Equal((older, younger), (await Log(agent, "k-older"), await Log(agent, "k-younger")));

        desk.AdvanceTo("2026-12-15T15:20:30Z");
        await Sweep(desk);
        Assert.Equal(younger, await Log(agent, "k-younger"));
        var again = await Log(agent, "k-older");
        Assert.DoesNotContain(again, (string[])[older, younger]);
        Assert.Equal(again, await Log(agent, "k-older"));
    }

    private static async Task<string> Log(Caller agent, string key) =>
        (await agent.Post("cases", Caller.FaultForSome, ("Idempotency-Key", key))).Expect(201).Reference;

    // What the desk does by itself every ten minutes.
    private static Task Sweep(RunningDesk desk) =>
        desk.Services.GetServices<IHostedService>().OfType<Sweeper>().Single().Sweep();
}
