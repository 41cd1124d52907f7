using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;
using Rung.Server.Hosting;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Nodes;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary>
/// <c>rung db verify</c>: replay of the events equals what is stored, or it says where not (semantics, "Verdicts freeze").
/// </summary>
public sealed class DatabaseVerifyTests : IDisposable
{
    private const string Opens = "2026-12-14T10:00:00Z";

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-verify-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_demo_is_clean_while_it_is_served()
    {
        var demo = new RungOptions(_folder, 0) { Demo = new DemoOptions(null, 1) };
        await using var app = await RungHost.Build(demo);
        await app.StartAsync(TestContext.Current.CancellationToken);

        var (code, output, error) = await RungProgram.Run("db", "verify", "--data", _folder);

        Assert.True(code == 0, output + error);
        Assert.Matches(@"^\S+rung\.db: what is stored of [1-9][0-9]* cases is what their events say\.\n$", output);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    // Whatever is refused is refused; what was carried out, and what fell due by itself meanwhile, has to be stored right.
    [Theory]
    [InlineData(1)]
    [InlineData(20261126)]
    public async Task A_desk_is_clean_after_many_commands_in_any_order(int seed)
    {
        await using var desk = await RunningDesk.Open(Opens);
        var (agent, dice) = (new Caller(desk), new Random(seed));
        List<string> cases = [];
        var done = 0;
        for (var step = 0; step < 150; step++)
        {
            if (cases.Count < 8)
            {
                cases.Add((await agent.Log(Caller.FaultForSome)).Reference);
            }
            var (name, body) = Anything(dice, cases);
            var answer = await agent.Post($"cases/{cases[dice.Next(cases.Count)]}/{name}", body);
            done += answer.Status == 200 ? 1 : 0;
            desk.Advance(Duration.FromMinutes(dice.Next(240)));
        }
        Assert.True(done > 30, $"only {done} commands were carried out");

        Assert.Empty(await Found("--data", desk.Folder));
    }

    [Fact]
    public async Task Each_thing_that_was_tampered_with_is_named_and_a_note_on_the_case_mends_its_row_dues_and_promises()
    {
        await using var desk = await RunningDesk.Open(Opens);
        var agent = new Caller(desk);
        var row = (await agent.Log(Caller.FaultForSome)).Reference;
        var dues = (await agent.Log(Caller.FaultForSome)).Reference;
        Assert.Empty(await Found("--data", desk.Folder));

        Run(desk.Folder, $"UPDATE queue SET owner = 'Nobody', rank = 9 WHERE case_id = {IdOf(row)}");
        Run(
            desk.Folder,
            $"UPDATE queue SET shown = replace(shown, '\"attempts\":0', '\"attempts\":2') WHERE case_id = {IdOf(row)}"
        );
        Run(desk.Folder, $"DELETE FROM dues WHERE rule = 'missed:resolve' AND case_id = {IdOf(dues)}");
        Run(
            desk.Folder,
            $"INSERT INTO dues (case_id, rule, occurrence, due_at) VALUES ({IdOf(dues)}, 'holdEnds', 7, 4102444800000000)"
        );

        Run(
            desk.Folder,
            $"UPDATE promises SET owner = 'Nobody' WHERE entry = 'Target/resolve/1' AND case_id = {IdOf(row)}"
        );
        Run(desk.Folder, $"DELETE FROM promises WHERE entry = 'Target/resolve/1' AND case_id = {IdOf(dues)}");
        Run(
            desk.Folder,
            "INSERT INTO promises (case_id, entry, desk, due_at, moot_at, kind, owner, shown) VALUES "
                + $"({IdOf(dues)}, 'Call/resolved/7', 'schools-desk', 4102444800000000, 9223372036854775807, 'Call', 'x', '{{}}')"
        );

        // P3 of Mon 14 Dec 2026 10:00: three working days of ten hours, so Thu 17 Dec 10:00; missed a microsecond later.
        Assert.Equal(
            Sorted(
                $"{row} queue.owner: Nobody, not nothing",
                $"{row} queue.rank: 9, not 3",
                $"{row} queue.shown.attempts: 2, not 0",
                $"{dues} dues missed:resolve 1: nothing, not 2026-12-17T10:00:00.000001Z",
                $"{dues} dues holdEnds 7: 2100-01-01T00:00:00Z, not nothing",
                $"{row} promises Target/resolve/1.owner: Nobody, not Schools service desk",
                $"{dues} promises Target/resolve/1: nothing, not 2026-12-17T10:00:00Z",
                $"{dues} promises Call/resolved/7: 2100-01-01T00:00:00Z, not nothing"
            ),
            await Found("--data", desk.Folder)
        );

        await agent.Do(row, "note", new JsonObject { ["text"] = "Written anew" });
        await agent.Do(dues, "note", new JsonObject { ["text"] = "Written anew" });
        Assert.Empty(await Found("--data", desk.Folder));

        string IdOf(string reference) => $"(SELECT id FROM cases WHERE reference = '{reference}')";
    }

    [Fact]
    public async Task Events_that_cannot_be_read_or_are_not_there_a_wrong_version_and_a_one_sided_link_are_named()
    {
        await using var desk = await RunningDesk.Open(Opens);
        var agent = new Caller(desk);
        List<string> cases = [];
        for (var number = 0; number < 5; number++)
        {
            cases.Add((await agent.Log(Caller.FaultForSome)).Reference);
        }
        await agent.Do(cases[3], "link", new JsonObject { ["other"] = cases[4], ["kind"] = "parent" });
        var count = (await agent.Events(cases[0])).Count;
        await desk.Stop();

        Run(desk.Folder, $"UPDATE events SET body = '{{' WHERE sequence = 2 AND case_id = {IdOf(0)}");
        Run(desk.Folder, $"DELETE FROM events WHERE sequence = 1 AND case_id = {IdOf(1)}");
        Run(desk.Folder, $"UPDATE cases SET version = {count + 1} WHERE id = {IdOf(2)}");
        Run(
            desk.Folder,
            $"UPDATE events SET type = 'noted', body = '{{\"text\":\"x\"}}' WHERE type = 'linked' AND case_id = {IdOf(4)}"
        );

        var found = await Found("--data", desk.Folder);
        Assert.Contains(
            found,
            line => line.StartsWith($"{cases[0]} events 2: cannot be read: ", StringComparison.Ordinal)
        );
        Assert.Contains($"{cases[1]} events 1: nothing, not an event", found);
        Assert.Contains($"{cases[2]} events {count + 1}: nothing, not an event", found);
        Assert.Contains($"{cases[2]} cases.version: {count + 1}, not {count}", found);
        Assert.Contains($"{cases[4]} events link: nothing, not Child {cases[3]}", found);
        Assert.Contains($"{cases[4]} queue.shown.children: 1, not 0", found);
        await desk.Start();

        string IdOf(int number) => $"(SELECT id FROM cases WHERE reference = '{cases[number]}')";
    }

    [Fact]
    public async Task On_PostgreSQL_it_finds_the_same_beside_a_running_node()
    {
        await using var shared = await SharedDatabase.Fresh();
        await using var node = await Node.Start(shared.Address, TimeProvider.System);
        await node.Database.Customers.Save(Hosting.ServedDesk.Ashgrove);
        var agent = new Caller(() => node.Client);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        string[] place = ["--database", shared.Address.ConnectionString, "--data", _folder];
        Assert.Empty(await Found(place));

        await using var source = NpgsqlDataSource.Create(shared.Address.ConnectionString);
        await using var tamper = source.CreateCommand("UPDATE queue SET owner = 'Nobody'");
        await tamper.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Assert.Equal($"{reference} queue.owner: Nobody, not nothing", Assert.Single(await Found(place)));
    }

    [Fact]
    public async Task Imported_history_is_clean_and_is_looked_at_as_well()
    {
        var log = Path.Combine(_folder, "log.csv");
        await File.WriteAllTextAsync(log, HistoryLogs.Made(50), TestContext.Current.CancellationToken);
        var (code, _, error) = await RungProgram.Run([
            "import",
            "history",
            log,
            "--map",
            HistoryLogs.Example("volvo.yaml"),
            "--data",
            _folder,
        ]);
        Assert.True(code == 0, error);
        Assert.Empty(await Found("--data", _folder));

        Run(_folder, "UPDATE queue SET live = 7 WHERE case_id = (SELECT min(id) FROM cases)");
        Assert.Contains("queue.live: 7, not ", Assert.Single(await Found("--data", _folder)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_read_what_to_do_and_a_database_that_is_not_there_is_not_made()
    {
        await using (var desk = await RunningDesk.Open(Opens))
        {
            await new Caller(desk).Log(Caller.FaultForSome);
            Run(desk.Folder, "UPDATE queue SET owner = 'Nobody'");
            var (code, output, _) = await RungProgram.Run("db", "verify", "--data", desk.Folder);
            Assert.Equal(1, code);
            Assert.Contains(
                "(schools-desk): queue.owner\n  stored    Nobody\n  expected  nothing\n  Write a note",
                output
            );
            Assert.EndsWith("rung.db: 1 difference in 1 of 1 case.\n", output, StringComparison.Ordinal);
        }
        var (missing, _, error) = await RungProgram.Run("db", "verify", "--data", _folder);
        Assert.Equal(3, missing);
        Assert.Equal($"rung: There is no database {_folder}/rung.db: name its folder with --data.\n", error);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static (string Name, JsonObject Body) Anything(Random dice, List<string> cases) =>
        dice.Next(10) switch
        {
            0 => ("assign", new() { ["engineer"] = $"Engineer {dice.Next(3)}" }),
            1 => ("hold", new() { ["reason"] = "information", ["awaiting"] = "the name of the mailbox" }),
            2 => ("resume", []),
            3 => ("reply", new() { ["text"] = "It is back", ["channel"] = "email" }),
            4 => ("resolve", new() { ["resolution"] = "Restarted", ["confirmation"] = "required" }),
            5 => ("confirm", []),
            6 => ("update", new() { ["text"] = "We are at it", ["channel"] = "phone" }),
            7 => ("link", new() { ["other"] = cases[dice.Next(cases.Count)], ["kind"] = "parent" }),
            8 => ("unlink", new() { ["other"] = cases[dice.Next(cases.Count)], ["reason"] = "Another building" }),
            _ => ("note", new() { ["text"] = "A note" }),
        };

    /// <summary>What differs, a line each, sorted; the exit code says whether anything does.</summary>
    private static async Task<string[]> Found(params string[] place)
    {
        var (code, output, error) = await RungProgram.Run(["db", "verify", "--json", .. place]);
        Assert.True(code is 0 or 1, output + error);
        var answer = JsonNode.Parse(output)!;
        Assert.Equal((code == 0, true), ((bool)answer["clean"]!, (long)answer["cases"]! > 0));
        return Sorted([
            .. answer["differences"]!
                .AsArray()
                .Select(one =>
                    $"{one!["reference"]} {one["column"]}: {one["stored"] ?? "nothing"}, not {one["expected"] ?? "nothing"}"
                ),
        ]);
    }

    private static string[] Sorted(params string[] lines) => [.. lines.Order(StringComparer.Ordinal)];

    private static void Run(string folder, string sql)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "rung.db"),
            Pooling = false,
            DefaultTimeout = 30,
        };
        using var connection = new SqliteConnection(address.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // texts of this test
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
