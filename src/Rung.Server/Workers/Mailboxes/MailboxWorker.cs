using Rung.Server.Desk.Mails;
using Rung.Server.Hosting;
using Rung.Storage;

namespace Rung.Server.Workers.Mailboxes;

/// <summary>Fetches the mail of every mailbox that the installation was told of; none waits for another (R10).</summary>
internal sealed class MailboxWorker(
    RungDatabase database,
    MailRoom room,
    RungOptions options,
    ServerCertificates certificates,
    ILogger<MailboxWorker> log
) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            options.Mailboxes.Select(mailbox =>
                new MailboxWatch(new MailboxHold(database, mailbox, certificates), mailbox, room, log).Run(
                    stoppingToken
                )
            )
        );
}
