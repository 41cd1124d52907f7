using Rung.Server.Tests.Hosting;
using Rung.Server.Tests.Nodes;
using Rung.Storage;
using Rung.Storage.Outbox;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Server.Tests.Mails.Sending;

/// <summary>
/// <c>kill -9</c> at every named step of handing a mail over, with a ledger: whatever was queued arrives, and twice only
/// what was whole at the mail server when the process was killed (R16, I5). RUNG_KILL_ROUNDS=100 does it 100 times a step.
/// </summary>
public sealed class SendingKillTests
{
    private const string Office = "office@ashgrove.example.org";
    private const int MailsARound = 3;

    private static int Rounds =>
        int.TryParse(Environment.GetEnvironmentVariable("RUNG_KILL_ROUNDS"), out var rounds) ? rounds : 2;

    public static TheoryData<SmtpStep> Steps =>
        [
            SmtpStep.Connected,
            SmtpStep.Hello,
            SmtpStep.MailFrom,
            SmtpStep.Recipient,
            SmtpStep.Data,
            SmtpStep.Content,
            SmtpStep.Dot,
            SmtpStep.Taken,
        ];

    // R16
    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Killed_while_sending_nothing_is_lost_and_little_comes_twice(SmtpStep step)
    {
        await using var sink = new SmtpSink();
        var folder = await ServedDesk.NewFolder();
        var environment = new Dictionary<string, string> { ["Rung__Smtp"] = sink.Address };
        var references = new List<string>();
        var kills = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await using var desk = await ServedDesk.Start(folder, environment);
            var killed = KillAt(sink, desk, step, round % MailsARound);
            for (var number = 0; number < MailsARound; number++)
            {
                if (await desk.Log($"{step}-{round}-{number}", Office) is { } reference)
                {
                    references.Add(reference);
                }
            }
            await killed.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
            kills++;
        }
        sink.At = _ => Task.FromResult(true);
        await using (var database = SqliteDatabase.Open(Path.Combine(folder, "rung.db")))
        {
            await using (var last = await ServedDesk.Start(folder, environment))
            {
                await WaitUntilSent(database, references);
                Assert.Equal(0, await last.Terminate());
            }
            await Check(database, sink, references, step is SmtpStep.Dot or SmtpStep.Taken ? kills : 0);
        }
        Directory.Delete(folder, recursive: true);
    }

    // Two nodes on one database, one of them killed with mail in its hands: the other sends it once the lease is over.
    [Fact]
    public async Task What_a_killed_node_had_in_hand_another_sends_and_no_two_send_the_same()
    {
        await using var sink = new SmtpSink();
        await using var shared = await SharedDatabase.Fresh();
        await using var database = await shared.Address.Open(TimeProvider.System);
        await ServedDesk.Prepare(database);
        var environment = new Dictionary<string, string>
        {
            ["Rung__Smtp"] = sink.Address,
            ["Rung__Database"] = shared.Address.ConnectionString,
        };
        var (one, two) = (await ServedDesk.NewFolder(), await ServedDesk.NewFolder());
        var references = new List<string>();
        await using (var second = await ServedDesk.Start(two, environment))
        {
            await using (var first = await ServedDesk.Start(one, environment))
            {
                for (var number = 0; number < 30; number++)
                {
                    references.Add((await (number % 2 == 0 ? first : second).Log($"node-{number}", Office))!);
                }
                await first.Kill();
            }
            await WaitUntilSent(database, references);
            Assert.Equal(0, await second.Terminate());
        }
        await Check(database, sink, references, mostRepeats: 1);
        Directory.Delete(one, recursive: true);
        Directory.Delete(two, recursive: true);
    }

    private static Task KillAt(SmtpSink sink, ServedDesk desk, SmtpStep step, int afterSoMany)
    {
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = 0;
        sink.At = async at =>
        {
            if (at == step && Interlocked.Increment(ref seen) == Threshold(step, afterSoMany))
            {
                await desk.Kill();
                killed.SetResult();
            }
            return !killed.Task.IsCompleted;
        };
        return killed.Task;
    }

    // One line carries many mails, so the steps before the first mail come once only.
    private static int Threshold(SmtpStep step, int afterSoMany) =>
        step is SmtpStep.Connected or SmtpStep.Hello ? 1 : afterSoMany + 1;

    // What the database says, not the sink: a mail that was whole there when its sender was killed is sent once more. A
    // killed sender's lease lasts a minute.
    private static async Task WaitUntilSent(RungDatabase database, List<string> references)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!(await Queued(database, references)).All(one => one.State == MessageState.Sent))
        {
            await ticks.WaitForNextTickAsync(limit.Token);
        }
    }

    // A case whose logging was not acknowledged any more may be there all the same, and its mail is as good as the others.
    private static async Task<IReadOnlyList<QueuedMessage>> Queued(RungDatabase database, List<string> references)
    {
        var queued = await database.Outbox.OfRecipient("schools-desk", Office, int.MaxValue);
        Assert.All(references, reference => Assert.Single(queued, one => one.Reference == reference));
        return queued;
    }

    private static async Task Check(RungDatabase database, SmtpSink sink, List<string> references, int mostRepeats)
    {
        var arrived = sink.Mails.Select(mail => mail.Read().MessageId!).ToList();
        var queued = await Queued(database, references);
        Assert.All(queued, one => Assert.Equal(MessageState.Sent, one.State));
        var lost = queued.Where(one => !arrived.Contains(one.Message.MessageId!)).ToList();
        Assert.True(
            lost.Count == 0,
            $"Sent, and not there: {string.Join("; ", lost.Select(one => $"{one.Id}, tried {one.Tries} times: {one.Answer}"))}\n"
                + $"{sink.Mails.Count} mails are there. What was said:\n{string.Join('\n', sink.Commands)}"
        );
        // Nothing arrives that nobody queued, and repeats are the same mail to the letter.
        Assert.All(arrived, id => Assert.Contains(id, queued.Select(one => one.Message.MessageId)));
        Assert.InRange(arrived.Count - arrived.Distinct().Count(), 0, mostRepeats);
        Assert.Equal(arrived.Distinct().Count(), sink.Mails.Select(mail => mail.Content).Distinct().Count());
    }
}
