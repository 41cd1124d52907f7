using System.Globalization;
using MailKit.Net.Smtp;
using MimeKit;
using Rung.Server.Hosting;
using Rung.Server.Hosting.MailServers;

namespace Rung.Bench.Mail;

/// <summary>How long mail takes into the intake, and how fast a backlog is taken.</summary>
internal static class MailBench
{
    public const string Desk = "desk@schools.example.org";

    private const double PromisedPipe = 250;

    // Dovecot delays its own notification by 500 ms.
    private const double Notified = 500;
    private const double PromisedHalf = 150;
    private const double PromisedMost = 400;

    public static async Task Run(Report report, Sizes sizes)
    {
        Report.Chapter("Mail: from the mail server's word that it has it to the page of the intake");
        await Program(report, sizes);
        await HostileMailBench.Run(report);
        try
        {
            await Pipe(report, sizes);
            await using var servers = await DemoMailServers.Start();
            await Imap(report, sizes, servers);
            await BacklogBench.Run(report, sizes, servers);
        }
        catch (StartException missing)
        {
            Report.Say($"Not measured: {missing.Message}");
        }
    }

    // What Postfix starts for each mail, by itself: it reads the message, hands it over and ends.
    private static async Task Program(Report report, Sizes sizes)
    {
        using var folder = new TemporaryFolder();
        await using var desk = await BenchDesk.Open(folder.Path, MailSample.Now);
        await desk.Start();
        using var page = new IntakeWatch(desk.Address);
        var times = await Each(
            sizes,
            "Handed",
            _ => Task.CompletedTask,
            async subject =>
            {
                await MailSample.Deliver(folder.Path, subject);
                await page.Shows(subject);
            }
        );
        report.Add(
            new Figure("the program that a pipe runs, p50", times.At(0.5), "ms")
            {
                AtMost = PromisedPipe,
                Between = Words(times, "nearly all of it the start of the program"),
            }
        );
    }

    // From Postfix's word that it has the mail, through its queue and the pipe that docs/mail.md shows, to the page.
    private static async Task Pipe(Report report, Sizes sizes)
    {
        using var folder = new TemporaryFolder();
        await using var postfix = await PipingPostfix.Start(folder.Path);
        await using var desk = await BenchDesk.Open(folder.Path, MailSample.Now);
        await desk.Start();
        using var page = new IntakeWatch(desk.Address);
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync("127.0.0.1", postfix.Port, MailKit.Security.SecureSocketOptions.None);
        var times = await Each(sizes, "Piped", subject => Send(smtp, subject), page.Shows);
        report.Add(
            new Figure("through Postfix and its pipe, p50", times.At(0.5), "ms")
            {
                AtMost = PromisedPipe,
                Between = Words(times, "the start of the program, and Postfix's queue before it"),
            }
        );
    }

    private static async Task Imap(Report report, Sizes sizes, DemoMailServers servers)
    {
        using var folder = new TemporaryFolder();
        await using var desk = await BenchDesk.Open(folder.Path, MailSample.Now, servers.Mailboxes([Desk]));
        await desk.Start();
        using var page = new IntakeWatch(desk.Address);
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync("127.0.0.1", servers.SmtpPort, useSsl: false);
        var times = await Each(sizes, "Fetched", subject => Send(smtp, subject), page.Shows);
        var words = Words(times, "500 of it Dovecot's own delay before it tells of new mail");
        report.Add(
            new Figure("through IMAP, p50", times.At(0.5), "ms") { AtMost = Notified + PromisedHalf, Between = words }
        );
        report.Add(
            new Figure("through IMAP, p95", times.At(0.95), "ms") { AtMost = Notified + PromisedMost, Between = words }
        );
    }

    // One mail after the other; what is done before is not counted.
    private static async Task<Measures> Each(
        Sizes sizes,
        string name,
        Func<string, Task> before,
        Func<string, Task> counted
    )
    {
        var times = new Measures();
        for (var number = 0; number < Few(sizes); number++)
        {
            var subject = string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
            await before(subject);
            await (number < MailSample.Warm ? counted(subject) : times.Time(() => counted(subject)));
        }
        return times;
    }

    private static async Task Send(SmtpClient smtp, string subject)
    {
        using var message = MailSample.Message(subject);
        await smtp.SendAsync(message);
    }

    private static int Few(Sizes sizes) => MailSample.Warm + Math.Clamp(sizes.Asked / 5, 2, 60);

    private static string Words(Measures times, string what) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{times.Count} mails, p95 {times.At(0.95):F0}, most {times.Most:F0}; {what}"
        );
}
