using Rung.Server.Tests.Hosting;
using Rung.Server.Tests.Nodes;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Server.Tests.Mails.Fetching;

/// <summary>
/// <c>kill -9</c> at every named step of fetching, with a ledger: every mail of the mailbox is in the intake, and none twice
/// (R1, I1, I2). RUNG_KILL_ROUNDS=100 does it 100 times a step.
/// </summary>
public sealed class FetchingKillTests
{
    private const int Mails = 12;

    private static int Rounds =>
        int.TryParse(System.Environment.GetEnvironmentVariable("RUNG_KILL_ROUNDS"), out var rounds) ? rounds : 1;

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
        for (var round = 0; round < Rounds; round++)
        {
            await dovecot.Add(FetchedMail.Subjects($"Round {round}", 0, Mails).Select(one => FetchedMail.Message(one)));
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
            await database.Exactly([.. all]);
            await Api.RunningDesk.Until(async () => (await dovecot.Count()).Read == Rounds * Mails, "all are marked");
            Assert.Equal(0, await last.Terminate());
        }
        Directory.Delete(folder, recursive: true);
    }

    // Two nodes on one database: one reads the mailbox, and when it is killed the other does, half a minute later.
    [Fact]
    public async Task Two_nodes_never_read_one_mailbox_together_and_each_takes_over_from_the_other_R9()
    {
        await using var dovecot = await DovecotServer.Start();
        await using var tap = new LineTap(dovecot.Port);
        await using var shared = await SharedDatabase.Fresh();
        await using var database = await shared.Address.Open(TimeProvider.System);
        var environment = Environment(tap);
        environment["Rung__Database"] = shared.Address.ConnectionString;
        var (one, two) = (await ServedDesk.NewFolder(), await ServedDesk.NewFolder());
        await using (var second = await ServedDesk.Start(two, environment))
        {
            await using (var first = await ServedDesk.Start(one, environment))
            {
                await dovecot.Add(FetchedMail.Subjects("Both", 0, 30).Select(one => FetchedMail.Message(one)));
                await database.Exactly(FetchedMail.Subjects("Both", 0, 30));
                Assert.Equal(1, tap.MostOpen);
                // The second began first and holds the mailbox.
                await second.Kill();
                await dovecot.Add(FetchedMail.Subjects("One", 0, 30).Select(one => FetchedMail.Message(one)));
                string[] all = [.. FetchedMail.Subjects("Both", 0, 30), .. FetchedMail.Subjects("One", 0, 30)];
                // A lease lasts 30 seconds.
                await database.Unlogged(all.Length, TimeSpan.FromSeconds(120));
                await database.Exactly(all);
                Assert.Equal(0, await first.Terminate());
            }
        }
        Assert.Equal(1, tap.MostOpen);
        Directory.Delete(one, recursive: true);
        Directory.Delete(two, recursive: true);
    }

    private static Dictionary<string, string> Environment(LineTap tap) =>
        new()
        {
            ["Rung__Imap"] = $"imap://desk%40schools.example.org:{DovecotServer.Password}@127.0.0.1:{tap.Port}?tls=off",
        };
}
