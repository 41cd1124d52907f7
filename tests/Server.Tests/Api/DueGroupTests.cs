using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Storage;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>Cases that fall due together are committed together, and each of them as if it were alone.</summary>
public sealed class DueGroupTests
{
    // More than go into one commit.
    private const int Cases = 60;

    [Fact]
    public async Task Many_fall_due_at_once_and_one_that_cannot_be_read_holds_none_of_them_up()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T09:00:00Z");
        var agent = new Caller(desk);
        var references = await Log(agent, Cases);
        var broken = references[Cases / 2];
        await Break(desk, broken);

        // Four elapsed hours from 09:00 (ESS-54), and a second.
        desk.AdvanceTo("2026-12-24T13:00:01Z");
        foreach (var reference in references.Where(one => one != broken))
        {
            await RunningDesk.Until(async () => await Breaches(agent, reference) == 1, $"the breach of {reference}");
        }
    }

    [Fact]
    public async Task When_others_are_at_the_same_cases_each_due_happens_once()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T09:00:00Z");
        var agent = new Caller(desk);
        var references = await Log(agent, Cases);
        var ids = new List<long>();
        foreach (var reference in references)
        {
            ids.Add(await IdOf(desk, reference));
        }
        desk.AdvanceTo("2026-12-24T13:00:01Z");
        var due = desk.Services.GetRequiredService<DueDesk>();
        var several = Enumerable.Range(0, 4).Select(_ => Task.Run(() => due.Handle(ids)));
        Assert.All(await Task.WhenAll(several), failed => Assert.Empty(failed));
        foreach (var reference in references)
        {
            Assert.Equal(1, await Breaches(agent, reference));
        }
    }

    private static async Task<List<string>> Log(Caller agent, int count)
    {
        var references = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var fault = Caller.Fault("everything", "identity", "email", "dns", "web-hosting", "web-filtering");
            references.Add((await agent.Log(fault)).Reference);
        }
        return references;
    }

    // An event of a kind that is not known.
    private static async Task Break(RunningDesk desk, string reference)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(desk.Folder, "rung.db")}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE events SET type = 'unheard-of' WHERE case_id = $id AND sequence = 1";
        command.Parameters.AddWithValue("$id", await IdOf(desk, reference));
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<long> IdOf(RunningDesk desk, string reference)
    {
        Assert.True(CaseReference.TryParse("R", reference, out var parsed));
        return (await desk.Services.GetRequiredService<RungDatabase>().Cases.Load(parsed.Value))!.Id;
    }

    private static async Task<int> Breaches(Caller agent, string reference) =>
        (await agent.Events(reference))
            .Select(happened => happened!["event"]!)
            .Count(happened =>
                (string?)happened["type"] == "target-missed" && (string?)happened["target"] == "resolve"
            );
}
