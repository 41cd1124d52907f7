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

    /// <summary>R50: whatever is wrong with a case that was written by something else, the others and the server go on.</summary>
    [Theory]
    [InlineData("body = json_set(body, '$.reporter', null)", "logged")]
    [InlineData("body = json_set(body, '$.answers', null)", "intake-answered")]
    [InlineData("body = json_set(body, '$.services', null)", "intake-answered")]
    [InlineData("body = json_set(body, '$.clockStart', '1700-01-01T00:00:00Z')", "logged")]
    [InlineData("body = '{}'", "logged")]
    public async Task What_is_wrong_with_one_case_stops_nothing_else(string harm, string type)
    {
        await using var desk = await RunningDesk.Open("2026-12-24T09:00:00Z");
        var agent = new Caller(desk);
        var references = await Log(agent, 2);
        await Harm(desk, references[0], harm, type);

        desk.AdvanceTo("2026-12-24T13:00:01Z");
        await RunningDesk.Until(async () => await Breaches(agent, references[1]) == 1, "the sound case's breach");
        desk.AdvanceTo("2026-12-24T13:05:00Z");
        var third = (await agent.Log(Caller.FaultForSome)).Reference;
        (await agent.Case(third)).Expect(200);
        Assert.Equal(
            "ready",
            await desk.Client.GetStringAsync("/healthz/ready", TestContext.Current.CancellationToken)
        );
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
    private static Task Break(RunningDesk desk, string reference) =>
        Harm(desk, reference, "type = 'unheard-of'", "logged");

    private static async Task Harm(RunningDesk desk, string reference, string harm, string type)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(desk.Folder, "rung.db")}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // texts of this test
        command.CommandText = $"UPDATE events SET {harm} WHERE case_id = $id AND type = $type";
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$type", type);
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
