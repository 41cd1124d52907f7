using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Rung.Server.Hosting.MailServers;
using Rung.Storage;
using Rung.Storage.Sqlite;

namespace Rung.Bench.Mail;

/// <summary>
/// A mailbox that was not read for days, taken by a <c>rung serve</c> that is killed half way and started again: whether each
/// mail is there once, how fast, with how much memory, and whether fresh mail waits. R7
/// </summary>
internal static class BacklogBench
{
    private const double PromisedRate = 300;
    private const double PromisedWait = 5_000;
    private const double PromisedGrowth = 1.5;
    private const double PromisedMemory = 1_000;
    private const string Address = "filtering@schools.example.org";

    // Older than a day: it gets no receipt.
    private static readonly Duration Age = Duration.FromDays(2);

    public static async Task Run(Report report, Sizes sizes, DemoMailServers servers)
    {
        var written = SystemClock.Instance.GetCurrentInstant() - Age;
        Fill(servers.Maildir(Address), sizes.Mails, written);
        using var folder = new TemporaryFolder();
        await using var database = SqliteDatabase.Open(BenchDesk.FileIn(folder.Path));
        using var done = new CancellationTokenSource();
        var started = Stopwatch.GetTimestamp();
        using var desk = new RestartedDesk(folder.Path, servers.Mailbox(Address));
        await desk.Start();
        var live = new FreshMail(database, servers.SmtpPort, Address, written);
        var writing = live.Write(desk, done.Token);
        var memory = await Follow(desk, () => Taken(database, written), sizes.Mails);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await done.CancelAsync();
        await writing;
        Add(report, sizes, (seconds, desk.Away), memory);
        Add(report, live);
        report.Add(await Ledger(database, sizes.Mails));
    }

    // As a mail server leaves it: a file for each message, as old as it is.
    private static void Fill(string maildir, int count, Instant written)
    {
        foreach (var name in (string[])["cur", "new", "tmp"])
        {
            Directory.CreateDirectory(Path.Combine(maildir, name));
        }
        for (var number = 0; number < count; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{1_765_700_000 + number}.M{number}.backlog");
            var file = Path.Combine(maildir, "new", name);
            File.WriteAllText(file, MailSample.Text($"Backlog {number}"));
            File.SetLastWriteTimeUtc(file, written.ToDateTimeUtc());
        }
        using var owner = Process.Start("chown", ["-R", "5000:5000", Path.GetDirectoryName(maildir)!]);
        owner.WaitForExit();
    }

    // Resident memory after a quarter, and at most from then on; half way it is killed.
    private static async Task<(double Early, double Late)> Follow(
        RestartedDesk desk,
        Func<Task<long>> handled,
        int count
    )
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        var (early, late) = (0.0, 0.0);
        for (var taken = 0L; taken < count; taken = await handled())
        {
            if (taken * 2 >= count && desk.Starts == 1)
            {
                await desk.Restart();
            }
            var memory = desk.Resident() / 1e6;
            early = taken * 4 < count ? memory : early;
            late = Math.Max(late, memory);
            await ticks.WaitForNextTickAsync();
        }
        return (early, late);
    }

    private static async Task<long> Taken(RungDatabase database, Instant written) =>
        await database.Read(session =>
            session.Number(
                "SELECT COUNT(*) FROM inbound WHERE state IN ('Unlogged', 'SetAside') AND received_at <= @written",
                ("written", Micros.Of(written))
            )
        ) ?? 0;

    // Each of them waits to be logged, once, and nothing else became of any.
    private static async Task<Figure> Ledger(RungDatabase database, int count)
    {
        const string Once = """
            SELECT COUNT(DISTINCT subject) FROM inbound WHERE state = 'Unlogged' AND subject LIKE 'Backlog %'
            """;
        const string All = "SELECT COUNT(*) FROM inbound WHERE subject LIKE 'Backlog %' OR subject IS NULL";
        var once = await database.Read(session => session.Number(Once));
        var all = await database.Read(session => session.Number(All));
        return new Figure("backlog, mails lost or doubled by the kill", (double)((count - once) + (all - once))!, "")
        {
            AtMost = 0,
            Between = string.Create(
                CultureInfo.InvariantCulture,
                $"{once:N0} of {count:N0} subjects wait to be logged, {all:N0} mails have one of them or none"
            ),
        };
    }

    private static void Add(
        Report report,
        Sizes sizes,
        (double Seconds, double Away) time,
        (double Early, double Late) memory
    )
    {
        report.Add(
            new Figure("backlog, mails a second", sizes.Mails / time.Seconds, "")
            {
                AtLeast = PromisedRate,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{sizes.Mails:N0} mails in {time.Seconds:F1} s, both starts included: fetched, kept, read and placed; {time.Away:F1} s from the kill half way until it was there again"
                ),
            }
        );
        report.Add(
            new Figure("backlog, memory at most, of that after a quarter", memory.Late / memory.Early, "")
            {
                AtMost = PromisedGrowth,
                Between = string.Create(CultureInfo.InvariantCulture, $"{memory.Early:F0} MB after a quarter"),
            }
        );
        report.Add(
            new Figure("backlog, memory at most", memory.Late, "MB")
            {
                AtMost = PromisedMemory,
                Between = "the server alone, as the kernel counts it",
            }
        );
    }

    private static void Add(Report report, FreshMail live) =>
        report.Add(
            new Figure("fresh mail during the backlog, most", live.Waits.Most, "ms")
            {
                AtMost = PromisedWait,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{live.Waits.Count} mails, p50 {live.Waits.At(0.5):F0}; beside them {live.Across} that came while the server was killed and started again"
                ),
            }
        );
}
