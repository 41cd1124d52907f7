using System.Diagnostics;
using System.Globalization;
using MailKit.Net.Smtp;
using Rung.Server.Hosting.MailServers;
using Rung.Storage.Inbound;

namespace Rung.Bench.Mail;

/// <summary>A mailbox that was not read for days: how fast it is taken, with how much memory, and whether fresh mail waits. R7</summary>
internal static class BacklogBench
{
    private const double PromisedRate = 300;
    private const double PromisedWait = 5_000;
    private const double PromisedGrowth = 1.5;
    private static readonly TimeSpan BetweenLive = TimeSpan.FromSeconds(2);

    public static async Task Run(Report report, Sizes sizes, DemoMailServers servers)
    {
        const string Address = "filtering@schools.example.org";
        Fill(servers.Maildir(Address), sizes.Mails);
        using var folder = new TemporaryFolder();
        await using var desk = await BenchDesk.Open(folder.Path, MailSample.Now, servers.Mailboxes([Address]));
        using var done = new CancellationTokenSource();
        var (started, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await desk.Start();
        var live = Live(desk, servers, Address, done.Token);
        var (early, late) = await Follow(desk, sizes.Mails);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / sizes.Mails;
        await done.CancelAsync();
        Add(report, sizes, (seconds, processor), ((early, late), await live));
    }

    // As a mail server leaves it: a file for each message.
    private static void Fill(string maildir, int count)
    {
        foreach (var name in (string[])["cur", "new", "tmp"])
        {
            Directory.CreateDirectory(Path.Combine(maildir, name));
        }
        for (var number = 0; number < count; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{1_765_700_000 + number}.M{number}.backlog");
            File.WriteAllText(Path.Combine(maildir, "new", name), MailSample.Text($"Backlog {number}"));
        }
        using var owner = Process.Start("chown", ["-R", "5000:5000", Path.GetDirectoryName(maildir)!]);
        owner.WaitForExit();
    }

    // Resident memory after a quarter, and at most from then on.
    private static async Task<(double Early, double Late)> Follow(BenchDesk desk, int count)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var (early, late) = (0.0, 0.0);
        for (var taken = 0; taken < count; taken = await Taken(desk))
        {
            var memory = Environment.WorkingSet / 1024.0 / 1024.0;
            early = taken * 4 < count ? memory : early;
            late = Math.Max(late, memory);
            await ticks.WaitForNextTickAsync();
        }
        return (early, late);
    }

    private static async Task<int> Taken(BenchDesk desk) =>
        (int)(
            await desk.Database.Read(session =>
                session.Number("SELECT COUNT(*) FROM inbound WHERE state = 'Unlogged' AND subject LIKE 'Backlog %'")
            ) ?? 0
        );

    // Somebody writes now and then while the backlog is taken.
    private static async Task<Measures> Live(
        BenchDesk desk,
        DemoMailServers servers,
        string address,
        CancellationToken done
    )
    {
        var waits = new Measures();
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync("127.0.0.1", servers.SmtpPort, useSsl: false, CancellationToken.None);
        using var pause = new PeriodicTimer(BetweenLive);
        for (var number = 0; !done.IsCancellationRequested; number++)
        {
            var subject = $"Live {number}";
            using var message = MailSample.Message(subject);
            message.To.Clear();
            message.To.Add(new MimeKit.MailboxAddress("", address));
            await smtp.SendAsync(message, CancellationToken.None);
            await waits.Time(() => Handled(desk, subject));
            await pause.WaitForNextTickAsync(CancellationToken.None);
        }
        return waits;
    }

    private static async Task Handled(BenchDesk desk, string subject)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (
            await desk.Database.Read(session =>
                session.Number(
                    "SELECT 1 FROM inbound WHERE state = @state AND subject = @subject",
                    ("state", nameof(InboundState.Unlogged)),
                    ("subject", subject)
                )
            )
                is null
        )
        {
            await ticks.WaitForNextTickAsync();
        }
    }

    private static void Add(
        Report report,
        Sizes sizes,
        (double Seconds, double Processor) time,
        ((double Early, double Late) Memory, Measures Waits) seen
    )
    {
        var (memory, waits) = seen;
        report.Add(
            new Figure("backlog, mails a second", sizes.Mails / time.Seconds, "")
            {
                AtLeast = PromisedRate,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{sizes.Mails:N0} mails in {time.Seconds:F1} s, the start included: fetched, kept, read, placed and shown; {time.Processor:F1} ms of processor time each, the start and the bench included"
                ),
            }
        );
        report.Add(
            new Figure("backlog, memory at most, of that after a quarter", memory.Late / memory.Early, "")
            {
                AtMost = PromisedGrowth,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{memory.Late:F0} MiB resident, the bench included"
                ),
            }
        );
        report.Add(
            new Figure("fresh mail during the backlog, most", waits.Most, "ms")
            {
                AtMost = PromisedWait,
                Between = string.Create(CultureInfo.InvariantCulture, $"{waits.Count} mails, p50 {waits.At(0.5):F0}"),
            }
        );
    }
}
