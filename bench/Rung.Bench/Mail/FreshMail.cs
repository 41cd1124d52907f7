using System.Globalization;
using MailKit.Net.Smtp;
using NodaTime;
using Rung.Storage;
using Rung.Storage.Inbound;

namespace Rung.Bench.Mail;

/// <summary>Somebody who writes now and then while a backlog is taken, and how long each mail waits to be in the intake.</summary>
/// <param name="since">What waits in the backlog was received by then.</param>
internal sealed class FreshMail(RungDatabase database, int smtpPort, string address, Instant since)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    public Measures Waits { get; } = new();

    /// <summary>Mails that came while the desk was away: what they waited says when it came back.</summary>
    public int Across { get; private set; }

    public async Task Write(RestartedDesk desk, CancellationToken done)
    {
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync("127.0.0.1", smtpPort, useSsl: false, CancellationToken.None);
        using var pause = new PeriodicTimer(Between);
        for (var number = 0; Waits.Count == 0 || !done.IsCancellationRequested; number++)
        {
            var subject = string.Create(CultureInfo.InvariantCulture, $"Live {number}");
            using var message = MailSample.Message(subject);
            message.To.Clear();
            message.To.Add(new MimeKit.MailboxAddress("", address));
            await smtp.SendAsync(message, CancellationToken.None);
            var (starts, wait) = (desk.Starts, new Measures());
            await wait.Time(() => Handled(subject));
            if (starts == desk.Starts)
            {
                Waits.Add(wait.Most);
            }
            else
            {
                Across++;
            }
            await pause.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task Handled(string subject)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (
            await database.Read(session =>
                session.Number(
                    "SELECT 1 FROM inbound WHERE state = @state AND received_at > @since AND subject = @subject",
                    ("state", nameof(InboundState.Unlogged)),
                    ("since", Micros.Of(since)),
                    ("subject", subject)
                )
            )
                is null
        )
        {
            await ticks.WaitForNextTickAsync();
        }
    }
}
