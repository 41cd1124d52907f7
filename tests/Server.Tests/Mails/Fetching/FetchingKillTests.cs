using Rung.Server.Tests.Hosting;
using Rung.Server.Tests.Nodes;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Server.Tests.Mails.Fetching;

/// <summary>
/// <c>kill -9</c> at every named step of fetching, with a ledger: every mail of the mailbox is in the intake or on its
/// case, and none twice (R1, I1, I2). RUNG_KILL_ROUNDS=100 does it 100 times a step.
/// </summary>
public sealed class FetchingKillTests
{
    private const int Mails = 12;

    private static int Rounds =>
        int.TryParse(System.Environment.GetEnvironmentVariable("RUNG_KILL_ROUNDS"), out var rounds) ? rounds : 1;

    private static int Kills =>
        int.TryParse(System.Environment.GetEnvironmentVariable("RUNG_NODE_KILLS"), out var kills) ? kills : 1;

    /// <summary>What is said when the process is killed: by the desk, or by the server to it.</summary>
    public static TheoryData<string, bool> Steps =>
        new()
        {
            { "SELECT", true },
            { "UID SEARCH", true },
            { "RFC822.SIZE", true },
            { "BODY.PEEK[]", true },
            { "BODY[]", false },
            // Between the two all is committed and nothing is marked.
            { "UID STORE", true },
            { "Store completed", false },
            { "IDLE", true },
        };

    // R1
    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Killed_while_fetching_nothing_is_lost_and_nothing_comes_twice(string step, bool isDesk)
    {
        await using var dovecot = await DovecotServer.Start();
        await using var tap = new LineTap(dovecot.Port);
        var folder = await ServedDesk.NewFolder();
        var environment = Environment(tap);
        var cases = await Logged(folder);
        for (var round = 0; round < Rounds; round++)
        {
            var fresh = FetchedMail.Subjects($"Round {round}", 0, Mails).Select(one => FetchedMail.Message(one));
            await dovecot.Add([.. fresh, .. CaseMails.Of(cases[round].Reference, cases[round].MessageId)]);
            var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var starting = new TaskCompletionSource<ServedDesk>(TaskCreationOptions.RunContinuationsAsynchronously);
            tap.Passes = async heard =>
            {
                if (heard.IsDesk != isDesk || !heard.Text.Contains(step, StringComparison.Ordinal))
                {
                    return true;
                }
                await (await starting.Task).Kill();
                killed.TrySetResult();
                return false;
            };
            await using var desk = await ServedDesk.Start(folder, environment);
            starting.SetResult(desk);
            await killed.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        tap.Passes = _ => Task.FromResult(true);
        await using (var last = await ServedDesk.Start(folder, environment))
        {
            await using var database = SqliteDatabase.Open(Path.Combine(folder, "rung.db"));
            var all = Enumerable.Range(0, Rounds).SelectMany(round => FetchedMail.Subjects($"Round {round}", 0, Mails));
            await Api.RunningDesk.Until(
                async () => (await dovecot.Count()).Read == Rounds * (Mails + 2),
                "all are marked",
                FetchedMail.Patience
            );
            await database.TryAgain();
            await database.Exactly([.. all]);
            await CaseMails.AreOnce(database, cases.Select(one => one.Reference));
            Assert.Equal(0, await last.Terminate());
        }
        Directory.Delete(folder, recursive: true);
    }

    // Two nodes on one database: one reads the mailbox, and when it is killed the other does, half a minute later; then
    // another takes the place of the dead one. RUNG_NODE_KILLS=20 does so for ten minutes.
    [Fact]
    public async Task Two_nodes_never_read_one_mailbox_together_and_each_takes_over_from_the_other_R9()
    {
        await using var dovecot = await DovecotServer.Start();
        await using var tap = new LineTap(dovecot.Port);
        await using var shared = await SharedDatabase.Fresh();
        await using var database = await shared.Address.Open(TimeProvider.System);
        var environment = Environment(tap);
        environment["Rung__Database"] = shared.Address.ConnectionString;
        var subjects = new List<string>();
        var (reads, waits) = (await NodeProcess.Start(environment), await NodeProcess.Start(environment));
        for (var kill = 0; kill < Kills; kill++)
        {
            await Takes($"Both {kill}");
            await reads.DisposeAsync();
            // A lease lasts 30 seconds.
            await Takes($"One {kill}");
            (reads, waits) = (waits, await NodeProcess.Start(environment));
        }
        Assert.Equal(0, await reads.Desk.Terminate());
        Assert.Equal(0, await waits.Desk.Terminate());
        await reads.DisposeAsync();
        await waits.DisposeAsync();
        Assert.Equal(1, tap.MostOpen);

        async Task Takes(string name)
        {
            string[] fresh = FetchedMail.Subjects(name, 0, 30);
            await dovecot.Add(fresh.Select(one => FetchedMail.Message(one)));
            subjects.AddRange(fresh);
            await database.Unlogged(subjects.Count, TimeSpan.FromSeconds(120));
            await database.Exactly(subjects);
        }
    }

    /// <summary>A process with a folder of its own; killed when it is done with.</summary>
    private sealed record NodeProcess(ServedDesk Desk, string Folder) : IAsyncDisposable
    {
        public static async Task<NodeProcess> Start(Dictionary<string, string> environment)
        {
            var folder = await ServedDesk.NewFolder();
            return new NodeProcess(await ServedDesk.Start(folder, environment), folder);
        }

        public async ValueTask DisposeAsync()
        {
            await Desk.DisposeAsync();
            Directory.Delete(Folder, recursive: true);
        }
    }

    // A case for each round, with the mail of ours that is answered and comes back.
    private static async Task<List<(string Reference, string MessageId)>> Logged(string folder)
    {
        var references = new List<string>();
        await using (var desk = await ServedDesk.Start(folder))
        {
            for (var round = 0; round < Rounds; round++)
            {
                references.Add((await desk.Log($"case-{round}", "office@ashgrove.example.org"))!);
            }
            Assert.Equal(0, await desk.Terminate());
        }
        await using var database = SqliteDatabase.Open(Path.Combine(folder, "rung.db"));
        var cases = new List<(string, string)>();
        foreach (var reference in references)
        {
            cases.Add((reference, await CaseMails.MessageId(database, reference)));
        }
        return cases;
    }

    private static Dictionary<string, string> Environment(LineTap tap) =>
        new()
        {
            ["Rung__Imap"] = $"imap://desk%40schools.example.org:{DovecotServer.Password}@127.0.0.1:{tap.Port}?tls=off",
        };
}
