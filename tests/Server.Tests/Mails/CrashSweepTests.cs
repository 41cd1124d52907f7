using Rung.Server.Tests.Api;
using Rung.Server.Tests.Hosting;
using Rung.Server.Tests.Mails.Fetching;
using Rung.Server.Tests.Mails.Sending;
using Rung.Storage;
using Rung.Storage.Inbound;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>
/// <c>kill -9</c> at seeded system calls while mail is fetched and sent, with a ledger over all of it: every mail of the
/// mailbox is in the intake or on its case once, and every mail that was promised arrives (R1, R16, I1, I2, I5). RUNG_CRASHES=200 does 200,
/// RUNG_CRASH_FROM=N begins with the Nth seed.
/// </summary>
public sealed class CrashSweepTests
{
    private const string Office = "office@ashgrove.example.org";
    private const int Usual = 20;
    private const int Mails = 3;

    // R1, R16
    [Fact]
    public async Task Wherever_it_is_killed_nothing_is_lost_and_nothing_comes_twice()
    {
        Assert.SkipUnless(SystemCallKill.IsPossible, "strace is not installed, or we may not use it.");
        var (from, crashes) = (Setting("RUNG_CRASH_FROM", 1), Setting("RUNG_CRASHES", Usual));
        await using var dovecot = await DovecotServer.Start();
        await using var sink = new SmtpSink();
        var folder = await ServedDesk.NewFolder();
        var environment = new Dictionary<string, string>
        {
            ["Rung__Imap"] = dovecot.Address(),
            ["Rung__Smtp"] = sink.Address,
            // No process lives for long enough to gain by what the compiler learns.
            ["DOTNET_TieredPGO"] = "0",
        };
        var (subjects, references, answered, killed) = (new List<string>(), new List<string>(), new List<string>(), 0);
        for (var seed = from; seed < from + crashes; seed++)
        {
            await using var desk = await ServedDesk.Start(folder, environment);
            await using var kill = await SystemCallKill.Attach(desk.ProcessId, seed);
            string[] fresh = FetchedMail.Subjects($"Seed {seed}", 0, Mails);
            subjects.AddRange(fresh);
            await dovecot.Add([.. fresh.Select(one => FetchedMail.Message(one)), .. About(sink, references, answered)]);
            if (await desk.Log($"case-{seed}", Office) is { } reference)
            {
                references.Add(reference);
            }
            await RunningDesk.Until(
                async () =>
                    desk.HasEnded
                    || (
                        (await dovecot.Count()).Read == subjects.Count + (2 * answered.Count)
                        && HasAll(sink, references)
                    ),
                $"it ends, or all is done ({kill.What})",
                TimeSpan.FromSeconds(90)
            );
            killed += desk.HasEnded ? 1 : 0;
            if (!desk.HasEnded)
            {
                await desk.Kill();
            }
        }
        await using (var last = await ServedDesk.Start(folder, environment))
        {
            await using var database = SqliteDatabase.Open(Path.Combine(folder, "rung.db"));
            await RunningDesk.Until(
                () => IsAllHandled(database, last, (subjects.Count, 2 * answered.Count)),
                "all mail is in the intake or on its case",
                TimeSpan.FromMinutes(2)
            );
            await database.Exactly(subjects);
            await CaseMails.AreOnce(database, answered);
            await RunningDesk.Until(
                () => Task.FromResult(HasAll(sink, references)),
                "everything promised arrives",
                TimeSpan.FromMinutes(2)
            );
            Assert.Equal(0, await last.Terminate());
        }
        Assert.True(killed > 0, "None of the chosen system calls was reached.");
        Assert.NotEmpty(answered);
        // Twice at most for each crash, and then it is the same mail to the byte.
        var twice = sink.Mails.GroupBy(mail => mail.Read().MessageId).Where(group => group.Count() > 1).ToList();
        Assert.InRange(twice.Count, 0, crashes);
        Assert.All(twice, group => Assert.Single(group.Select(mail => mail.Content).Distinct()));
        Directory.Delete(folder, recursive: true);
    }

    // An answer and a bounce for each of our mails that arrived before.
    private static List<string> About(SmtpSink sink, List<string> references, List<string> answered)
    {
        var mails = new List<string>();
        foreach (var reference in references.Except(answered).ToList())
        {
            if (Arrived(sink, reference) is { } sent)
            {
                mails.AddRange(CaseMails.Of(reference, sent.Read().MessageId!));
                answered.Add(reference);
            }
        }
        return mails;
    }

    // What was in hand at two crashes is set aside, to be tried again by somebody (R5).
    private static async Task<bool> IsAllHandled(RungDatabase database, ServedDesk desk, (int New, int OnCase) count)
    {
        foreach (var mail in await database.Inbound.Of("schools-desk", InboundState.SetAside, 1_000))
        {
            using var answer = await desk.Client.PostAsync(
                new Uri($"/api/v1/schools-desk/intake/{mail.Id}/retry", UriKind.Relative),
                content: null,
                TestContext.Current.CancellationToken
            );
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        }
        return (await database.Inbound.Of("schools-desk", InboundState.Unlogged, 10_000)).Count >= count.New
            && (await database.Inbound.Of("schools-desk", InboundState.OnCase, 10_000)).Count >= count.OnCase;
    }

    private static bool HasAll(SmtpSink sink, List<string> references) =>
        references.TrueForAll(reference => Arrived(sink, reference) is not null);

    private static SunkMail? Arrived(SmtpSink sink, string reference) =>
        sink.Mails.FirstOrDefault(mail => mail.Content.Contains($"[{reference}]", StringComparison.Ordinal));

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : usual;
}
